import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { repeatable, transactionOnce } from '@/lib/data/once'
import { findProposal, moveProposal } from '@/lib/data/proposals'
import type { Instant } from '@/lib/domain/types'
import { Conflict, InvalidInput, NotFound, Refused } from '@/lib/errors'
import { aroundOf } from './around'
import { judge } from './judge'
import { type ProposalStamp, stampOf } from './proposal'
import { reachedBy } from './reached'

/** A step on a proposal as it was seen. */
export interface StepInput {
  viewer: Viewer
  id: string
  /** The version that was on the screen. */
  version: number
  /** An idempotency key of the client's own: the same key and step give the first result again. */
  key?: string | undefined
  clock: () => Instant
}

/**
 * Hands a draft or a returned proposal of one's own to the reviewers, with what it would do to the portfolio. The same
 * step twice is one. Throws NotFound, Forbidden, Conflict, Refused when it is not a draft, and InvalidInput naming every
 * field that is missing or wrong.
 */
export async function submitProposal({
  viewer,
  id,
  version,
  key,
  clock,
}: StepInput): Promise<ProposalStamp> {
  authorise(viewer, 'proposal.edit')
  const judged = await judge(id, clock())
  if (!judged) throw new NotFound('proposal', id)
  return transactionOnce(repeatable(viewer.name, key, ['submit', id, version]), async (tx) => {
    const held = await findProposal(tx, id, { lock: true })
    if (!held) throw new NotFound('proposal', id)
    const around = await aroundOf(tx, held)
    authorise(viewer, 'proposal.edit', reachedBy(viewer, held, around))
    if (held.state === 'submitted' && held.version === version + 1) return stampOf(held)
    if (held.state !== 'draft' && held.state !== 'returned')
      throw new Refused('proposal_not_editable', { state: held.state })
    if (held.version !== version || judged.proposal.version !== version)
      throw new Conflict(held.version)
    if (judged.problems.length > 0 || !judged.effect) throw new InvalidInput(judged.problems)
    const step = { to: 'submitted', at: clock(), effect: judged.effect } as const
    return stampOf(await moveProposal(tx, id, step))
  })
}
