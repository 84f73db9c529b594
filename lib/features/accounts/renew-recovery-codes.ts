import { brakeAccount, releaseBrake } from '@/lib/auth/brake'
import { renewRecoveryCodes as renew } from '@/lib/auth/second-factor'
import { requireSession } from '@/lib/auth/session'
import { appendEvent } from '@/lib/data/account-events'
import { pool } from '@/lib/data/client'
import { type FormTexts, parseForm, passwordForm } from '@/lib/schemas/accounts'

/** Ten new recovery codes for the asking account, shown once; the old ones no longer count. Throws Unauthenticated, InvalidInput and TooManyAttempts. */
export async function renewRecoveryCodes(texts: FormTexts, headers: Headers): Promise<string[]> {
  const { account } = await requireSession(headers)
  const { password } = parseForm(passwordForm, texts)
  await brakeAccount(account.email)
  const codes = await renew(password, headers)
  await releaseBrake(account.email)
  const { id } = account
  await appendEvent(pool(), { actor: id, verb: 'recovery_codes_renewed', subject: id })
  return codes
}
