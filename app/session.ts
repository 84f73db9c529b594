import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { ADDRESS_HEADER } from '@/lib/address'
import { getSession, type Reading } from '@/lib/features/accounts/get-session'

/** A reading by somebody who has signed in. */
export type Member = Reading & { account: NonNullable<Reading['account']>; sessionId: string }

/** Who asks for this page; the session is looked up once per request. */
export const reading = cache(async (): Promise<Reading> => getSession(await headers()))

/** Sends a reader to sign in and, afterwards, back to the page that they asked for. */
export async function askToSignIn(): Promise<never> {
  const asked = (await headers()).get(ADDRESS_HEADER) ?? '/'
  redirect(`/sign-in?next=${encodeURIComponent(asked)}`)
}

/** The account that asks for a page of the desk; whoever has not signed in does so first. */
export async function member(): Promise<Member> {
  const { account, sessionId, ...rest } = await reading()
  if (account === null || sessionId === null) return askToSignIn()
  return { account, sessionId, ...rest }
}
