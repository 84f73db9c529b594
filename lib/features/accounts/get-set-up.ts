import { secretHash } from '@/lib/auth/secret'
import { openLink } from '@/lib/data/account-links'
import { hasAccounts } from '@/lib/data/accounts'
import { NotFound } from '@/lib/errors'

/** Whether this token opens the set-up page. Throws NotFound once anybody has an account: then there is no such page. */
export async function getSetUp(token: string): Promise<boolean> {
  if (await hasAccounts()) throw new NotFound('page', 'setup')
  return (await openLink('setup', secretHash(token))) !== null
}
