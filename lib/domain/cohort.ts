import { type LaneSums, paceOf, percent, total } from './lane-figures'
import { compare, rational } from './rational'
import type { Rational, Verdict } from './types'

/** Sums over the members of U with a T due in one year. */
export interface CohortSums {
  year: number
  count: number
  /** Those whose deadline names a year and nothing finer. */
  yearOnly: number
  promised: bigint
  /** Those whose status is MET or MET_LATE. */
  kept: number
  /** Σ e(asOf), in fractions that add up to it. */
  expectedToday: readonly Rational[]
  /** Over those in R. */
  lane: LaneSums
  /** Σ projectedAtDue over those in R, c where there is none, in fractions that add up to it. */
  projectedAtDue: readonly Rational[]
}

/** "Are we going to make it?" for one year; amounts in persons or minor units. */
export interface CohortFigures {
  year: number
  count: number
  yearOnly: number
  promised: bigint
  expectedToday: Rational
  reported: bigint | null
  projectedAtDue: Rational | null
  coveragePercent: number | null
  verdict: Verdict
}

const ON_COURSE = rational(95n, 100n)
const AT_RISK = rational(60n, 100n)

function verdictOf({ count, promised, kept, lane }: CohortSums): Verdict {
  if (promised === 0n) return 'NOTHING_DUE'
  if (2n * lane.promised < promised) return 'CANNOT_SAY'
  if (kept === count) return 'KEPT'
  const pace = paceOf(lane)
  if (pace === null) return 'CANNOT_SAY'
  if (compare(pace, ON_COURSE) >= 0) return 'ON_COURSE'
  return compare(pace, AT_RISK) >= 0 ? 'AT_RISK' : 'OFF_COURSE'
}

/** The figures and the verdict of the promises due in one year (method, section 9, cohort). */
export function cohortFigures(sums: CohortSums): CohortFigures {
  const { year, count, yearOnly, promised, lane } = sums
  const silent = lane.count === 0
  return {
    year,
    count,
    yearOnly,
    promised,
    expectedToday: total(sums.expectedToday),
    reported: silent ? null : lane.created,
    projectedAtDue: silent ? null : total(sums.projectedAtDue),
    coveragePercent: percent(lane.promised, promised),
    verdict: verdictOf(sums),
  }
}
