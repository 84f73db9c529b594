import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import type { Instant, ProposalKind } from '@/lib/domain/types'
import type { Payload } from '@/lib/schemas/proposal'
import { aroundOf } from './around'
import { judgeProposed } from './judge'
import { nameAgreement } from './name-agreement'
import type { Preview } from './proposal'
import { reachedBy } from './reached'

/** Something typed that nobody saved yet. */
export interface PreviewInput {
  viewer: Viewer
  kind: ProposalKind
  /** The agreement that it is about; of a new one, the name reserved for it, if any. */
  reference: string | null
  payload: Payload
  clock: () => Instant
}

/** What is missing before it could be submitted, what is worth a second look, and what accepting it would do: the same as getProposal says, of something that is only typed. Keeps nothing. Throws Forbidden. */
export async function previewProposal({
  viewer,
  kind,
  reference,
  payload,
  clock,
}: PreviewInput): Promise<Preview> {
  authorise(viewer, 'proposal.create')
  const now = clock()
  // What is not saved yet has no reserved name: judged under the one that it would get.
  const named = async () =>
    kind === 'agreement'
      ? nameAgreement(pool(), payload.cells, { id: null, current: null }, now)
      : null
  const proposed = { kind, subject: reference ?? (await named()), payload }
  const around = await aroundOf(pool(), proposed)
  const about = kind === 'agreement' ? { ...around, agreement: undefined } : around
  authorise(
    viewer,
    'proposal.create',
    reachedBy(viewer, { ...proposed, author: viewer.name }, about),
  )
  return judgeProposed(proposed, now)
}
