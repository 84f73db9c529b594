import 'server-only'
import { createHash } from 'node:crypto'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type Tx, transaction } from '@/lib/data/client'
import { cellsOfAgreement } from '@/lib/data/plans/agreement-cells'
import { type Around, type Proposed, planProposal } from '@/lib/data/plans/plan-proposal'
import { findByKey, findProposal, insertProposal, type ProposalRecord } from '@/lib/data/proposals'
import type { AgreementProposal, Instant, Region } from '@/lib/domain/types'
import { Conflict, InvalidInput, NotFound, Refused } from '@/lib/errors'
import { type Payload, statedRegion } from '@/lib/schemas/proposal'
import { aroundOf } from './around'
import { editConflicts } from './field-conflicts'
import { nameAgreement } from './name-agreement'
import { type ProposalStamp, stampOf } from './proposal'
import { reachedBy } from './reached'
import { submitProposal } from './submit-proposal'

/** Something to propose. */
export interface CreateInput {
  viewer: Viewer
  kind: AgreementProposal
  /** The agreement that it is about; null for a new one, which is named by its payload. */
  reference: string | null
  payload: Payload
  /** The region that its next saving will name: asked for now, so that a refusal leaves no empty draft behind. */
  intended?: Region | null
  /** Of an edit: the version of the agreement that was on the screen; absent: the present one. */
  baseVersion?: number
  /** Submit it at once: then it must be complete, or nothing is kept. */
  submit?: boolean
  /** An idempotency key of the client's own: the same key and input give the first result again. */
  key?: string
  /** What it was brought together with. */
  batch?: string
  clock: () => Instant
}

function hashOf({ kind, reference, payload, submit, baseVersion }: CreateInput): Buffer {
  const said = JSON.stringify([kind, reference, payload, submit ?? false, baseVersion ?? null])
  return createHash('sha256').update(said).digest()
}

/** The first result of a key, or null. */
async function madeBefore(tx: Tx, key: string, hash: Buffer): Promise<ProposalRecord | null> {
  const made = await findByKey(tx, key)
  if (!made) return null
  if (!made.hash.equals(hash)) throw new Refused('key_reused')
  return findProposal(tx, made.id)
}

function baseOf({ kind, baseVersion, payload }: CreateInput, { agreement }: Around) {
  if (kind !== 'edit' || !agreement) return { baseVersion: null, base: null }
  const base = cellsOfAgreement(agreement)
  if (baseVersion !== undefined && baseVersion !== agreement.version)
    throw new Conflict(agreement.version, editConflicts(base, base, payload.cells))
  return { baseVersion: agreement.version, base }
}

function refuseIncomplete(proposed: Proposed, around: Around): void {
  const { problems } = planProposal(proposed, around, { actor: '', id: '' })
  if (problems.length > 0) throw new InvalidInput(problems)
}

/**
 * Keeps a draft, complete or not, or with `submit` a submission. Throws Forbidden, NotFound when the agreement does not
 * exist, Conflict when it has moved since `baseVersion`, InvalidInput when `submit` finds it incomplete, Refused when the
 * key came with something else before.
 */
export async function createProposal(input: CreateInput): Promise<ProposalStamp> {
  const { viewer, kind, reference, payload, clock } = input
  authorise(viewer, 'proposal.create')
  const key = input.key === undefined ? null : `${viewer.name} ${input.key}`
  const keyHash = key === null ? null : hashOf(input)
  const made = await transaction(async (tx) => {
    const before = key && keyHash && (await madeBefore(tx, key, keyHash))
    if (before) return before
    const around = await aroundOf(tx, { kind, subject: reference, payload })
    const { agreement } = around
    if (kind !== 'agreement' && (!agreement || agreement.retracted !== null))
      throw new NotFound('agreement', reference ?? '')
    const named = payload.cells.reference?.trim()
    if (kind !== 'agreement' && named && named !== reference)
      throw new InvalidInput([{ path: 'reference', code: 'reference_differs' }])
    const proposed = { kind, subject: reference, payload, author: viewer.name }
    const reached = reachedBy(viewer, proposed, around)
    const regions = [...reached.regions, ...(input.intended ? [input.intended] : [])]
    authorise(viewer, 'proposal.create', { ...reached, regions })
    const at = clock()
    const none = { id: null, current: null }
    const subject =
      kind === 'agreement' ? await nameAgreement(tx, payload.cells, none, at) : reference
    if (input.submit) refuseIncomplete({ kind, subject, payload }, around)
    const region = statedRegion(kind, payload.cells) ?? agreement?.region ?? null
    const one = await insertProposal(tx, {
      ...{ kind, subject, payload, region, at, key, keyHash },
      ...baseOf(input, around),
      author: viewer.name,
      batch: input.batch ?? null,
    })
    // The same key came twice at once: the other one was first.
    const first = one ?? (key && keyHash ? await madeBefore(tx, key, keyHash) : null)
    if (!first) throw new Refused('key_reused')
    return first
  })
  if (!input.submit || made.state !== 'draft') return stampOf(made)
  return submitProposal({ viewer, id: made.id, version: made.version, clock })
}
