import { cookies } from 'next/headers'
import type { Cookie } from '@/lib/auth/cookie'
import { getSession } from '@/lib/features/accounts/get-session'
import { LOCALE_COOKIE } from '@/lib/locale'

const YEAR = 31_536_000

/** Hands the browser what a verb wants it to keep. */
export async function keepCookies(wanted: readonly Cookie[]): Promise<void> {
  const jar = await cookies()
  for (const { name, value, options } of wanted) jar.set(name, value, options)
}

/** The same after a sign-in: the site then speaks the account's language. */
export async function keepSignIn(wanted: readonly Cookie[]): Promise<void> {
  await keepCookies(wanted)
  const cookie = wanted.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  const { account } = await getSession(new Headers({ cookie }))
  if (account?.language) await keepLanguage(account.language)
}

/** Keeps a language for the pages that follow. */
export async function keepLanguage(language: string): Promise<void> {
  const jar = await cookies()
  jar.set(LOCALE_COOKIE, language, { maxAge: YEAR, sameSite: 'lax', path: '/' })
}
