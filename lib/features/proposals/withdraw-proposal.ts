import 'server-only'
import { authorise } from '@/lib/auth/viewer'
import { repeatable, transactionOnce } from '@/lib/data/once'
import { findProposal, moveProposal } from '@/lib/data/proposals'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { aroundOf } from './around'
import { type ProposalStamp, stampOf } from './proposal'
import { reachedBy } from './reached'
import type { StepInput } from './submit-proposal'

/** Takes a proposal of one's own back for good; it stays readable. The same step twice is one. Throws NotFound, Forbidden, Conflict, and Refused when it was accepted. */
export async function withdrawProposal({
  viewer,
  id,
  version,
  key,
  clock,
}: StepInput): Promise<ProposalStamp> {
  authorise(viewer, 'proposal.edit')
  return transactionOnce(repeatable(viewer.name, key, ['withdraw', id, version]), async (tx) => {
    const held = await findProposal(tx, id, { lock: true })
    if (!held) throw new NotFound('proposal', id)
    const around = await aroundOf(tx, held)
    authorise(viewer, 'proposal.edit', reachedBy(viewer, held, around))
    if (held.state === 'withdrawn' && held.version === version + 1) return stampOf(held)
    if (held.state === 'accepted' || held.state === 'withdrawn')
      throw new Refused('proposal_ended', { state: held.state })
    if (held.version !== version) throw new Conflict(held.version)
    return stampOf(await moveProposal(tx, id, { to: 'withdrawn', at: clock() }))
  })
}
