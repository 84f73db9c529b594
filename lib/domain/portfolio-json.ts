import type { CohortFigures } from './cohort'
import type { LaneFigures } from './lane-figures'
import { HOME_CURRENCY, minorDigits } from './money'
import type { Apart, GroupFigures, PortfolioFigures, SeriesPoint } from './portfolio'
import { halfUpTo, multiply, rational, toNumber } from './rational'
import type { Measure, Rational } from './types'

/** Turns exact amounts into published numbers: persons, or whole dirhams where the measure is money. */
interface Unit {
  amount(value: bigint): number
  orNull(value: bigint | null): number | null
  exact(value: Rational | null): number | null
  halfUp(value: Rational): number
  halfUpOrNull(value: Rational | null): number | null
}

function unitOf(measure: Measure): Unit {
  const digits = measure === 'investment' ? minorDigits(HOME_CURRENCY) : 0
  const one = rational(1n, 10n ** BigInt(digits))
  const amount = (value: bigint) => toNumber(multiply(rational(value), one))
  const halfUp = (value: Rational) => Number(halfUpTo(multiply(value, one), 0))
  return {
    amount,
    halfUp,
    orNull: (value) => (value === null ? null : amount(value)),
    exact: (value) => value && toNumber(multiply(value, one)),
    halfUpOrNull: (value) => value && halfUp(value),
  }
}

function laneJson(lane: LaneFigures, unit: Unit) {
  const { count, paced, progressPercent, coveragePercent, ofAllPercent, pace } = lane
  return {
    count,
    promised: unit.amount(lane.promised),
    created: unit.orNull(lane.created),
    expected: unit.halfUpOrNull(lane.expected),
    paced,
    progressPercent,
    coveragePercent,
    ofAllPercent,
    pace: pace && toNumber(pace),
  }
}

function cohortJson(cohort: CohortFigures, unit: Unit) {
  const { year, count, yearOnly, coveragePercent, verdict } = cohort
  return {
    year,
    count,
    yearOnly,
    promised: unit.amount(cohort.promised),
    expectedToday: unit.halfUp(cohort.expectedToday),
    reported: unit.orNull(cohort.reported),
    coveragePercent,
    projectedAtDue: unit.exact(cohort.projectedAtDue),
    verdict,
  }
}

// The other measures are counted in persons even where the summary is in money; ceilings and mixed scopes are in its own unit.
function apartJson({ ceilings, mixedScope, grossHires, headcountLevels }: Apart, unit: Unit) {
  return {
    ceilings: { count: ceilings.count, high: unit.amount(ceilings.high) },
    mixedScope: { count: mixedScope.count, promised: unit.amount(mixedScope.promised) },
    grossHires: { count: grossHires.count, promised: Number(grossHires.promised) },
    headcountLevels,
  }
}

function groupJson({ code, count, coveragePercent, ...group }: GroupFigures, unit: Unit) {
  return {
    code,
    count,
    promised: unit.amount(group.promised),
    created: unit.orNull(group.created),
    expected: unit.halfUpOrNull(group.expected),
    gap: unit.exact(group.gap),
    coveragePercent,
  }
}

/** The figures of the summary as published (contract, section 4): whole units, expected half-up to a whole one, ratios and projections the nearest double. */
export function figuresJson(figures: PortfolioFigures, measure: Measure) {
  const unit = unitOf(measure)
  const { count, promised, funnel, by } = figures
  const group = (row: GroupFigures) => groupJson(row, unit)
  return {
    count,
    promised: {
      value: unit.amount(promised.value),
      gross: unit.amount(promised.gross),
      strict: promised.strict,
      approximate: promised.approximate,
      stated: promised.stated,
      of: promised.of,
    },
    reporting: laneJson(figures.reporting, unit),
    verified: laneJson(figures.verified, unit),
    statusMix: Object.fromEntries(
      Object.entries(figures.statusMix).map(([status, mix]) => [
        status,
        { count: mix.count, promised: unit.amount(mix.promised) },
      ]),
    ),
    funnel: {
      original: unit.amount(funnel.original),
      increases: unit.amount(funnel.increases),
      amendedAway: unit.amount(funnel.amendedAway),
      terminated: unit.amount(funnel.terminated),
      notMeasurable: unit.amount(funnel.notMeasurable),
      notReporting: unit.amount(funnel.notReporting),
      delivered: unit.amount(funnel.delivered),
      deliveredVerified: unit.amount(funnel.deliveredVerified),
      outstanding: unit.amount(funnel.outstanding),
      overDelivered: unit.amount(funnel.overDelivered),
    },
    apart: apartJson(figures.apart, unit),
    cohort: cohortJson(figures.cohort, unit),
    by: {
      sector: by.sector.map(group),
      region: by.region.map(group),
      company: by.company.map(group),
      dueYear: by.dueYear.map(group),
    },
  }
}

/** One point of the series as published (contract, section 4). */
export function seriesPointJson(point: SeriesPoint, measure: Measure) {
  const unit = unitOf(measure)
  return {
    promised: unit.amount(point.promised),
    expected: unit.halfUpOrNull(point.expected),
    reported: unit.orNull(point.reported),
    verified: unit.orNull(point.verified),
  }
}
