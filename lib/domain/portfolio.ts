import { type CohortFigures, type CohortSums, cohortFigures } from './cohort'
import { assertFunnelIdentity, type Funnel } from './funnel'
import { type LaneFigures, type LaneSums, laneFigures, total } from './lane-figures'
import { rational, subtract } from './rational'
import type {
  Bucket,
  IsoDate,
  Lane,
  NotMeasurableReason,
  PaceStatus,
  Quantity,
  Rational,
} from './types'

/** What one lane says of one agreement on the day. */
export interface LaneFacts {
  status: PaceStatus | null
  reason: NotMeasurableReason | null
  created: bigint | null
  /** e(d_r). */
  expected: Rational | null
  projectedAtDue: Rational | null
  reporting: boolean
  bucket: Bucket | null
}

/** One agreement of the portfolio on one day, in one measure: a member of U_all, or a row that the counting rules dropped. Persons or minor units of one currency. */
export interface PortfolioRow extends Record<Lane, LaneFacts> {
  reference: string
  /** Why the counting rules dropped it, and in whose favour rule 4 did; null for a member. */
  leftOut: string | null
  leftOutFor: string | null
  live: boolean
  /** As stated; null = no commitment of the measure. */
  quantity: Quantity | null
  target: bigint | null
  originalTarget: bigint | null
  due: IsoDate | null
  yearOnly: boolean
  /** e(asOf). */
  expectedToday: Rational | null
  sector: string
  region: string
  company: string | null
}

export const BREAKDOWNS = ['sector', 'region', 'company', 'dueYear'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** The code of a breakdown's group for what belongs to no single one. */
export const UNALLOCATED = 'unallocated'

/** One group of a breakdown as sums over its members of U. */
export interface GroupSums {
  code: string
  count: number
  promised: bigint
  lane: LaneSums
}

export interface StatusSums {
  status: PaceStatus
  count: number
  promised: bigint
}

/** Promises of other measures, which never add to this one's. */
export interface OtherMeasures {
  grossHires: { count: number; promised: bigint }
  headcountLevels: { count: number }
}

/** Members of U that stand beside the total. */
export interface Apart extends OtherMeasures {
  ceilings: { count: number; high: bigint }
  mixedScope: { count: number; promised: bigint }
}

/** The portfolio on one day as plain sums, the shape that one statement of SQL and sumsOf both make. `lane` is the lane asked for. */
export interface PortfolioSums {
  /** N = |U|. */
  count: number
  /** Σ T over U; high is null when any term is open. */
  promised: {
    value: bigint
    high: bigint | null
    strict: boolean
    approximate: boolean
    stated: number
    /** Σ T that rule 4 dropped in favour of a member of U. */
    overlapping: bigint
  }
  lane: LaneSums
  verified: LaneSums
  statusMix: readonly StatusSums[]
  funnel: Funnel
  apart: Apart
  cohort: CohortSums
  by: Record<Breakdown, readonly GroupSums[]>
}

export interface GroupFigures {
  code: string
  count: number
  promised: bigint
  created: bigint | null
  expected: Rational | null
  /** Σ (c − e(d_r)) over the reporting ones with a path. */
  gap: Rational | null
  coveragePercent: number | null
}

export interface PortfolioFigures {
  count: number
  promised: {
    value: bigint
    high: bigint | null
    gross: bigint
    strict: boolean
    approximate: boolean
    stated: number
    of: number
  }
  reporting: LaneFigures
  verified: LaneFigures
  statusMix: Partial<Record<PaceStatus, { count: number; promised: bigint }>>
  funnel: Funnel
  apart: Apart
  cohort: CohortFigures
  by: Record<Breakdown, GroupFigures[]>
}

/** What one point of the series needs of the portfolio on that day, in the reported and the verified lane. */
export interface PointSums {
  promised: bigint
  reported: LaneSums
  verified: LaneSums
}

export interface SeriesPoint {
  promised: bigint
  expected: Rational | null
  reported: bigint | null
  verified: bigint | null
}

/** The figures of one group of a portfolio; its gap is Σ (c − e(d_r)) over those that report and have a path (method, section 9, breakdowns). */
export function groupFigures({ code, count, promised, lane }: GroupSums): GroupFigures {
  const { created, expected, coveragePercent } = laneFigures(lane, promised)
  const guide = total(lane.expected)
  const gap = lane.guided > 0 ? subtract(rational(lane.guidedCreated), guide) : null
  return { code, count, promised, created, expected, gap, coveragePercent }
}

function largestFirst(a: GroupFigures, b: GroupFigures): number {
  if (a.promised !== b.promised) return a.promised > b.promised ? -1 : 1
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
}

function breakdown(groups: readonly GroupSums[]): GroupFigures[] {
  return groups.map(groupFigures).sort(largestFirst)
}

/** Every figure of the portfolio, exact, percentages truncated to one decimal. Throws RangeError when the funnel does not add up (method, section 9). */
export function figures(sums: PortfolioSums): PortfolioFigures {
  const { value, high, overlapping, strict, approximate, stated } = sums.promised
  const { sector, region, company, dueYear } = sums.by
  return {
    count: sums.count,
    promised: {
      value,
      high,
      gross: value + overlapping,
      strict,
      approximate,
      stated,
      of: sums.count,
    },
    reporting: laneFigures(sums.lane, value),
    verified: laneFigures(sums.verified, value),
    statusMix: Object.fromEntries(
      sums.statusMix.map(({ status, count, promised }) => [status, { count, promised }]),
    ),
    funnel: assertFunnelIdentity(sums.funnel),
    apart: sums.apart,
    cohort: cohortFigures(sums.cohort),
    by: {
      sector: breakdown(sector),
      region: breakdown(region),
      company: breakdown(company),
      dueYear: breakdown(dueYear),
    },
  }
}

/** The point of one month: P, E_R, C_R and the verified C_R of its last day (method, section 9, series). */
export function seriesPoint({ promised, reported, verified }: PointSums): SeriesPoint {
  const lane = laneFigures(reported, promised)
  return {
    promised,
    expected: lane.expected,
    reported: lane.created,
    // Its path is not asked for, so only Σ c is read.
    verified: verified.count === 0 ? null : verified.created,
  }
}
