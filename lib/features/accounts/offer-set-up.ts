import { newSecret, secretHash } from '@/lib/auth/secret'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { insertLink } from '@/lib/data/account-links'
import { hasAccounts } from '@/lib/data/accounts'
import { pool } from '@/lib/data/client'

const LIVES_MS = 72 * 3_600_000

/** A one-time token for the set-up page while nobody has an account; null afterwards. Throws Forbidden. */
export async function offerSetUp(viewer: Viewer): Promise<string | null> {
  authorise(viewer, 'account.manage')
  if (await hasAccounts()) return null
  const token = newSecret()
  const expiresAt = new Date(Date.now() + LIVES_MS)
  await insertLink(pool(), {
    kind: 'setup',
    hash: secretHash(token),
    createdBy: viewer.name,
    expiresAt,
  })
  return token
}
