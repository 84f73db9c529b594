import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/clock'
import { findChange } from '@/lib/data/change-log'
import { transaction } from '@/lib/data/client'
import { effectBetween, type JointEffect } from '@/lib/data/effects'
import { type ListedProposal, proposalsOfBatch } from '@/lib/data/proposals'
import { may } from '@/lib/domain/permissions'
import type { Instant } from '@/lib/domain/types'
import { NotFound } from '@/lib/errors'

/** What was accepted in one step, and what that did. */
export interface Batch {
  /** The first of them, in the order of their changes. */
  rows: ListedProposal[]
  count: number
  at: Instant
  reviewerName: string | null
  /** The totals of the portfolio just before and just after, as of the day of the acceptance. */
  effect: JointEffect
  /** The first of its changes: undoing it undoes all of them. */
  change: number
  undoneBy: number | null
}

const MOST_ROWS = 200

/** One bulk acceptance by its id, to those who read every entry. Throws Forbidden, and NotFound when there is none. */
export async function getBatch(viewer: Viewer, id: string): Promise<Batch> {
  authorise(viewer, 'proposal.read', { own: false, alone: false, regions: [] })
  return transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read read only')
    const { rows, count, first, last } = await proposalsOfBatch(tx, id, MOST_ROWS)
    const change = first === null ? null : await findChange(tx, first)
    if (first === null || last === null || change === null) throw new NotFound('proposal', id)
    const { at, undoneBy } = change
    const effect = await effectBetween(tx, dayOf(at), { from: first - 1, to: last })
    const [one] = rows
    const reviewerName = one?.reviewerName ?? null
    return { rows, count, at, reviewerName, effect, change: first, undoneBy }
  })
}

/** Whether the asking account may undo a batch, for all that its rows say. */
export function mayUndoBatch({ actor, region }: Viewer, { rows }: Batch): boolean {
  const regions = rows.flatMap((row) => row.regions)
  return (
    actor !== 'nobody' &&
    may({ actor, region }, 'change.undo', { own: true, alone: false, regions })
  )
}
