import 'server-only'
import { randomUUID } from 'node:crypto'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { head, lockChain } from '@/lib/data/changes'
import { type Tx, transaction } from '@/lib/data/client'
import { idsOf, liveRelations, loadAgreements } from '@/lib/data/ledger'
import { type AroundMany, planMany } from '@/lib/data/plans/plan-many'
import {
  acceptBrought,
  authorOfImport,
  lockBrought,
  proposalsInOrder,
  type WaitingProposal,
} from '@/lib/data/proposal-batches'
import { isOnlyAccount, isProposalId, type ProposalRecord } from '@/lib/data/proposals'
import { writeLedger } from '@/lib/data/write-ledger'
import { type Instant, isApart } from '@/lib/domain/types'
import { InvalidInput, NotFound, type Problem, Refused } from '@/lib/errors'
import { acceptInto, refuseStale, signed } from './accept-into'
import { heldApart, NOTHING_APART } from './around'
import { reachedBy } from './reached'

/** A step on everything that one file brought. */
export interface ImportStepInput {
  viewer: Viewer
  /** The import. */
  id: string
  clock: () => Instant
}

/** What was accepted together: undoing one of its changes undoes all. */
export interface AcceptedImport {
  batch: string
  accepted: number
}

/** Proposals accepted at a time: their agreements and standings are in memory at once. */
const PART_ROWS = 500

type Links = Pick<AroundMany, 'held' | 'known'>

async function aroundAll(
  tx: Tx,
  proposals: readonly ProposalRecord[],
  links: Links,
): Promise<AroundMany> {
  const references = proposals.flatMap(({ subject }) => (subject === null ? [] : [subject]))
  const ids = await idsOf(tx, [...new Set(references)])
  const agreements = await loadAgreements(tx, [...ids.values()])
  const [{ kind } = { kind: null }] = proposals
  return {
    named: new Map(agreements.map((agreement) => [agreement.reference, agreement])),
    ...links,
    apart: kind !== null && isApart(kind) ? await heldApart(tx, kind) : NOTHING_APART,
  }
}

/**
 * Proposals in parts that are accepted one after the other: those of one agreement together, and at last, at once, those that
 * relate agreements, since any of them may lead to any other.
 */
function partsOf(waiting: readonly WaitingProposal[]): WaitingProposal[][] {
  const parts: WaitingProposal[][] = []
  for (const one of waiting.filter(({ relating }) => !relating)) {
    const part = parts.at(-1)
    const full = part && part.length >= PART_ROWS && part.at(-1)?.subject !== one.subject
    if (part && !full) part.push(one)
    else parts.push([one])
  }
  const relating = waiting.filter((one) => one.relating)
  return relating.length > 0 ? [...parts, relating] : parts
}

/**
 * Accepts every submission of an import that still waits, in one transaction and one batch: all of them or none. Throws
 * NotFound; Forbidden, also to its author unless theirs is the only account; Refused when none waits; Conflict and
 * InvalidInput, located under the id of each, when the ledger has moved.
 */
export async function acceptImport({
  viewer,
  id,
  clock,
}: ImportStepInput): Promise<AcceptedImport> {
  authorise(viewer, 'proposal.review')
  return transaction(async (tx) => {
    await lockChain(tx)
    if (!isProposalId(id) || (await authorOfImport(tx, id)) === null)
      throw new NotFound('import', id)
    const waiting = await lockBrought(tx, id, ['submitted'])
    if (waiting.length === 0) throw new Refused('import_nothing_waits')
    const alone = await isOnlyAccount(tx)
    const joint = { viewer, batch: randomUUID(), now: clock(), alone }
    const { held, known } = await liveRelations(tx)
    const problems: Problem[] = []
    for (const part of partsOf(waiting.filter(({ plain }) => plain))) {
      problems.push(...(await acceptPart(tx, part, { held, known }, joint, problems.length > 0)))
      for (const { subject } of part) if (subject !== null) known.add(subject)
    }
    if (problems.length > 0) throw new InvalidInput(problems)
    // What a person has added to since is more than a row.
    const { batch, now } = joint
    for (const { id: one, version } of waiting.filter(({ plain }) => !plain))
      await acceptInto(tx, { viewer, id: one, version, batch, now })
    return { batch, accepted: waiting.length }
  })
}

interface Joint {
  viewer: Viewer
  batch: string
  now: Instant
  /** Whether theirs is the only account. */
  alone: boolean
}

/** Accepts a part of an import, or returns what is wrong with it and writes nothing; `idle` merely looks for what is wrong. */
async function acceptPart(
  tx: Tx,
  part: readonly WaitingProposal[],
  links: Links,
  { viewer, batch, now, alone }: Joint,
  idle: boolean,
): Promise<Problem[]> {
  const proposals = await proposalsInOrder(
    tx,
    part.map(({ id }) => id),
  )
  const around = await aroundAll(tx, proposals, links)
  for (const one of proposals) {
    const agreement = around.named.get(one.subject ?? '')
    const reached = reachedBy(viewer, one, { agreement, apart: around.apart }, alone)
    authorise(viewer, 'proposal.review', reached)
    refuseStale(one, { agreement })
  }
  const { records, problems } = planMany(proposals, around, { actor: viewer.name, id: batch })
  if (idle || problems.length > 0) return problems
  const written = records.map((record, index) => {
    const proposal = proposals[index]
    if (!proposal) throw new Error('a record without its proposal')
    return signed(record, proposal, { viewer, batch })
  })
  const changes = await writeLedger(tx, await head(tx), written, now)
  const pairs = changes.map(({ seq }, index) => ({ id: proposals[index]?.id ?? '', change: seq }))
  await acceptBrought(tx, { reviewer: viewer.name, batch, at: now, changes: pairs })
  return []
}
