import type { Cookie } from '@/lib/auth/cookie'
import { secretHash } from '@/lib/auth/secret'
import { issueSession } from '@/lib/auth/session'
import { appendEvent } from '@/lib/data/account-events'
import { openLink, spendLink } from '@/lib/data/account-links'
import { accountById, removeSecondFactor, writePassword } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { endSessions } from '@/lib/data/sessions'
import { NotFound } from '@/lib/errors'
import { type FormTexts, newPasswordForm, parseForm } from '@/lib/schemas/accounts'
import { newPasswordHash } from './new-password'

/** Chooses a new password by a reset link: every session ends, the second factor is set up anew, and a new session begins. Throws InvalidInput, and NotFound when the link is used up. */
export async function resetByLink(
  token: string,
  texts: FormTexts,
  headers: Headers,
): Promise<Cookie> {
  const hash = secretHash(token)
  const offered = await openLink('reset', hash)
  const account = offered?.accountId ? await accountById(offered.accountId) : null
  if (account === null || account.disabled) throw new NotFound('link', 'reset')
  const { password } = parseForm(newPasswordForm, texts)
  const passwordHash = await newPasswordHash(password, account)
  const { id } = account
  await transaction(async (tx) => {
    if ((await spendLink(tx, 'reset', hash)) === null) throw new NotFound('link', 'reset')
    await writePassword(tx, id, passwordHash)
    await removeSecondFactor(tx, id)
    await endSessions(tx, id, null)
    await appendEvent(tx, { actor: id, verb: 'password_set', subject: id })
  })
  return issueSession(id, headers)
}
