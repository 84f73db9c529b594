import { type Viewer, visitor } from '@/lib/auth/viewer'
import { env } from '@/lib/env'

/** Who asks in a request to the API. */
export async function asking(_request: Request): Promise<Viewer> {
  return visitor(env().access)
}
