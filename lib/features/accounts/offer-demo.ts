import { newSecret, secretHash } from '@/lib/auth/secret'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { insertLink } from '@/lib/data/account-links'
import { accountByEmail } from '@/lib/data/accounts'
import { pool } from '@/lib/data/client'
import { env } from '@/lib/env'
import { NotFound } from '@/lib/errors'

const LIVES_MS = 30 * 86_400_000

/** A single-use token that signs one account of the demonstration in. Throws Forbidden, and NotFound outside the demonstration. */
export async function offerDemo(viewer: Viewer, email: string): Promise<string> {
  authorise(viewer, 'account.manage')
  const account = env().demo ? await accountByEmail(email) : null
  if (account === null) throw new NotFound('account', email)
  const token = newSecret()
  const expiresAt = new Date(Date.now() + LIVES_MS)
  const hash = secretHash(token)
  const accountId = account.id
  await insertLink(pool(), { kind: 'demo', hash, createdBy: viewer.name, expiresAt, accountId })
  return token
}
