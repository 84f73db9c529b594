import { dayOf } from '@/lib/clock'
import { lockChain } from '@/lib/data/changes'
import { type Db, pool, rehearsal } from '@/lib/data/client'
import { type Effect, rehearseEffect } from '@/lib/data/effects'
import { type Around, type Proposed, planProposal } from '@/lib/data/plans/plan-proposal'
import { findProposal, type ProposalRecord } from '@/lib/data/proposals'
import type { Instant } from '@/lib/domain/types'
import type { Problem } from '@/lib/errors'
import { aroundOf } from './around'
import { warningsOf } from './warnings'

/** What stands in the way of something proposed, what is worth a second look, and what accepting it would do. */
export interface Judgement {
  problems: Problem[]
  warnings: Problem[]
  /** Null while there are problems. */
  effect: Effect | null
}

const REHEARSED = { actor: 'rehearsal', id: 'rehearsal' }

/** Plans something proposed and, when nothing stands in its way, writes it and takes it back to see what it would do. */
export async function judgeProposed(proposed: Proposed, now: Instant): Promise<Judgement> {
  const db: Db = pool()
  const around: Around = await aroundOf(db, proposed)
  const { record, problems } = planProposal(proposed, around, REHEARSED)
  const warnings = await warningsOf(db, proposed, around)
  if (!record) return { problems, warnings, effect: null }
  return rehearsal(async (tx) => {
    const last = await lockChain(tx)
    // Judged again: whoever wrote meanwhile is done now, and nobody else can write.
    const sure = planProposal(proposed, await aroundOf(tx, proposed), REHEARSED)
    if (!sure.record) return { problems: sure.problems, warnings, effect: null }
    const moment = { asOf: dayOf(now), now }
    const effect = await rehearseEffect(tx, last, sure.record, moment)
    return { problems: [], warnings, effect }
  })
}

/** A kept proposal and what can be said of it now; null when there is none. */
export async function judge(
  id: string,
  now: Instant,
): Promise<(Judgement & { proposal: ProposalRecord }) | null> {
  const proposal = await findProposal(pool(), id)
  if (!proposal) return null
  return { proposal, ...(await judgeProposed(proposal, now)) }
}
