import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { accountById, writeDisabled } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { NotFound } from '@/lib/errors'
import { type FormTexts, idForm, parseForm } from '@/lib/schemas/accounts'

/** Opens a closed account again. Throws Forbidden, InvalidInput and NotFound. */
export async function enableAccount(viewer: Viewer, texts: FormTexts): Promise<void> {
  authorise(viewer, 'account.manage')
  const { id } = parseForm(idForm, texts)
  await transaction(async (tx) => {
    const account = await accountById(id, tx)
    if (account === null) throw new NotFound('account', id)
    if (!account.disabled) return
    await writeDisabled(tx, id, false)
    await appendEvent(tx, { actor: viewer.name, verb: 'enabled', subject: id })
  })
}
