import { brakeAccount, releaseBrake } from '@/lib/auth/brake'
import { isPassword } from '@/lib/auth/password'
import { requireSession } from '@/lib/auth/session'
import { appendEvent } from '@/lib/data/account-events'
import { passwordHashOf, writePassword } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { endSessions } from '@/lib/data/sessions'
import { InvalidInput } from '@/lib/errors'
import { changePasswordForm, type FormTexts, parseForm } from '@/lib/schemas/accounts'
import { newPasswordHash } from './new-password'

/** Changes the asking account's password and ends its other sessions. Throws Unauthenticated, InvalidInput and TooManyAttempts. */
export async function changePassword(texts: FormTexts, headers: Headers): Promise<void> {
  const { account, id: session } = await requireSession(headers)
  const { current, password } = parseForm(changePasswordForm, texts)
  await brakeAccount(account.email)
  const stored = await passwordHashOf(account.id)
  if (stored === null || !(await isPassword(current, stored)))
    throw new InvalidInput([{ path: 'current', code: 'password_wrong' }])
  await releaseBrake(account.email)
  const passwordHash = await newPasswordHash(password, account)
  await transaction(async (tx) => {
    await writePassword(tx, account.id, passwordHash)
    await endSessions(tx, account.id, session)
    await appendEvent(tx, { actor: account.id, verb: 'password_changed', subject: account.id })
  })
}
