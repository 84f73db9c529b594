import 'server-only'
import { authorise } from '@/lib/auth/viewer'
import { repeatable, transactionOnce } from '@/lib/data/once'
import { findProposal, isOnlyAccount, moveProposal } from '@/lib/data/proposals'
import { Conflict, InvalidInput, NotFound, Refused } from '@/lib/errors'
import { type ReviewNote, reviewNote } from '@/lib/schemas/review'
import { aroundOf } from './around'
import { type ProposalStamp, stampOf } from './proposal'
import { reachedBy } from './reached'
import type { StepInput } from './submit-proposal'

/** Gives a submission back to its author with a note, on a field or on the whole. The same step twice is one. Throws NotFound, Forbidden, Conflict, InvalidInput on an empty note, and Refused when it is not submitted. */
export async function returnProposal({
  viewer,
  id,
  version,
  note,
  key,
  clock,
}: StepInput & { note: ReviewNote }): Promise<ProposalStamp> {
  authorise(viewer, 'proposal.review')
  const said = reviewNote.safeParse(note)
  const request = repeatable(viewer.name, key, ['return', id, version, note])
  return transactionOnce(request, async (tx) => {
    const held = await findProposal(tx, id, { lock: true })
    if (!held) throw new NotFound('proposal', id)
    const around = await aroundOf(tx, held)
    const reached = reachedBy(viewer, held, around, await isOnlyAccount(tx))
    authorise(viewer, 'proposal.review', reached)
    const again = held.state === 'returned' && held.version === version + 1
    if (again && held.reviewer === viewer.name) return stampOf(held)
    if (held.state !== 'submitted')
      throw new Refused('proposal_not_submitted', { state: held.state })
    if (held.version !== version) throw new Conflict(held.version)
    if (!said.success) throw new InvalidInput([{ path: 'note', code: 'required' }])
    const step = { to: 'returned', at: clock(), reviewer: viewer.name, note: said.data } as const
    return stampOf(await moveProposal(tx, id, step))
  })
}
