import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { accountNames } from '@/lib/data/accounts'
import { pool } from '@/lib/data/client'
import { cellsOfAgreement } from '@/lib/data/plans/agreement-cells'
import { heldCells } from '@/lib/data/plans/plan-apart'
import { findProposal, isOnlyAccount, keepEffect, type ProposalRecord } from '@/lib/data/proposals'
import { may, type Permission, type Reached } from '@/lib/domain/permissions'
import type { Instant } from '@/lib/domain/types'
import { NotFound } from '@/lib/errors'
import type { Cells } from '@/lib/schemas/proposal'
import { aroundOf } from './around'
import { judgeProposed } from './judge'
import type { Allowed, FieldVersions, Preview, ProposalDetail } from './proposal'
import { reachedBy } from './reached'
import { rightOn } from './review-right'

const OPEN = ['draft', 'returned', 'submitted']

function allowed(viewer: Viewer, { state }: ProposalRecord, on: Reached): Allowed {
  const { actor, region } = viewer
  const can = (permission: Permission) =>
    actor !== 'nobody' && may({ actor, region }, permission, on)
  const editable = state === 'draft' || state === 'returned'
  const review = state === 'submitted' && can('proposal.review')
  return {
    edit: editable && can('proposal.edit'),
    submit: editable && can('proposal.edit'),
    withdraw: OPEN.includes(state) && can('proposal.edit'),
    review,
    selfAcceptance: review && on.own,
  }
}

function fieldVersions(base: Cells, current: Cells, proposed: Cells): FieldVersions[] {
  return Object.keys(current)
    .map((path) => ({
      path,
      base: base[path] ?? '',
      current: current[path] ?? '',
      proposed: proposed[path] ?? base[path] ?? '',
    }))
    .filter((one) => one.base !== one.proposed || one.base !== one.current)
}

const NOTHING: Preview = { problems: [], warnings: [], effect: null }

/** A proposal with what is missing, what it would do now, and what the asking account may do with it. Of one that has ended: what it would have done when it was submitted. Throws NotFound and Forbidden. */
export async function getProposal(
  viewer: Viewer,
  id: string,
  clock: () => Instant,
): Promise<ProposalDetail> {
  authorise(viewer, 'proposal.read')
  const db = pool()
  const proposal = await findProposal(db, id)
  if (!proposal) throw new NotFound('proposal', id)
  const around = await aroundOf(db, proposal)
  const about = proposal.kind === 'agreement' ? undefined : around.agreement
  const alone = await isOnlyAccount(db)
  const reached = reachedBy(viewer, proposal, { ...around, agreement: about }, alone)
  authorise(viewer, 'proposal.read', reached)
  const open = OPEN.includes(proposal.state)
  const judged = open
    ? await judgeProposed(proposal, clock())
    : { ...NOTHING, effect: proposal.effect }
  if (proposal.state === 'submitted' && judged.effect)
    await keepEffect(db, id, proposal.version, judged.effect)
  const edits = proposal.kind === 'edit' && about && open
  const current = edits ? cellsOfAgreement(about) : (proposal.base ?? {})
  const { author, reviewer } = proposal
  const names = await accountNames([author, ...(reviewer === null ? [] : [reviewer])])
  return {
    proposal,
    ...judged,
    authorName: names.get(author)?.name ?? null,
    reviewerName: (reviewer !== null && names.get(reviewer)?.name) || null,
    right: rightOn(viewer, { ...proposal, regions: reached.regions }, alone),
    allowed: allowed(viewer, proposal, reached),
    held: open ? heldCells(around.apart, proposal.subject ?? '') : null,
    fields: proposal.base ? fieldVersions(proposal.base, current, proposal.payload.cells) : [],
    stale: Boolean(edits) && about?.version !== proposal.baseVersion,
  }
}
