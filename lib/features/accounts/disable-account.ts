import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { closeLinksOf } from '@/lib/data/account-links'
import { accountById, lockAdmins, writeDisabled } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { endSessions } from '@/lib/data/sessions'
import { InvalidInput, NotFound } from '@/lib/errors'
import { type FormTexts, idForm, parseForm } from '@/lib/schemas/accounts'

/** Closes an account: its sessions end, its tokens no longer count, its name stays in histories. Throws Forbidden, NotFound, and InvalidInput when it would leave no administrator. */
export async function disableAccount(viewer: Viewer, texts: FormTexts): Promise<void> {
  authorise(viewer, 'account.manage')
  const { id } = parseForm(idForm, texts)
  await transaction(async (tx) => {
    const admins = await lockAdmins(tx)
    const account = await accountById(id, tx)
    if (account === null) throw new NotFound('account', id)
    if (account.disabled) return
    if (admins.length === 1 && admins[0] === id)
      throw new InvalidInput([{ path: '', code: 'last_admin' }])
    await writeDisabled(tx, id, true)
    await endSessions(tx, id, null)
    await closeLinksOf(tx, id)
    await appendEvent(tx, { actor: viewer.name, verb: 'disabled', subject: id })
  })
}
