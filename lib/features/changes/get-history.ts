import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { changesOfSubject } from '@/lib/data/change-log'
import { pool } from '@/lib/data/client'
import { idsOf } from '@/lib/data/ledger'
import { NotFound } from '@/lib/errors'
import { type HistoryEntry, historyEntry } from './history-entry'

/** How the record of one agreement came about, the latest first: also of one that was taken back. Throws Forbidden, and NotFound when it never existed. */
export async function getHistory(viewer: Viewer, reference: string): Promise<HistoryEntry[]> {
  authorise(viewer, 'history.read')
  const known = await idsOf(pool(), [reference])
  if (!known.has(reference)) throw new NotFound('agreement', reference)
  return (await changesOfSubject(pool(), reference)).map(historyEntry)
}
