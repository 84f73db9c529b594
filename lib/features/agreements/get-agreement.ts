import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { type AgreementSurroundings, agreementRecord } from '@/lib/data/agreement-record'
import { snapshot } from '@/lib/data/client'
import type { LedgerAgreement } from '@/lib/data/ledger'
import { toHistory } from '@/lib/data/mappers'
import { lifecycleAt, startOf } from '@/lib/domain/history'
import { isKnown } from '@/lib/domain/known'
import { isReference } from '@/lib/domain/literal-lists'
import { holds } from '@/lib/domain/permissions'
import type { Instant, IsoDate, Lifecycle } from '@/lib/domain/types'
import { NotFound } from '@/lib/errors'
import type { Filters } from '@/lib/schemas/filters'
import { type AgreementCommitment, commitmentAt } from './commitment-at'

/** One agreement on both clocks: what was promised, in whose words, and what has been reported and verified since. */
export interface AgreementDetail {
  asOf: IsoDate
  knownAt: Instant | null
  /** Identity and description, with the sources of the whole; the main one first. */
  description: Omit<
    LedgerAgreement,
    'commitments' | 'events' | 'relations' | 'parties' | 'signatories'
  >
  signedOn: string | null
  start: IsoDate | null
  lifecycle: Lifecycle
  parties: AgreementSurroundings['parties']
  signatories: AgreementSurroundings['signatories']
  commitments: AgreementCommitment[]
  events: LedgerAgreement['events']
  /** In both directions: `to` as this record says it, `from` as another one says it of this. */
  relations: AgreementSurroundings['relations']
  /** Whether it counts in each measure and lane, and why not. */
  counting: AgreementSurroundings['counting']
  /** How the record came about, the latest first. */
  changes: AgreementSurroundings['changes']
  updatedAt: string
}

/** The public reads what changed and why; the names of people stand there for those with an account (house, history.read). */
function shown(
  changes: AgreementSurroundings['changes'],
  named: boolean,
): AgreementSurroundings['changes'] {
  if (named) return changes
  return changes.map(({ actor, diff, ...change }) => {
    const { author: _author, proposal: _proposal, ...said } = diff
    return { ...change, actor: actor === 'terminal' ? actor : 'staff', diff: said }
  })
}

/** One agreement with its standing in both lanes at (asOf, knownAt) (contract, section 4; method, sections 1 to 10). Throws Forbidden, and NotFound when nothing was known of it then. */
export async function getAgreement(
  viewer: Viewer,
  reference: string,
  filters: Pick<Filters, 'asOf' | 'knownAt'>,
): Promise<AgreementDetail> {
  authorise(viewer, 'portfolio.read')
  const { asOf, knownAt } = momentOf(filters)
  // A text that is no reference names nothing, and PostgreSQL takes no NUL to look for.
  if (!isReference(reference)) throw new NotFound('agreement', reference)
  const found = await snapshot((tx) => agreementRecord(tx, reference, { asOf, knownAt }))
  if (!found) throw new NotFound('agreement', reference)
  const { agreement, around } = found
  const history = toHistory(agreement)
  const {
    commitments,
    events,
    relations: _r,
    parties: _p,
    signatories: _s,
    ...description
  } = agreement
  const known = events.filter((event) => isKnown(event, knownAt))
  return {
    asOf,
    knownAt,
    description,
    signedOn: known.findLast(({ kind }) => kind === 'signature')?.onText ?? null,
    start: startOf(history, knownAt),
    lifecycle: lifecycleAt(history, asOf, knownAt),
    parties: around.parties,
    signatories: around.signatories,
    commitments: commitments
      .map((commitment) => commitmentAt(history, commitment, asOf, knownAt))
      .filter((commitment) => commitment !== null),
    events: known.filter(({ on }) => on === null || on <= asOf),
    relations: around.relations,
    counting: around.counting,
    changes: shown(
      around.changes,
      viewer.actor !== 'nobody' && holds(viewer.actor, 'history.read'),
    ),
    updatedAt: around.updated_at,
  }
}
