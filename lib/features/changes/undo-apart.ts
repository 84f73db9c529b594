import { z } from 'zod'
import { authorise } from '@/lib/auth/viewer'
import { changesOfSubject, type LoggedChange } from '@/lib/data/change-log'
import { type ChangeDraft, head } from '@/lib/data/changes'
import type { Db, Tx } from '@/lib/data/client'
import { cellsOfTarget } from '@/lib/data/plans/plan-targets'
import { loadRates } from '@/lib/data/rates'
import { loadTargets } from '@/lib/data/targets'
import { type LedgerRecord, writeLedger } from '@/lib/data/write-ledger'
import { type ApartProposal, NATIONAL, REGIONS, type Region } from '@/lib/domain/types'
import { Refused } from '@/lib/errors'
import { targetRow } from '@/lib/schemas/import'
import type { UndoInput } from './undo-change'

const diffSchema = z.looseObject({
  created: z.record(z.string(), z.string()).optional(),
  changed: z.record(z.string(), z.tuple([z.string(), z.string()])).default({}),
})

/** Whether a change is about a target or a rate, which stand beside the agreements. */
export function apartOf({ verb }: Pick<LoggedChange, 'verb'>): ApartProposal | null {
  if (verb.endsWith('.target')) return 'target'
  return verb.endsWith('.rate') ? 'rate' : null
}

/** The regions that a change of a target or rate touches, before and after. */
export async function regionsApart(db: Db, change: LoggedChange): Promise<Region[]> {
  if (apartOf(change) === 'rate') return [NATIONAL]
  const { created, changed } = diffSchema.parse(change.diff)
  const held = (await loadTargets(db)).get(change.subject)?.region
  const texts = [held, created?.region, ...(changed.region ?? [])]
  return REGIONS.filter((code) => texts.includes(code))
}

async function reversing(tx: Tx, change: LoggedChange, undo: ChangeDraft): Promise<LedgerRecord> {
  if (apartOf(change) === 'rate') {
    const rate = (await loadRates(tx)).get(change.subject)
    if (!rate) throw new Refused('undo_not_here')
    return { change: undo, rate, takesBack: change.seq }
  }
  const target = (await loadTargets(tx)).get(change.subject)
  if (!target) throw new Refused('undo_not_here')
  const { created, changed } = diffSchema.parse(change.diff)
  if (created) return { change: undo, create: false, takenBack: true, target }
  const before = Object.entries(changed).map(([column, [text]]) => [column, text] as const)
  const row = targetRow.parse({ ...cellsOfTarget(target), ...Object.fromEntries(before) })
  return { change: undo, create: false, target: row }
}

/** Undoes one change of a target or rate: what it brought is taken back, what it changed stands as before; nothing is deleted. Returns the change that undoes it. Throws Forbidden, and Refused when something later rests on it. */
export async function undoApart(
  tx: Tx,
  change: LoggedChange,
  { viewer, reason, clock }: UndoInput,
  { batch, within }: { batch: string | null; within: Set<number> },
): Promise<number> {
  const { seq, subject, diff } = change
  const regions = await regionsApart(tx, change)
  authorise(viewer, 'change.undo', { own: change.actor === viewer.name, alone: false, regions })
  const later = (await changesOfSubject(tx, subject, seq)).filter(
    (one) => one.undoes === null && one.undoneBy === null && !within.has(one.seq),
  )
  if (later.length > 0) throw new Refused('undo_touched', { reference: subject })
  const { changed } = diffSchema.parse(diff)
  const back = Object.entries(changed).map(([column, [was, is]]) => [column, [is, was]] as const)
  const undo = {
    ...{ actor: viewer.name, verb: 'undo', reason, subject, key: null, batch, undoes: seq },
    diff: back.length > 0 ? { changed: Object.fromEntries(back) } : {},
  }
  const record = await reversing(tx, change, undo)
  const [written] = await writeLedger(tx, await head(tx), [record], clock())
  if (!written) throw new Error(`change ${seq} was not undone`)
  return written.seq
}
