import { createHmac } from 'node:crypto'
import { getSessionCookie } from 'better-auth/cookies'
import type { Account } from '@/lib/data/accounts'
import { accountById } from '@/lib/data/accounts'
import { pool } from '@/lib/data/client'
import { endSession, touchSession } from '@/lib/data/sessions'
import { Unauthenticated } from '@/lib/errors'
import { COOKIE_PREFIX, installationKey, library, SESSION_SECONDS } from './accounts-library'
import { CLIENT_HEADER, clientAddress } from './client-address'
import type { Cookie } from './cookie'

/** A session that is not used this long has ended. */
export const IDLE_MS = 30 * 60_000
const TOUCH_AFTER_MS = 60_000

/** Somebody signed in with a browser. */
export interface Session {
  id: string
  account: Account
}

/**
 * The session of a request, looked up each time, or null: no cookie, unknown, ended, idle for half an hour, older than
 * twelve, or of an account that was closed. Role and region are those of the account now.
 */
export async function sessionOf(headers: Headers): Promise<Session | null> {
  if (getSessionCookie(headers, { cookiePrefix: COOKIE_PREFIX }) === null) return null
  const found = await library().api.getSession({ headers, query: { disableRefresh: true } })
  if (!found) return null
  const { session } = found
  const now = Date.now()
  const idle = now - session.seenAt.getTime()
  const account = await accountById(session.userId)
  const tooOld = now - session.createdAt.getTime() >= SESSION_SECONDS * 1000
  if (account === null || account.disabled || idle >= IDLE_MS || tooOld) {
    await endSession(pool(), session.userId, session.id)
    return null
  }
  if (idle > TOUCH_AFTER_MS) await touchSession(session.id)
  return { id: session.id, account }
}

/** The session of a request. Throws Unauthenticated when there is none. */
export async function requireSession(headers: Headers): Promise<Session> {
  const session = await sessionOf(headers)
  if (session === null) throw new Unauthenticated()
  return session
}

/** Signs an account in without its password: it has just proved itself by a link. Returns the cookie. */
export async function issueSession(accountId: string, headers: Headers): Promise<Cookie> {
  const { internalAdapter, authCookies } = await library().$context
  const { token } = await internalAdapter.createSession(accountId, false, {
    ipAddress: headers.get(CLIENT_HEADER) ?? clientAddress(headers),
    userAgent: headers.get('user-agent') ?? '',
  })
  // The library signs its cookies so: HMAC-SHA-256 of the token under the secret.
  const signature = createHmac('sha256', installationKey()).update(token).digest('base64')
  const { name, attributes } = authCookies.sessionToken
  return {
    name,
    value: `${token}.${signature}`,
    options: {
      maxAge: SESSION_SECONDS,
      path: attributes.path,
      httpOnly: true,
      secure: attributes.secure,
      sameSite: 'lax',
    },
  }
}
