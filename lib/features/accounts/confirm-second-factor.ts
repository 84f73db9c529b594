import { brakeAccount, releaseBrake } from '@/lib/auth/brake'
import type { Cookie } from '@/lib/auth/cookie'
import { confirmSecondFactor as confirm } from '@/lib/auth/second-factor'
import { requireSession } from '@/lib/auth/session'
import { appendEvent } from '@/lib/data/account-events'
import { transaction } from '@/lib/data/client'
import { endSessionsBefore } from '@/lib/data/sessions'
import { codeForm, type FormTexts, parseForm } from '@/lib/schemas/accounts'

/** Turns the second factor on with the first code of the app; sessions that began without it end. Returns the new session's cookie. Throws Unauthenticated, InvalidInput and TooManyAttempts. */
export async function confirmSecondFactor(texts: FormTexts, headers: Headers): Promise<Cookie[]> {
  const { account } = await requireSession(headers)
  const { code } = parseForm(codeForm, texts)
  await brakeAccount(account.email)
  const began = new Date()
  // The library puts another session in its place, one that knows the second factor.
  const cookies = await confirm(code, headers)
  await releaseBrake(account.email)
  await transaction(async (tx) => {
    await endSessionsBefore(tx, account.id, began)
    await appendEvent(tx, { actor: account.id, verb: 'second_factor_on', subject: account.id })
  })
  return cookies
}
