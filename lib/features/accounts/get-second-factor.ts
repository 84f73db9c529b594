import { requireSession } from '@/lib/auth/session'
import { hasPendingSecondFactor } from '@/lib/data/accounts'

/** How far the asking account is with its second factor; begun: the app has the key, its first code is missing. Throws Unauthenticated. */
export async function getSecondFactor(headers: Headers): Promise<'on' | 'begun' | 'off'> {
  const { account } = await requireSession(headers)
  if (account.secondFactor) return 'on'
  return (await hasPendingSecondFactor(account.id)) ? 'begun' : 'off'
}
