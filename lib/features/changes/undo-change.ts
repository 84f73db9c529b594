import 'server-only'
import { randomUUID } from 'node:crypto'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { findChange, type LoggedStep, stepsOfBatch } from '@/lib/data/change-log'
import { lockChain } from '@/lib/data/changes'
import { repeatable, transactionOnce } from '@/lib/data/once'
import { groupBy } from '@/lib/data/rows'
import { APART_PROPOSALS, type Instant } from '@/lib/domain/types'
import { NotFound, Refused } from '@/lib/errors'
import { apartOf, undoApart } from './undo-apart'
import { type Pair, undoPart } from './undo-part'
import { UNDO_WITHIN_MS } from './undo-window'

/** Changes undone at a time: their agreements and standings are in memory at once. */
const PART_CHANGES = 500

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

function refuse(change: LoggedStep, now: Instant): void {
  if (change.undoes !== null) throw new Refused('undo_of_undo')
  if (change.undoneBy !== null) throw new Refused('undo_done')
  if (now - change.at > UNDO_WITHIN_MS) throw new Refused('undo_too_late')
}

/** Changes in parts that are undone one after the other, those of one agreement together. */
function partsOf(changes: readonly LoggedStep[]): LoggedStep[][] {
  const parts: LoggedStep[][] = []
  for (const ofOne of groupBy(changes, ({ subject }) => subject).values()) {
    const part = parts.at(-1)
    if (part && part.length < PART_CHANGES) part.push(...ofOne)
    else parts.push([...ofOne])
  }
  return parts
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
    const together = asked.batch === null ? [asked] : await stepsOfBatch(tx, asked.batch)
    const now = clock()
    for (const change of together) refuse(change, now)
    const batch = together.length > 1 ? randomUUID() : null
    const undoing = { viewer, reason, clock, batch, of: asked.batch }
    const pairs: Pair[] = []
    for (const part of partsOf(together.filter((change) => apartOf(change) === null)))
      pairs.push(...(await undoPart(tx, part, undoing)))
    for (const kind of APART_PROPOSALS) {
      const part = together.filter((change) => apartOf(change) === kind)
      pairs.push(...(await undoApart(tx, kind, part, undoing)))
    }
    pairs.sort((a, b) => b.undone - a.undone)
    return { undone: pairs.map(({ undone }) => undone), changes: pairs.map(({ by }) => by) }
  })
}
