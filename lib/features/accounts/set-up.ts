import type { Cookie } from '@/lib/auth/cookie'
import { secretHash } from '@/lib/auth/secret'
import { issueSession } from '@/lib/auth/session'
import { appendEvent } from '@/lib/data/account-events'
import { openLink, spendLink } from '@/lib/data/account-links'
import { hasAccounts, insertAccount, lockFirstAccount } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { NotFound } from '@/lib/errors'
import { type FormTexts, parseForm, setUpForm } from '@/lib/schemas/accounts'
import { newPasswordHash } from './new-password'

/** Creates the first administrator with the link from the terminal and signs them in. Throws InvalidInput, and NotFound when the link is used up or somebody has an account. */
export async function setUp(token: string, texts: FormTexts, headers: Headers): Promise<Cookie> {
  // Before the password's slow hash, which nobody without the link gets done.
  if ((await openLink('setup', secretHash(token))) === null) throw new NotFound('link', 'setup')
  const { email, name, password } = parseForm(setUpForm, texts)
  const passwordHash = await newPasswordHash(password, { email, name })
  const id = await transaction(async (tx) => {
    await lockFirstAccount(tx)
    if (await hasAccounts(tx)) throw new NotFound('page', 'setup')
    if ((await spendLink(tx, 'setup', secretHash(token))) === null)
      throw new NotFound('link', 'setup')
    const account = { email, name, role: 'admin', region: null, language: null } as const
    const created = await insertAccount(tx, { ...account, passwordHash })
    if (created === null) throw new NotFound('page', 'setup')
    await appendEvent(tx, {
      actor: created,
      verb: 'created',
      subject: created,
      detail: { role: 'admin' },
    })
    return created
  })
  return issueSession(id, headers)
}
