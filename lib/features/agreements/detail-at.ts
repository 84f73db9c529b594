import type { AgreementSurroundings, FoundAgreement, Moment } from '@/lib/data/agreement-record'
import type { LedgerAgreement } from '@/lib/data/ledger'
import { toHistory } from '@/lib/data/mappers'
import { lifecycleAt, startOf } from '@/lib/domain/history'
import { isKnown } from '@/lib/domain/known'
import type { Instant, IsoDate, Lifecycle } from '@/lib/domain/types'
import { type AgreementCommitment, commitmentAt } from './commitment-at'

/** One agreement on both clocks: what was promised, in whose words, and what has been reported and verified since. */
export interface AgreementAt {
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
  updatedAt: string
}

/** What was known of an agreement at (asOf, knownAt), with its standing in both lanes (method, sections 1 to 10). */
export function detailAt({ agreement, around }: FoundAgreement, moment: Moment): AgreementAt {
  const { asOf, knownAt } = moment
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
    updatedAt: around.updated_at,
  }
}
