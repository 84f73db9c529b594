import 'server-only'
import { pool } from '@/lib/data/client'
import { type Subscription, subscriptionOf } from '@/lib/data/report-mails'
import { NotFound } from '@/lib/errors'

/** What a link to leave is about, for whoever holds it: no account is needed. Throws NotFound. */
export async function getSubscription(token: string): Promise<Subscription> {
  const found = await subscriptionOf(pool(), token)
  if (!found) throw new NotFound('link', 'unsubscribe')
  return found
}
