import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { closeLinksOf } from '@/lib/data/account-links'
import { accountByEmail, removeSecondFactor, writePassword } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { endSessions } from '@/lib/data/sessions'
import { NotFound } from '@/lib/errors'
import { newPasswordHash } from './new-password'

/** Gives an account a new password from the terminal: its sessions end and its second factor is set up anew. Throws Forbidden, NotFound and InvalidInput. */
export async function resetAccount(viewer: Viewer, email: string, password: string): Promise<void> {
  authorise(viewer, 'account.manage')
  const account = await accountByEmail(email)
  if (account === null) throw new NotFound('account', email)
  const passwordHash = await newPasswordHash(password, account)
  const { id } = account
  await transaction(async (tx) => {
    await writePassword(tx, id, passwordHash)
    await removeSecondFactor(tx, id)
    await endSessions(tx, id, null)
    await closeLinksOf(tx, id)
    await appendEvent(tx, { actor: viewer.name, verb: 'password_set', subject: id })
  })
}
