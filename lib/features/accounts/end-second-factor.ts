import { brakeAccount, releaseBrake } from '@/lib/auth/brake'
import type { Cookie } from '@/lib/auth/cookie'
import { endSecondFactor as end } from '@/lib/auth/second-factor'
import { requireSession } from '@/lib/auth/session'
import { appendEvent } from '@/lib/data/account-events'
import { pool } from '@/lib/data/client'
import { type FormTexts, parseForm, passwordForm } from '@/lib/schemas/accounts'

/** Turns the asking account's second factor off. Returns the new session's cookie. Throws Unauthenticated, InvalidInput and TooManyAttempts. */
export async function endSecondFactor(texts: FormTexts, headers: Headers): Promise<Cookie[]> {
  const { account } = await requireSession(headers)
  const { password } = parseForm(passwordForm, texts)
  await brakeAccount(account.email)
  const cookies = await end(password, headers)
  await releaseBrake(account.email)
  await appendEvent(pool(), { actor: account.id, verb: 'second_factor_off', subject: account.id })
  return cookies
}
