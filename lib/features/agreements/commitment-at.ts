import type { LedgerCommitment, LedgerFact } from '@/lib/data/ledger'
import { versionFacts } from '@/lib/data/mappers'
import { type CreatedPoint, createdPoints, laneObservations } from '@/lib/domain/created'
import { caseAt } from '@/lib/domain/history'
import { isKnown } from '@/lib/domain/known'
import { pathOn } from '@/lib/domain/path'
import { standing } from '@/lib/domain/standing'
import type {
  AgreementHistory,
  Instant,
  IsoDate,
  JobScope,
  Measure,
  Standing,
} from '@/lib/domain/types'
import { type Point, promiseAt } from '@/lib/domain/versions'

/** A version of a promise with the number by which corrections name it. */
export interface NumberedFact extends LedgerFact {
  number: number
}

/** One promise of an agreement on both clocks: its statements, its standing in both lanes, and what a burn-up draws. */
export interface AgreementCommitment {
  measure: Measure
  scope: JobScope
  currency: string | null
  /** What was stated by then; an amendment only from its day. */
  versions: NumberedFact[]
  baselines: LedgerFact[]
  observations: LedgerFact[]
  /** Figures that a source states and nobody chose. */
  claims: LedgerFact[]
  standing: { reported: Standing; verified: Standing }
  burnUp: { path: Point[] | null; reported: CreatedPoint[]; verified: CreatedPoint[] }
}

/** A commitment at (asOf, knownAt); null when no version of it was known then (method, sections 3 to 10). */
export function commitmentAt(
  history: AgreementHistory,
  commitment: LedgerCommitment,
  asOf: IsoDate,
  knownAt: Instant | null,
): AgreementCommitment | null {
  const c = caseAt(history, commitment.measure, asOf, knownAt)
  if (!c) return null
  const holds = (fact: LedgerFact) =>
    isKnown(fact, knownAt) && (fact.on === null || fact.on <= asOf)
  const ofKind = (kind: LedgerFact['kind']) =>
    commitment.facts.filter((fact) => fact.kind === kind && holds(fact))
  const points = (lane: 'reported' | 'verified') =>
    createdPoints(laneObservations(c, lane), c.baseline)
  return {
    measure: commitment.measure,
    scope: commitment.scope,
    currency: commitment.currency,
    versions: versionFacts(commitment)
      .map((fact, index) => ({ ...fact, number: index + 1 }))
      .filter(holds),
    // A baseline and a claim have no day from which they hold: theirs says when something was so.
    baselines: commitment.facts.filter((f) => f.kind === 'baseline' && isKnown(f, knownAt)),
    observations: ofKind('observation'),
    claims: commitment.facts.filter((f) => f.kind === 'claim' && isKnown(f, knownAt)),
    standing: { reported: standing(c, 'reported'), verified: standing(c, 'verified') },
    burnUp: {
      path: pathOn(promiseAt(c).timeline, c.start, asOf),
      reported: points('reported'),
      verified: points('verified'),
    },
  }
}
