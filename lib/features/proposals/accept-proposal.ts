import 'server-only'
import { authorise } from '@/lib/auth/viewer'
import { lockChain } from '@/lib/data/changes'
import { repeatable, transactionOnce } from '@/lib/data/once'
import { acceptInto } from './accept-into'
import type { AcceptedStamp } from './proposal'
import type { StepInput } from './submit-proposal'

/**
 * Accepts a submission: writes what it says in one Change and publishes it. The same step twice is one. Throws NotFound;
 * Forbidden, also to its author unless theirs is the only account; Refused when it is not submitted; Conflict, field by
 * field, when it or the agreement that it edits has moved; InvalidInput when the ledger no longer lets it in.
 */
export async function acceptProposal({
  viewer,
  id,
  version,
  key,
  clock,
}: StepInput): Promise<AcceptedStamp> {
  authorise(viewer, 'proposal.review')
  return transactionOnce(repeatable(viewer.name, key, ['accept', id, version]), async (tx) => {
    await lockChain(tx)
    return acceptInto(tx, { viewer, id, version, batch: null, now: clock() })
  })
}
