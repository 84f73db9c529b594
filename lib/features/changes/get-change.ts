import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { accountNames } from '@/lib/data/accounts'
import { findChange, type LoggedChange } from '@/lib/data/change-log'
import { type Db, pool } from '@/lib/data/client'
import { idsOf, loadAgreements } from '@/lib/data/ledger'
import { may } from '@/lib/domain/permissions'
import type { Instant, Region } from '@/lib/domain/types'
import { Forbidden, NotFound } from '@/lib/errors'
import { type HistoryEntry, historyEntry, namedIn } from './history-entry'
import { apartOf, regionsApart } from './undo-apart'
import { undoUntil } from './undo-window'

async function regionsOf(db: Db, change: LoggedChange): Promise<Region[]> {
  if (apartOf(change) !== null) return regionsApart(db, change)
  const ids = await idsOf(db, [change.subject])
  return (await loadAgreements(db, [...ids.values()])).map(({ region }) => region)
}

/** One change as an entry of the history of what it is about, and until when the asking account can undo it. Throws Forbidden and NotFound. */
export async function getChange(
  viewer: Viewer,
  seq: number,
  clock: () => Instant,
): Promise<HistoryEntry> {
  authorise(viewer, 'history.read')
  const { actor, region, name } = viewer
  if (actor === 'nobody') throw new Forbidden('history.read')
  const change = await findChange(pool(), seq)
  if (!change) throw new NotFound('change', String(seq))
  const on = { own: change.actor === name, alone: false, regions: await regionsOf(pool(), change) }
  const undoes = may({ actor, region }, 'change.undo', on)
  return {
    ...historyEntry(change, await accountNames(namedIn([change]))),
    undoUntil: undoes ? undoUntil(change, clock()) : null,
  }
}
