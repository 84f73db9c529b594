import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import {
  changesOfBatch,
  changesOfSubject,
  findChange,
  type LoggedChange,
} from '@/lib/data/change-log'
import { head, lockChain } from '@/lib/data/changes'
import type { Tx } from '@/lib/data/client'
import { idsOf, type LedgerAgreement, loadAgreements } from '@/lib/data/ledger'
import { repeatable, transactionOnce } from '@/lib/data/once'
import { isBuiltUpon, type Undoable, undoRecord } from '@/lib/data/plans/plan-undo'
import { isRelatedTo } from '@/lib/data/relations'
import { writeRecords } from '@/lib/data/write'
import { type Instant, REGIONS } from '@/lib/domain/types'
import { NotFound, Refused } from '@/lib/errors'
import { apartOf, undoApart } from './undo-apart'
import { UNDO_WITHIN_MS } from './undo-window'

const diffSchema = z.looseObject({
  key: z.record(z.string(), z.string()).optional(),
  created: z.record(z.string(), z.string()).optional(),
  changed: z.record(z.string(), z.tuple([z.string(), z.string()])).optional(),
  owner: z.tuple([z.string().nullable(), z.string().nullable()]).optional(),
})

/** Verbs whose change brings an agreement into the ledger or edits its row; the others speak of statements. */
const OF_ROWS = ['import.agreement', 'accept.agreement', 'accept.edit']

function undoable({ seq, verb, diff }: LoggedChange): Undoable {
  const { created, changed } = diffSchema.parse(diff)
  const ofRow = OF_ROWS.includes(verb)
  return { seq, created: ofRow && created !== undefined, changed: (ofRow && changed) || {} }
}

/** What was asked to be undone. */
export interface UndoInput {
  viewer: Viewer
  /** The number of the change; all changes of its batch are undone with it. */
  seq: number
  reason: string | null
  /** An idempotency key of the client's own. */
  key?: string | undefined
  clock: () => Instant
}

/** What undoing wrote. */
export interface Undone {
  /** The changes that were undone, and the ones that undo them, in step. */
  undone: number[]
  changes: number[]
}

function refuse(change: LoggedChange, now: Instant): void {
  if (change.undoes !== null) throw new Refused('undo_of_undo')
  if (change.undoneBy !== null) throw new Refused('undo_done')
  if (now - change.at > UNDO_WITHIN_MS) throw new Refused('undo_too_late')
}

async function isTouched(
  tx: Tx,
  agreement: LedgerAgreement,
  one: Undoable,
  { handedOver, within }: { handedOver: boolean; within: Set<number> },
) {
  const later = (await changesOfSubject(tx, agreement.reference, one.seq)).filter(
    ({ seq, undoes, undoneBy }) => undoes === null && undoneBy === null && !within.has(seq),
  )
  if (one.created && (later.length > 0 || (await isRelatedTo(tx, agreement.id)))) return true
  const columns = Object.keys(one.changed)
  const rewritten = later.some(({ diff }) => {
    const { changed, owner } = diffSchema.parse(diff)
    if (owner !== undefined && handedOver) return true
    return changed !== undefined && columns.some((column) => column in changed)
  })
  return rewritten || isBuiltUpon(agreement, one)
}

function reversed(changed: Undoable['changed']) {
  return Object.fromEntries(
    Object.entries(changed).map(([column, [before, after]]) => [column, [after, before]]),
  )
}

async function undoOne(
  tx: Tx,
  change: LoggedChange,
  { viewer, reason, clock }: UndoInput,
  { batch, within }: { batch: string | null; within: Set<number> },
): Promise<number> {
  const id = (await idsOf(tx, [change.subject])).get(change.subject)
  const [agreement] = id === undefined ? [] : await loadAgreements(tx, [id])
  if (!agreement) throw new Refused('undo_not_here')
  const one = undoable(change)
  const before = REGIONS.find((code) => code === one.changed.region?.[0])
  const regions = [agreement.region, ...(before ? [before] : [])]
  authorise(viewer, 'change.undo', { own: change.actor === viewer.name, alone: false, regions })
  // What the first acceptance said of the owner goes with the agreement itself.
  const owner = one.created ? undefined : diffSchema.parse(change.diff).owner
  const handedOver = owner !== undefined
  if (await isTouched(tx, agreement, one, { handedOver, within }))
    throw new Refused('undo_touched', { reference: change.subject })
  const record = {
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
  const [written] = await writeRecords(tx, await head(tx), [record], clock())
  if (!written) throw new Error(`change ${change.seq} was not undone`)
  return written.seq
}

/**
 * Undoes a change, and all of its batch with it, for 30 minutes: by new changes that take back what it recorded and state
 * again what it took back; nothing is deleted. Throws NotFound, Forbidden, and Refused when it is too late, was undone
 * already, or something later rests on it.
 */
export async function undoChange(input: UndoInput): Promise<Undone> {
  const { viewer, seq, reason, key, clock } = input
  authorise(viewer, 'change.undo')
  return transactionOnce(repeatable(viewer.name, key, ['undo', seq, reason]), async (tx) => {
    await lockChain(tx)
    const asked = await findChange(tx, seq)
    if (!asked) throw new NotFound('change', String(seq))
    const together = asked.batch === null ? [asked] : await changesOfBatch(tx, asked.batch)
    const now = clock()
    for (const change of together) refuse(change, now)
    const within = new Set(together.map((change) => change.seq))
    const batch = together.length > 1 ? randomUUID() : null
    const changes: number[] = []
    for (const change of together) {
      const undo = apartOf(change) === null ? undoOne : undoApart
      changes.push(await undo(tx, change, input, { batch, within }))
    }
    return { undone: together.map((change) => change.seq), changes }
  })
}
