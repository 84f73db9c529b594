import { newSecret, secretHash } from '@/lib/auth/secret'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { closeLinksOf, insertLink } from '@/lib/data/account-links'
import { accountById } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { NotFound } from '@/lib/errors'
import { type FormTexts, idForm, parseForm } from '@/lib/schemas/accounts'

const LIVES_MS = 24 * 3_600_000

/** A link with which the owner of an account chooses a new password within 24 hours; its token is shown once. Nothing changes until it is used. Throws Forbidden, InvalidInput and NotFound. */
export async function offerReset(
  viewer: Viewer,
  texts: FormTexts,
): Promise<{ email: string; token: string }> {
  authorise(viewer, 'account.manage')
  const { id } = parseForm(idForm, texts)
  const token = newSecret()
  return transaction(async (tx) => {
    const account = await accountById(id, tx)
    if (account === null || account.disabled) throw new NotFound('account', id)
    await closeLinksOf(tx, id)
    const expiresAt = new Date(Date.now() + LIVES_MS)
    const hash = secretHash(token)
    await insertLink(tx, { kind: 'reset', hash, createdBy: viewer.name, expiresAt, accountId: id })
    await appendEvent(tx, { actor: viewer.name, verb: 'reset_offered', subject: id })
    return { email: account.email, token }
  })
}
