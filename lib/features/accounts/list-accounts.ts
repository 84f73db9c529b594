import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type AccountLink, openInvitations } from '@/lib/data/account-links'
import { allAccounts, type ListedAccount } from '@/lib/data/accounts'

/** Every account and every invitation that waits. Throws Forbidden. */
export async function listAccounts(
  viewer: Viewer,
): Promise<{ accounts: ListedAccount[]; invitations: AccountLink[] }> {
  authorise(viewer, 'account.manage')
  const [accounts, invitations] = await Promise.all([allAccounts(), openInvitations()])
  return { accounts, invitations }
}
