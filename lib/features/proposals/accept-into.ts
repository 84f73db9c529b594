import { authorise, type Viewer } from '@/lib/auth/viewer'
import { head } from '@/lib/data/changes'
import type { Tx } from '@/lib/data/client'
import { cellsOfAgreement } from '@/lib/data/plans/agreement-cells'
import { type Around, planProposal } from '@/lib/data/plans/plan-proposal'
import {
  findProposal,
  isOnlyAccount,
  moveProposal,
  type ProposalRecord,
} from '@/lib/data/proposals'
import { isOfAgreement, type LedgerRecord, writeLedger } from '@/lib/data/write-ledger'
import type { Instant } from '@/lib/domain/types'
import { Conflict, InvalidInput, NotFound, Refused } from '@/lib/errors'
import { aroundOf } from './around'
import { editConflicts } from './field-conflicts'
import { type AcceptedStamp, stampOf } from './proposal'
import { reachedBy } from './reached'

/** One acceptance within a transaction that holds the chain. */
export interface Acceptance {
  viewer: Viewer
  id: string
  version: number
  batch: string | null
  now: Instant
}

/** Throws Conflict, field by field, when the agreement of an edit has moved since it was begun. */
export function refuseStale(
  proposal: ProposalRecord,
  { agreement }: Pick<Around, 'agreement'>,
): void {
  const { kind, baseVersion, base, payload } = proposal
  if (kind !== 'edit' || !agreement || agreement.version === baseVersion) return
  const fields = editConflicts(base ?? {}, cellsOfAgreement(agreement), payload.cells)
  throw new Conflict(agreement.version, fields)
}

/** The record as its acceptance signs it: the reviewer acts, the proposal and its author stand in the diff for ever; whoever entered a new agreement looks after it. */
export function signed<R extends LedgerRecord>(
  record: R,
  { id, kind, author, payload }: ProposalRecord,
  { viewer, batch }: Pick<Acceptance, 'viewer' | 'batch'>,
): R {
  const reason = payload.cells.reason?.trim()
  const own = author === viewer.name
  const begins = isOfAgreement(record) && record.create
  const first = begins && { owner: [null, author] }
  return {
    ...record,
    ...(begins && { owner: author }),
    change: {
      ...record.change,
      actor: viewer.name,
      verb: `accept.${kind}`,
      reason: reason || null,
      batch,
      diff: {
        ...record.change.diff,
        proposal: id,
        author,
        ...first,
        ...(own && { selfAccepted: true }),
      },
    },
  }
}

function accepted(proposal: ProposalRecord): AcceptedStamp {
  const { subject, change } = proposal
  if (subject === null || change === null)
    throw new Error(`proposal ${proposal.id} was not accepted`)
  return { ...stampOf(proposal), change, reference: subject }
}

/** Accepts one submission (see acceptProposal); several in turn make a bulk acceptance. */
export async function acceptInto(tx: Tx, acceptance: Acceptance): Promise<AcceptedStamp> {
  const { viewer, id, version, batch, now } = acceptance
  const held = await findProposal(tx, id, { lock: true })
  if (!held) throw new NotFound('proposal', id)
  const around = await aroundOf(tx, held)
  const alone = await isOnlyAccount(tx)
  const reached = reachedBy(viewer, held, around, alone)
  authorise(viewer, 'proposal.review', reached)
  const again = held.state === 'accepted' && held.version === version + 1
  if (again && held.reviewer === viewer.name) return accepted(held)
  if (held.state !== 'submitted') throw new Refused('proposal_not_submitted', { state: held.state })
  if (held.version !== version) throw new Conflict(held.version)
  refuseStale(held, around)
  const { record, problems } = planProposal(held, around, { actor: viewer.name, id })
  if (!record) throw new InvalidInput(problems)
  const [change] = await writeLedger(tx, await head(tx), [signed(record, held, acceptance)], now)
  if (!change) throw new Error(`proposal ${id} wrote no change`)
  const step = {
    to: 'accepted',
    at: now,
    reviewer: viewer.name,
    change: change.seq,
    batch,
  } as const
  return accepted(await moveProposal(tx, id, step))
}
