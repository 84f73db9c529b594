import 'server-only'
import { randomUUID } from 'node:crypto'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { head, lockChain } from '@/lib/data/changes'
import { type Tx, transaction } from '@/lib/data/client'
import { idsOf, liveRelations, loadAgreements } from '@/lib/data/ledger'
import { type AroundMany, planMany } from '@/lib/data/plans/plan-many'
import { acceptBrought, authorOfImport, lockBrought } from '@/lib/data/proposal-batches'
import { isOnlyAccount, isProposalId, type ProposalRecord } from '@/lib/data/proposals'
import { writeLedger } from '@/lib/data/write-ledger'
import { type Instant, isApart } from '@/lib/domain/types'
import { InvalidInput, NotFound, Refused } from '@/lib/errors'
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

async function aroundAll(tx: Tx, proposals: readonly ProposalRecord[]): Promise<AroundMany> {
  const references = proposals.flatMap(({ subject }) => (subject === null ? [] : [subject]))
  const ids = await idsOf(tx, [...new Set(references)])
  const agreements = await loadAgreements(tx, [...ids.values()])
  const named = new Map(agreements.map((agreement) => [agreement.reference, agreement]))
  const [{ kind } = { kind: null }] = proposals
  const apart = kind !== null && isApart(kind) ? await heldApart(tx, kind) : NOTHING_APART
  return { named, ...(await liveRelations(tx)), apart }
}

/** Whether a proposal says no more than a row of a file. */
function isPlain({ payload: { cells, claims, commitments } }: ProposalRecord): boolean {
  return claims.length === 0 && commitments.length === 0 && !cells.source_attachment
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
    const plain = waiting.filter(isPlain)
    const around = await aroundAll(tx, plain)
    for (const one of plain) {
      const agreement = around.named.get(one.subject ?? '')
      const reached = reachedBy(viewer, one, { agreement, apart: around.apart }, alone)
      authorise(viewer, 'proposal.review', reached)
      refuseStale(one, { agreement })
    }
    const batch = randomUUID()
    const now = clock()
    await acceptPlain(tx, plain, around, { viewer, batch, now })
    // What a person has added to since is more than a row.
    for (const { id: one, version } of waiting.filter((proposal) => !isPlain(proposal)))
      await acceptInto(tx, { viewer, id: one, version, batch, now })
    return { batch, accepted: waiting.length }
  })
}

async function acceptPlain(
  tx: Tx,
  plain: readonly ProposalRecord[],
  around: AroundMany,
  { viewer, batch, now }: { viewer: Viewer; batch: string; now: Instant },
): Promise<void> {
  if (plain.length === 0) return
  const { records, problems } = planMany(plain, around, { actor: viewer.name, id: batch })
  if (problems.length > 0) throw new InvalidInput(problems)
  const written = records.map((record, index) => {
    const proposal = plain[index]
    if (!proposal) throw new Error('a record without its proposal')
    return signed(record, proposal, { viewer, batch })
  })
  const changes = await writeLedger(tx, await head(tx), written, now)
  const pairs = changes.map(({ seq }, index) => ({ id: plain[index]?.id ?? '', change: seq }))
  await acceptBrought(tx, { reviewer: viewer.name, batch, at: now, changes: pairs })
}
