import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { accountById, lockAdmins, writeRole } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { InvalidInput, NotFound } from '@/lib/errors'
import { type FormTexts, parseForm, roleForm } from '@/lib/schemas/accounts'

/** Gives an account another role or region, effective on its next request. Throws Forbidden, NotFound, and InvalidInput when it would leave no administrator. */
export async function changeRole(viewer: Viewer, texts: FormTexts): Promise<void> {
  authorise(viewer, 'account.manage')
  const { id, role, region } = parseForm(roleForm, texts)
  await transaction(async (tx) => {
    const admins = await lockAdmins(tx)
    const account = await accountById(id, tx)
    if (account === null) throw new NotFound('account', id)
    if (role !== 'admin' && admins.length === 1 && admins[0] === id)
      throw new InvalidInput([{ path: 'role', code: 'last_admin' }])
    if (account.role === role && account.region === region) return
    await writeRole(tx, id, role, region)
    const detail = {
      role,
      region,
      roleBefore: account.role,
      regionBefore: account.region,
    }
    await appendEvent(tx, { actor: viewer.name, verb: 'changed', subject: id, detail })
  })
}
