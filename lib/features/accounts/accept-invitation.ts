import type { Cookie } from '@/lib/auth/cookie'
import { secretHash } from '@/lib/auth/secret'
import { issueSession } from '@/lib/auth/session'
import { appendEvent } from '@/lib/data/account-events'
import { openLink, spendLink } from '@/lib/data/account-links'
import { insertAccount } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { InvalidInput, NotFound } from '@/lib/errors'
import { acceptForm, type FormTexts, parseForm } from '@/lib/schemas/accounts'
import { newPasswordHash } from './new-password'

/** Makes an account of an invitation, with the invited person's name and password, and signs them in. Throws InvalidInput, and NotFound when the link is used up. */
export async function acceptInvitation(
  token: string,
  texts: FormTexts,
  headers: Headers,
): Promise<Cookie> {
  const hash = secretHash(token)
  const offered = await openLink('invitation', hash)
  if (!offered?.email) throw new NotFound('link', 'invitation')
  const { name, password } = parseForm(acceptForm, texts)
  const passwordHash = await newPasswordHash(password, { email: offered.email, name })
  const id = await transaction(async (tx) => {
    const link = await spendLink(tx, 'invitation', hash)
    if (!link?.email || !link.role) throw new NotFound('link', 'invitation')
    const { email, role, region } = link
    const created = await insertAccount(tx, {
      email,
      name,
      role,
      region,
      language: null,
      passwordHash,
    })
    if (created === null) throw new InvalidInput([{ path: '', code: 'email_taken' }])
    const detail = { role, region, invitedBy: link.createdBy }
    await appendEvent(tx, { actor: created, verb: 'created', subject: created, detail })
    return created
  })
  return issueSession(id, headers)
}
