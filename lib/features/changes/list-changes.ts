import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { accountNames } from '@/lib/data/accounts'
import { selectChanges } from '@/lib/data/change-log'
import { pool } from '@/lib/data/client'
import { parsePlace, printPlace } from '@/lib/data/cursor'
import type { ChangesFilter } from '@/lib/schemas/proposals-filter'
import { type HistoryEntry, historyEntry, namedIn } from './history-entry'

/** One change of the audit log, with its place in the chain. */
export interface LogEntry extends HistoryEntry {
  /** SHA-256 over the change and the one before, in hexadecimal. */
  hash: string
}

/** The audit log under the filter, the latest first. Throws Forbidden, and InvalidInput on a cursor of another list. */
export async function listChanges(
  viewer: Viewer,
  filter: ChangesFilter,
): Promise<{ rows: LogEntry[]; next: string | null }> {
  authorise(viewer, 'change.read')
  const { subject, actor, verb, cursor, limit } = filter
  const query = JSON.stringify({ subject, actor, verb })
  const before = cursor === null ? null : parsePlace(query, cursor).value
  const { rows, more } = await selectChanges(pool(), { subject, actor, verb, before, limit })
  const names = await accountNames(namedIn(rows))
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => ({ ...historyEntry(row, names), hash: row.hash.toString('hex') })),
    next: more && last ? printPlace(query, { value: String(last.seq), name: 'seq' }) : null,
  }
}
