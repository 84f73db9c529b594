import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { accountNames } from '@/lib/data/accounts'
import { changesOfSubject } from '@/lib/data/change-log'
import { pool } from '@/lib/data/client'
import { idsOf, loadAgreements } from '@/lib/data/ledger'
import { isReference } from '@/lib/domain/literal-lists'
import { holds, may } from '@/lib/domain/permissions'
import type { Instant } from '@/lib/domain/types'
import { NotFound } from '@/lib/errors'
import { type HistoryEntry, historyEntry, namedIn, OWNER } from './history-entry'
import { undoUntil } from './undo-window'

/** What of an entry is no person. */
function unnamed(entry: HistoryEntry): HistoryEntry {
  const actor = entry.actor === 'terminal' ? entry.actor : 'staff'
  const fields = entry.fields.filter(({ path }) => path !== OWNER)
  return { ...entry, fields, actor, actorName: null, proposal: null }
}

/**
 * How the record of one agreement came about, the latest first: when, what, why, from which source, field by field, as was
 * known at `knownAt` (null: now). Names of people are for those who hold history.read. Throws Forbidden, and NotFound when
 * the agreement never existed.
 */
export async function getHistory(
  viewer: Viewer,
  reference: string,
  { knownAt, clock }: { knownAt: Instant | null; clock: () => Instant },
): Promise<HistoryEntry[]> {
  authorise(viewer, 'portfolio.read')
  const { actor, region, name } = viewer
  const ids = isReference(reference) ? await idsOf(pool(), [reference]) : new Map<string, number>()
  const [agreement] = await loadAgreements(pool(), [...ids.values()])
  if (!agreement || actor === 'nobody') throw new NotFound('agreement', reference)
  const all = await changesOfSubject(pool(), reference)
  const changes = knownAt === null ? all : all.filter(({ at }) => at <= knownAt)
  if (!holds(actor, 'history.read'))
    return changes.map((change) => unnamed(historyEntry(change, new Map())))
  const names = await accountNames(namedIn(changes))
  const now = clock()
  return changes.map((change) => {
    const on = { own: change.actor === name, alone: false, regions: [agreement.region] }
    const undoes = may({ actor, region }, 'change.undo', on)
    return { ...historyEntry(change, names), undoUntil: undoes ? undoUntil(change, now) : null }
  })
}
