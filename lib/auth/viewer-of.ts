import { liveToken } from '@/lib/data/api-tokens'
import { covers, withoutSecondFactor } from '@/lib/domain/permissions'
import type { Region, Role } from '@/lib/domain/types'
import { env } from '@/lib/env'
import { Unauthenticated } from '@/lib/errors'
import { makeViewer } from './make-viewer'
import { needsSecondFactor } from './second-factor'
import { secretHash } from './secret'
import { type Session, sessionOf } from './session'
import { type Viewer, visitor } from './viewer'

const TOKEN = /^Bearer +(pb_[\w-]{20,100})$/i

function acting(role: Role, secondFactor: boolean, id: string, region: Region | null): Viewer {
  const owed = needsSecondFactor(role) && !secondFactor
  return makeViewer(owed ? withoutSecondFactor(role) : role, id, region)
}

/** The viewer of a session; the visitor where there is none. */
export function viewerOfSession(session: Session | null): Viewer {
  if (session === null) return visitor(env().access)
  const { role, secondFactor, id, region } = session.account
  return acting(role, secondFactor, id, region)
}

/** Who asks in a request to the API: by token, else by session cookie, else a visitor. Throws Unauthenticated on a token that is not valid. */
export async function viewerOf(headers: Headers): Promise<Viewer> {
  const given = headers.get('authorization')
  if (given === null) return viewerOfSession(await sessionOf(headers))
  const secret = TOKEN.exec(given)?.[1]
  const token = secret === undefined ? null : await liveToken(secretHash(secret))
  // The owner may have lost the role or the region since.
  if (
    token === null ||
    !covers(token.ownerRole, token.role) ||
    (token.ownerRegion !== null && token.region !== token.ownerRegion)
  )
    throw new Unauthenticated(true)
  return acting(token.role, token.ownerSecondFactor, token.accountId, token.region)
}
