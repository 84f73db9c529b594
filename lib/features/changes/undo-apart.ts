import { z } from 'zod'
import { authorise } from '@/lib/auth/viewer'
import { type LoggedChange, type LoggedStep, saidBy, saidSince } from '@/lib/data/change-log'
import { type ChangeDraft, head } from '@/lib/data/changes'
import type { Db, Tx } from '@/lib/data/client'
import { cellsOfTarget } from '@/lib/data/plans/plan-targets'
import { loadRates, type RateRecord } from '@/lib/data/rates'
import { groupBy } from '@/lib/data/rows'
import { type LedgerTarget, loadTargets, type TargetRecord } from '@/lib/data/targets'
import { writeLedger } from '@/lib/data/write-ledger'
import { type ApartProposal, NATIONAL, REGIONS, type Region } from '@/lib/domain/types'
import { Refused } from '@/lib/errors'
import { targetRow } from '@/lib/schemas/import'
import type { Pair, Undoing } from './undo-part'

const diffSchema = z.looseObject({
  created: z.record(z.string(), z.string()).optional(),
  changed: z.record(z.string(), z.tuple([z.string(), z.string()])).default({}),
})

type Diff = z.output<typeof diffSchema>

/** Whether a change is about a target or a rate, which stand beside the agreements. */
export function apartOf({ verb }: Pick<LoggedChange, 'verb'>): ApartProposal | null {
  if (verb.endsWith('.target')) return 'target'
  return verb.endsWith('.rate') ? 'rate' : null
}

function touched(
  change: Pick<LoggedChange, 'verb'>,
  { created, changed }: Diff,
  held: string | undefined,
): Region[] {
  if (apartOf(change) === 'rate') return [NATIONAL]
  const texts = [held, created?.region, ...(changed.region ?? [])]
  return REGIONS.filter((code) => texts.includes(code))
}

/** The regions that a change of a target or rate touches, before and after. */
export async function regionsApart(db: Db, change: LoggedChange): Promise<Region[]> {
  const held = (await loadTargets(db)).get(change.subject)?.region
  return touched(change, diffSchema.parse(change.diff), held)
}

/** What undoing a change of a target writes. */
function targetBack(held: LedgerTarget | undefined, diff: Diff, undo: ChangeDraft): TargetRecord {
  if (!held) throw new Refused('undo_not_here')
  if (diff.created) return { change: undo, create: false, takenBack: true, target: held }
  const before = Object.entries(diff.changed).map(([column, [text]]) => [column, text] as const)
  const target = targetRow.parse({ ...cellsOfTarget(held), ...Object.fromEntries(before) })
  return { change: undo, create: false, target }
}

/** Undoes changes of one batch that are all about targets or all about rates: what they brought is taken back, what they changed stands as before; nothing is deleted. Throws Forbidden, and Refused when something later rests on one. */
export async function undoApart(
  tx: Tx,
  kind: ApartProposal,
  part: readonly LoggedStep[],
  { viewer, reason, clock, batch, of }: Undoing,
): Promise<Pair[]> {
  if (part.length === 0) return []
  const said = await saidBy(
    tx,
    part.map(({ seq }) => seq),
  )
  const subjects = part.map(({ subject }) => subject)
  const since = groupBy(
    await saidSince(tx, subjects, part.at(-1)?.seq ?? 0, of),
    (one) => one.subject,
  )
  const [targets, rates] = [await loadTargets(tx), await loadRates(tx)]
  const records = part.map((change): TargetRecord | RateRecord => {
    const { seq, subject } = change
    const diff = diffSchema.parse(said.get(seq)?.diff)
    const regions = touched(change, diff, targets.get(subject)?.region)
    authorise(viewer, 'change.undo', { own: change.actor === viewer.name, alone: false, regions })
    if ((since.get(subject) ?? []).some((later) => later.seq > seq))
      throw new Refused('undo_touched', { reference: subject })
    const back = Object.entries(diff.changed).map(([column, [was, is]]) => [column, [is, was]])
    const undo: ChangeDraft = {
      ...{
        actor: viewer.name,
        verb: `undo.${kind}`,
        reason,
        subject,
        key: null,
        batch,
        undoes: seq,
      },
      diff: back.length > 0 ? { changed: Object.fromEntries(back) } : {},
    }
    if (kind === 'target') return targetBack(targets.get(subject), diff, undo)
    const rate = rates.get(subject)
    if (!rate) throw new Refused('undo_not_here')
    return { change: undo, rate, takesBack: seq }
  })
  const written = await writeLedger(tx, await head(tx), records, clock())
  return written.map(({ seq }, index) => ({ undone: part[index]?.seq ?? 0, by: seq }))
}
