import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { closeInvitationsOf } from '@/lib/data/account-links'
import { insertAccount } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { InvalidInput } from '@/lib/errors'
import { accountForm, type FormTexts, parseForm } from '@/lib/schemas/accounts'
import { newPasswordHash } from './new-password'

/** Creates an account with a password and returns its id. Throws Forbidden and InvalidInput (the address is taken, the password is weak). */
export async function createAccount(viewer: Viewer, texts: FormTexts): Promise<string> {
  authorise(viewer, 'account.manage')
  const { email, name, role, region, password } = parseForm(accountForm, texts)
  const passwordHash = await newPasswordHash(password, { email, name })
  return transaction(async (tx) => {
    const account = { email, name, role, region, language: null, passwordHash }
    const id = await insertAccount(tx, account)
    if (id === null) throw new InvalidInput([{ path: 'email', code: 'email_taken' }])
    await closeInvitationsOf(tx, email)
    await appendEvent(tx, {
      actor: viewer.name,
      verb: 'created',
      subject: id,
      detail: { role, region },
    })
    return id
  })
}
