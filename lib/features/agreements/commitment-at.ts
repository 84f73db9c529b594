import type { LedgerCommitment, LedgerFact } from '@/lib/data/ledger'
import {
  type ObservationFact,
  observationFacts,
  type VersionFact,
  versionFacts,
} from '@/lib/data/mappers'
import {
  type CreatedPoint,
  createdPoints,
  laneObservations,
  type UncountedReason,
  uncountedReasons,
} from '@/lib/domain/created'
import { caseAt } from '@/lib/domain/history'
import { BEGINNING } from '@/lib/domain/iso-date'
import { isKnown } from '@/lib/domain/known'
import { pathOn, pathPoints } from '@/lib/domain/path'
import { standing } from '@/lib/domain/standing'
import type {
  AgreementHistory,
  Instant,
  IsoDate,
  JobScope,
  Measure,
  Standing,
  StandingCase,
} from '@/lib/domain/types'
import { type Point, promiseAt } from '@/lib/domain/versions'

/** A version of a promise with the number by which corrections name it. */
export type NumberedFact = VersionFact & { number: number }

/** A report, and why it is not counted; null when it is. */
export type JudgedFact = ObservationFact & { uncounted: UncountedReason | null }

/** The straight pieces that a version in force at some time draws, corrections applied. */
export interface VersionPoints {
  number: number
  points: Point[]
}

/** One promise of an agreement on both clocks: its statements, its standing in both lanes, and what a burn-up draws. */
export interface AgreementCommitment {
  measure: Measure
  scope: JobScope
  currency: string | null
  /** What was stated by then; an amendment only from its day. */
  versions: NumberedFact[]
  baselines: LedgerFact[]
  observations: JudgedFact[]
  /** Figures that a source states and nobody chose. */
  claims: LedgerFact[]
  standing: { reported: Standing; verified: Standing }
  burnUp: {
    path: Point[] | null
    /** Every version that draws a path by then, in order; the last is in force. */
    versions: VersionPoints[]
    reported: CreatedPoint[]
    verified: CreatedPoint[]
  }
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
  const points = (lane: 'reported' | 'verified') =>
    createdPoints(laneObservations(c, lane), c.baseline)
  const versions = versionFacts(commitment)
    .map((fact, index) => ({ ...fact, number: index + 1 }))
    .filter(holds)
  const { timeline } = promiseAt(c)
  return {
    measure: commitment.measure,
    scope: commitment.scope,
    currency: commitment.currency,
    versions,
    // A baseline and a claim have no day from which they hold: theirs says when something was so.
    baselines: commitment.facts.filter((f) => f.kind === 'baseline' && isKnown(f, knownAt)),
    observations: judged(commitment, c).filter(holds),
    claims: commitment.facts.filter((f) => f.kind === 'claim' && isKnown(f, knownAt)),
    standing: { reported: standing(c, 'reported'), verified: standing(c, 'verified') },
    burnUp: {
      path: pathOn(timeline, c.start, asOf),
      versions: timeline.flatMap((terms) => {
        const points = pathPoints(terms, c.start)
        return points ? [{ number: numberOf(versions, terms.from), points }] : []
      }),
      reported: points('reported'),
      verified: points('verified'),
    },
  }
}

// The mapper keeps observations in the order of their facts, so the two lists go in step.
function judged(commitment: LedgerCommitment, c: StandingCase): JudgedFact[] {
  const reasons = [...uncountedReasons(c).values()]
  return observationFacts(commitment).map((fact, index) => ({
    ...fact,
    uncounted: reasons[index] ?? null,
  }))
}

/** The number of the version in force from a day: the last one listed of that day. */
function numberOf(versions: readonly NumberedFact[], from: IsoDate): number {
  const own = versions.findLast(
    (version) => version.kind !== 'correction' && (version.on ?? BEGINNING) === from,
  )
  return own?.number ?? 1
}
