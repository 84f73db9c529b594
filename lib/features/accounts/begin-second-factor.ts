import { brakeAccount, releaseBrake } from '@/lib/auth/brake'
import { beginSecondFactor as begin, type SecondFactorSecrets } from '@/lib/auth/second-factor'
import { requireSession } from '@/lib/auth/session'
import { type FormTexts, parseForm, passwordForm } from '@/lib/schemas/accounts'

/** The secret for an authenticator app and the recovery codes of the asking account, shown once; nothing is on until a first code is confirmed. Throws Unauthenticated, InvalidInput and TooManyAttempts. */
export async function beginSecondFactor(
  texts: FormTexts,
  headers: Headers,
): Promise<SecondFactorSecrets> {
  const { account } = await requireSession(headers)
  const { password } = parseForm(passwordForm, texts)
  await brakeAccount(account.email)
  const secrets = await begin(password, headers)
  await releaseBrake(account.email)
  return secrets
}
