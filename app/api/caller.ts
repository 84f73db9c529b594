import { brakeRead, brakeWrite } from '@/lib/auth/brake'
import { clientNetwork } from '@/lib/auth/client-address'
import type { Viewer } from '@/lib/auth/viewer'
import { viewerOf } from '@/lib/auth/viewer-of'
import { Unauthenticated } from '@/lib/errors'

/**
 * Who calls the API, and the call counted: by account where there is one, else by address, also when a token is refused.
 * Throws Unauthenticated, in a private book also to everybody without an account, and TooManyAttempts.
 */
export async function callerOf({ headers }: Request, does: 'read' | 'write'): Promise<Viewer> {
  try {
    const viewer = await viewerOf(headers)
    if (viewer.actor === 'nobody') throw new Unauthenticated() // a private book is closed as a whole
    if (viewer.actor === 'public') await brakeRead(clientNetwork(headers))
    else await (does === 'write' ? brakeWrite(viewer.name) : brakeRead(viewer.name))
    return viewer
  } catch (error) {
    if (error instanceof Unauthenticated) await brakeRead(clientNetwork(headers))
    throw error
  }
}
