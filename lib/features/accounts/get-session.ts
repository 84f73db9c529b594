import { needsSecondFactor } from '@/lib/auth/second-factor'
import { sessionOf } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { viewerOfSession } from '@/lib/auth/viewer-of'
import type { Account } from '@/lib/data/accounts'

/** Who asks for a page. */
export interface Reading {
  viewer: Viewer
  /** Null when nobody has signed in. */
  account: Account | null
  sessionId: string | null
  /** The account's role needs a second factor that it has not set up: until then it decides nothing. */
  owesSecondFactor: boolean
}

/** The viewer of a page, with the account behind the session cookie. Tokens are for the API and count for nothing here. */
export async function getSession(headers: Headers): Promise<Reading> {
  const session = await sessionOf(headers)
  const account = session?.account ?? null
  return {
    viewer: viewerOfSession(session),
    account,
    sessionId: session?.id ?? null,
    owesSecondFactor: account !== null && !account.secondFactor && needsSecondFactor(account.role),
  }
}
