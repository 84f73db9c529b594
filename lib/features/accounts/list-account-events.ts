import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type AccountEvent, accountEvents } from '@/lib/data/account-events'
import { parsePlace, printPlace } from '@/lib/data/cursor'

/** What is asked of the log of accounts. */
export interface EventsAsked {
  /** An account's id, or an address. */
  subject: string | null
  /** An account's id, or `terminal`. */
  actor: string | null
  cursor: string | null
  limit: number
}

/** A page of what was done to accounts, the newest first. Throws Forbidden, and InvalidInput on a cursor of another list. */
export async function listAccountEvents(
  viewer: Viewer,
  { subject, actor, cursor, limit }: EventsAsked,
): Promise<{ rows: AccountEvent[]; next: string | null }> {
  authorise(viewer, 'change.read')
  const query = JSON.stringify({ accounts: { subject, actor } })
  const before = cursor === null ? null : Number(parsePlace(query, cursor).value)
  const rows = await accountEvents({ subject, actor, before }, limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const more = rows.length > limit && last
  return {
    rows: page,
    next: more ? printPlace(query, { value: String(last.id), name: 'id' }) : null,
  }
}
