import { z } from 'zod'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type ChangeSaid, type LoggedStep, saidBy, saidSince } from '@/lib/data/change-log'
import { head } from '@/lib/data/changes'
import type { Tx } from '@/lib/data/client'
import { idsOf, type LedgerAgreement, loadAgreements } from '@/lib/data/ledger'
import { isBuiltUpon, onlyAdds, type Undoable, undoRecord } from '@/lib/data/plans/plan-undo'
import type { AgreementRecord } from '@/lib/data/record'
import { relatedAmong } from '@/lib/data/relations'
import { groupBy } from '@/lib/data/rows'
import { writeRecords } from '@/lib/data/write'
import { type Instant, REGIONS } from '@/lib/domain/types'
import { Refused } from '@/lib/errors'

const diffSchema = z.looseObject({
  key: z.record(z.string(), z.string()).optional(),
  created: z.record(z.string(), z.string()).optional(),
  changed: z.record(z.string(), z.tuple([z.string(), z.string()])).optional(),
  owner: z.tuple([z.string().nullable(), z.string().nullable()]).optional(),
})

type Diff = z.output<typeof diffSchema>

/** Verbs whose change brings an agreement into the ledger or edits its row; the others speak of statements. */
const OF_ROWS = ['import.agreement', 'accept.agreement', 'accept.edit']

function undoable({ seq, verb }: LoggedStep, { created, changed }: Diff): Undoable {
  const ofRow = OF_ROWS.includes(verb)
  return { seq, created: ofRow && created !== undefined, changed: (ofRow && changed) || {} }
}

/** Who undoes what, as one batch or alone. */
export interface Undoing {
  viewer: Viewer
  reason: string | null
  clock: () => Instant
  /** The batch of the changes that undo. */
  batch: string | null
  /** The batch of the changes that are undone. */
  of: string | null
}

/** A change that was undone, and the one that undoes it. */
export interface Pair {
  undone: number
  by: number
}

/** A change with what it says, and the agreement as it stands. */
interface Step {
  change: LoggedStep
  diff: Diff
  one: Undoable
  agreement: LedgerAgreement
}

function isTouched(
  { agreement, change, diff, one }: Step,
  since: readonly ChangeSaid[],
  related: ReadonlySet<number>,
): boolean {
  const later = since.filter(({ seq }) => seq > change.seq)
  if (one.created && (later.length > 0 || related.has(agreement.id))) return true
  const columns = Object.keys(one.changed)
  const rewritten = later.some((said) => {
    const { changed, owner } = diffSchema.parse(said.diff)
    // What the first acceptance said of the owner goes with the agreement itself.
    if (owner !== undefined && diff.owner !== undefined && !one.created) return true
    return changed !== undefined && columns.some((column) => column in changed)
  })
  return rewritten || isBuiltUpon(agreement, one)
}

function reversed(changed: Undoable['changed']) {
  return Object.fromEntries(
    Object.entries(changed).map(([column, [before, after]]) => [column, [after, before]]),
  )
}

function recordOf(
  { agreement, change, diff, one }: Step,
  { viewer, reason, batch }: Undoing,
): AgreementRecord {
  const owner = one.created ? undefined : diff.owner
  return {
    ...undoRecord(agreement, one),
    ...(owner && { owner: owner[0] }),
    change: {
      ...{ actor: viewer.name, verb: 'undo', reason, subject: change.subject, key: null, batch },
      undoes: change.seq,
      diff: {
        ...(Object.keys(one.changed).length > 0 && { changed: reversed(one.changed) }),
        ...(owner && { owner: [owner[1], owner[0]] }),
      },
    },
  }
}

function authoriseStep({ agreement, change, one }: Step, viewer: Viewer): void {
  const before = REGIONS.find((code) => code === one.changed.region?.[0])
  const regions = [agreement.region, ...(before ? [before] : [])]
  authorise(viewer, 'change.undo', { own: change.actor === viewer.name, alone: false, regions })
}

/** Of the changes of one agreement, the latest first, those that can be undone at once: all that merely added, or one. */
function firstRound(steps: readonly Step[]): readonly Step[] {
  const other = steps.findIndex(
    ({ agreement, diff, one }) => diff.owner !== undefined || !onlyAdds(agreement, one),
  )
  if (other < 0) return steps
  return steps.slice(0, Math.max(other, 1))
}

async function agreementsOf(tx: Tx, changes: readonly LoggedStep[]) {
  const ids = await idsOf(tx, [...new Set(changes.map(({ subject }) => subject))])
  const agreements = await loadAgreements(tx, [...ids.values()])
  return new Map(agreements.map((agreement) => [agreement.reference, agreement]))
}

/** Undoes a part of a batch, the changes of each agreement from the latest on, in as few rounds as they allow. Throws Forbidden, and Refused when something later rests on one. */
export async function undoPart(
  tx: Tx,
  part: readonly LoggedStep[],
  undoing: Undoing,
): Promise<Pair[]> {
  const said = await saidBy(
    tx,
    part.map(({ seq }) => seq),
  )
  const pairs: Pair[] = []
  for (let left = part; left.length > 0; ) {
    const agreements = await agreementsOf(tx, left)
    const steps = left.map((change): Step => {
      const agreement = agreements.get(change.subject)
      if (!agreement) throw new Refused('undo_not_here')
      const diff = diffSchema.parse(said.get(change.seq)?.diff)
      return { change, diff, one: undoable(change, diff), agreement }
    })
    const bySubject = groupBy(steps, ({ change }) => change.subject)
    const round = [...bySubject.values()].flatMap(firstRound)
    pairs.push(...(await undoRound(tx, round, undoing)))
    const done = new Set(round.map(({ change }) => change.seq))
    left = left.filter(({ seq }) => !done.has(seq))
  }
  return pairs
}

async function undoRound(tx: Tx, round: readonly Step[], undoing: Undoing): Promise<Pair[]> {
  const subjects = [...new Set(round.map(({ change }) => change.subject))]
  const earliest = Math.min(...round.map(({ change }) => change.seq))
  const since = groupBy(
    await saidSince(tx, subjects, earliest, undoing.of),
    ({ subject }) => subject,
  )
  const ids = [...new Set(round.map(({ agreement }) => agreement.id))]
  const related = await relatedAmong(tx, ids, undoing.of)
  for (const step of round) {
    authoriseStep(step, undoing.viewer)
    const { subject } = step.change
    if (isTouched(step, since.get(subject) ?? [], related))
      throw new Refused('undo_touched', { reference: subject })
  }
  const records = round.map((step) => recordOf(step, undoing))
  const written = await writeRecords(tx, await head(tx), records, undoing.clock())
  return written.map(({ seq }, index) => {
    const undone = round[index]?.change.seq
    if (undone === undefined) throw new Error('a change that undoes nothing')
    return { undone, by: seq }
  })
}
