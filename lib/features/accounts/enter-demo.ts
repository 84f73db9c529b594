import type { Cookie } from '@/lib/auth/cookie'
import { secretHash } from '@/lib/auth/secret'
import { issueSession } from '@/lib/auth/session'
import { appendEvent } from '@/lib/data/account-events'
import { spendLink } from '@/lib/data/account-links'
import { transaction } from '@/lib/data/client'
import { env } from '@/lib/env'
import { NotFound } from '@/lib/errors'

/** Signs somebody in by an address that the demonstration printed. Throws NotFound when it is used up, and always outside the demonstration. */
export async function enterDemo(token: string, headers: Headers): Promise<Cookie> {
  if (!env().demo) throw new NotFound('page', 'demo')
  const id = await transaction(async (tx) => {
    const link = await spendLink(tx, 'demo', secretHash(token))
    if (!link?.accountId) throw new NotFound('link', 'demo')
    const { accountId } = link
    await appendEvent(tx, { actor: accountId, verb: 'signed_in', subject: accountId })
    return accountId
  })
  return issueSession(id, headers)
}
