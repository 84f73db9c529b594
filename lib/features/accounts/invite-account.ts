import { newSecret, secretHash } from '@/lib/auth/secret'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { closeInvitationsOf, insertLink } from '@/lib/data/account-links'
import { accountByEmail } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { InvalidInput } from '@/lib/errors'
import { type FormTexts, inviteForm, parseForm } from '@/lib/schemas/accounts'

const LIVES_MS = 72 * 3_600_000

/** Invites somebody for 72 hours and returns the token of the link, which is shown once; an earlier invitation of the same address no longer counts. Throws Forbidden and InvalidInput. */
export async function inviteAccount(
  viewer: Viewer,
  texts: FormTexts,
): Promise<{ email: string; token: string }> {
  authorise(viewer, 'account.manage')
  const { email, role, region } = parseForm(inviteForm, texts)
  const token = newSecret()
  await transaction(async (tx) => {
    if (await accountByEmail(email, tx))
      throw new InvalidInput([{ path: 'email', code: 'email_taken' }])
    await closeInvitationsOf(tx, email)
    const expiresAt = new Date(Date.now() + LIVES_MS)
    const hash = secretHash(token)
    const createdBy = viewer.name
    await insertLink(tx, { kind: 'invitation', hash, createdBy, expiresAt, email, role, region })
    await appendEvent(tx, {
      actor: viewer.name,
      verb: 'invited',
      subject: email,
      detail: { role, region },
    })
  })
  return { email, token }
}
