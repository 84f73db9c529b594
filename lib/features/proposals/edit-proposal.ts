import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { transaction } from '@/lib/data/client'
import { cellsOfAgreement } from '@/lib/data/plans/agreement-cells'
import { findProposal, type ProposalRecord, rewriteProposal } from '@/lib/data/proposals'
import type { Instant } from '@/lib/domain/types'
import { Conflict, InvalidInput, NotFound, Refused } from '@/lib/errors'
import { type Payload, type PayloadList, statedRegion } from '@/lib/schemas/proposal'
import { aroundOf } from './around'
import { editConflicts, payloadConflicts } from './field-conflicts'
import { nameAgreement } from './name-agreement'
import { type ProposalStamp, stampOf } from './proposal'
import { reachedBy } from './reached'

/** What a proposal is to say now. */
export interface EditInput {
  viewer: Viewer
  id: string
  /** The version that was on the screen. */
  version: number
  payload: Payload
  /** Only the columns given change, and of the lists those named here, also to none; without it the payload is the whole. */
  partial?: { lists: readonly PayloadList[] }
  /** Of an edit that the agreement has overtaken: the version of the agreement that was looked through. */
  baseVersion?: number
  clock: () => Instant
}

function merged(held: Payload, given: Payload, partial: EditInput['partial']): Payload {
  if (!partial) return given
  const listOf = (list: PayloadList) => (partial.lists.includes(list) ? given : held)[list]
  return {
    cells: { ...held.cells, ...given.cells },
    claims: listOf('claims'),
    commitments: listOf('commitments'),
  }
}

/**
 * Saves a draft or a returned proposal of one's own; nothing typed is refused for being incomplete. Throws NotFound,
 * Forbidden, Conflict with both versions field by field when somebody saved since `version` or the agreement moved since
 * `baseVersion`, and Refused when it is submitted or has ended.
 */
export async function editProposal(input: EditInput): Promise<ProposalStamp> {
  const { viewer, id, version, clock } = input
  authorise(viewer, 'proposal.edit')
  return transaction(async (tx) => {
    const held = await findProposal(tx, id, { lock: true })
    if (!held) throw new NotFound('proposal', id)
    const payload = merged(held.payload, input.payload, input.partial)
    const around = await aroundOf(tx, held)
    const { agreement } = around
    authorise(viewer, 'proposal.edit', reachedBy(viewer, held, around))
    authorise(viewer, 'proposal.edit', reachedBy(viewer, { ...held, payload }, around))
    if (held.state !== 'draft' && held.state !== 'returned')
      throw new Refused('proposal_not_editable', { state: held.state })
    if (held.version !== version)
      throw new Conflict(held.version, payloadConflicts(held.payload, payload))
    const named = payload.cells.reference?.trim()
    if (held.kind !== 'agreement' && named && named !== held.subject)
      throw new InvalidInput([{ path: 'reference', code: 'reference_differs' }])
    const base = rebased(held, input, agreement && cellsOfAgreement(agreement), agreement?.version)
    const at = clock()
    const own = { id, current: held.subject }
    const subject =
      held.kind === 'agreement' ? await nameAgreement(tx, payload.cells, own, at) : held.subject
    const region = statedRegion(held.kind, payload.cells) ?? agreement?.region ?? null
    const saved = await rewriteProposal(tx, id, version, { subject, payload, ...base, region, at })
    if (!saved) throw new Conflict(held.version)
    return stampOf(saved)
  })
}

function rebased(
  held: ProposalRecord,
  { baseVersion, payload }: EditInput,
  current: Record<string, string> | undefined,
  currentVersion: number | undefined,
): Pick<ProposalRecord, 'baseVersion' | 'base'> {
  const same = { baseVersion: held.baseVersion, base: held.base }
  if (held.kind !== 'edit' || baseVersion === undefined || !current || !currentVersion) return same
  if (baseVersion !== currentVersion)
    throw new Conflict(currentVersion, editConflicts(held.base ?? {}, current, payload.cells))
  return { baseVersion, base: current }
}
