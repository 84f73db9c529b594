import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type AccountEvent, accountEvents } from '@/lib/data/account-events'

const PAGE = 100

/** A page of what was done to accounts, the newest first; `before` is the id that the page before ended with. Throws Forbidden. */
export async function listAccountEvents(
  viewer: Viewer,
  before: number | null,
): Promise<AccountEvent[]> {
  authorise(viewer, 'change.read')
  return accountEvents(before, PAGE)
}
