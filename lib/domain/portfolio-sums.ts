import { isKept } from './classify'
import type { CohortSums } from './cohort'
import type { Funnel } from './funnel'
import type { LaneSums } from './lane-figures'
import type {
  Apart,
  Breakdown,
  GroupSums,
  OtherMeasures,
  PortfolioRow,
  PortfolioSums,
  StatusSums,
} from './portfolio'
import { UNALLOCATED } from './portfolio'
import { ceilingOf, sumTerms, termOf } from './quantity'
import { rational } from './rational'
import type { Lane, NotMeasurableReason, Rational } from './types'
import { PACE_STATUSES } from './types'

export interface SumOptions {
  lane: Lane
  /** The year of the cohort. */
  year: number
  others?: OtherMeasures
}

const NO_OTHERS: OtherMeasures = {
  grossHires: { count: 0, promised: 0n },
  headcountLevels: { count: 0 },
}

function sum<T>(rows: readonly T[], amount: (row: T) => bigint | null): bigint {
  return rows.reduce((total, row) => total + (amount(row) ?? 0n), 0n)
}

// One fraction a denominator keeps the numbers as small as the paths that made them.
function perDenominator(fractions: readonly (Rational | null)[]): Rational[] {
  const sums = new Map<bigint, bigint>()
  for (const fraction of fractions) {
    if (fraction) sums.set(fraction.den, (sums.get(fraction.den) ?? 0n) + fraction.num)
  }
  return [...sums].map(([den, num]) => ({ num, den }))
}

function max0(value: bigint): bigint {
  return value > 0n ? value : 0n
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function laneSums(rows: readonly PortfolioRow[], lane: Lane): LaneSums {
  const reporting = rows.filter((row) => row[lane].reporting)
  const guided = reporting.filter((row) => row[lane].expected !== null)
  const paced = guided.filter((row) => (row[lane].expected?.num ?? 0n) > 0n)
  const created = (row: PortfolioRow) => row[lane].created
  return {
    count: reporting.length,
    promised: sum(reporting, (row) => row.target),
    created: sum(reporting, created),
    paced: paced.length,
    pacedCreated: sum(paced, created),
    guided: guided.length,
    guidedCreated: sum(guided, created),
    expected: perDenominator(guided.map((row) => row[lane].expected)),
  }
}

function statusMix(stated: readonly PortfolioRow[], lane: Lane): StatusSums[] {
  return PACE_STATUSES.map((status) => {
    const rows = stated.filter((row) => row[lane].status === status)
    return { status, count: rows.length, promised: sum(rows, (row) => row.target) }
  }).filter(({ count }) => count > 0)
}

function deliveredBy(row: PortfolioRow, lane: Lane): bigint {
  return least(max0(row[lane].created ?? 0n), row.target ?? 0n)
}

function funnelOf(members: readonly PortfolioRow[], lane: Lane): Funnel {
  const inBucket = (bucket: string) => members.filter((row) => row[lane].bucket === bucket)
  const promisedIn = (bucket: string) => sum(inBucket(bucket), (row) => row.target)
  const reporting = inBucket('reporting')
  const change = (row: PortfolioRow) => (row.target ?? 0n) - (row.originalTarget ?? 0n)
  const verified = (row: PortfolioRow) => max0(row.verified.created ?? 0n)
  const delivered = sum(reporting, (row) => deliveredBy(row, lane))
  return {
    original: sum(members, (row) => row.originalTarget),
    increases: sum(members, (row) => max0(change(row))),
    amendedAway: sum(members, (row) => max0(-change(row))),
    terminated: promisedIn('terminated'),
    notMeasurable: promisedIn('notMeasurable'),
    notReporting: promisedIn('notReporting'),
    delivered,
    deliveredVerified: sum(reporting, (row) => least(deliveredBy(row, lane), verified(row))),
    outstanding: promisedIn('reporting') - delivered,
    overDelivered: sum(reporting, (row) => max0((row[lane].created ?? 0n) - (row.target ?? 0n))),
  }
}

function apartOf(live: readonly PortfolioRow[], lane: Lane, others: OtherMeasures): Apart {
  const because = (reason: NotMeasurableReason) => live.filter((row) => row[lane].reason === reason)
  const ceilings = because('TARGET_IS_CEILING')
  const mixed = because('SCOPE_MIXED')
  return {
    ceilings: {
      count: ceilings.length,
      high: sum(ceilings, ({ quantity }) => quantity && ceilingOf(quantity)),
    },
    mixedScope: {
      count: mixed.length,
      promised: sum(mixed, ({ quantity }) => quantity?.low ?? 0n),
    },
    ...others,
  }
}

function cohortOf(stated: readonly PortfolioRow[], { lane, year }: SumOptions): CohortSums {
  const rows = stated.filter((row) => row.due?.slice(0, 4) === String(year))
  const atDue = ({ projectedAtDue, created }: PortfolioRow[Lane]) =>
    projectedAtDue ?? (created === null ? null : rational(created))
  const reporting = rows.filter((row) => row[lane].reporting)
  return {
    year,
    count: rows.length,
    yearOnly: rows.filter((row) => row.yearOnly).length,
    promised: sum(rows, (row) => row.target),
    kept: rows.filter((row) => isKept(row[lane].status)).length,
    expectedToday: perDenominator(rows.map((row) => row.expectedToday)),
    lane: laneSums(rows, lane),
    projectedAtDue: perDenominator(reporting.map((row) => atDue(row[lane]))),
  }
}

const GROUP_OF: Record<Breakdown, (row: PortfolioRow) => string> = {
  sector: ({ sector }) => (sector === 'mixed_industry' ? UNALLOCATED : sector),
  region: ({ region }) => (region === 'MA' || region === 'MULTI' ? UNALLOCATED : region),
  company: ({ company }) => company ?? UNALLOCATED,
  dueYear: ({ due }) => due?.slice(0, 4) ?? UNALLOCATED,
}

function groupsOf(live: readonly PortfolioRow[], by: Breakdown, lane: Lane): GroupSums[] {
  const groups = new Map<string, PortfolioRow[]>()
  for (const row of live) {
    const code = GROUP_OF[by](row)
    const group = groups.get(code)
    if (group) group.push(row)
    else groups.set(code, [row])
  }
  return [...groups].map(([code, rows]) => ({
    code,
    count: rows.length,
    promised: sum(rows, (row) => row.target),
    lane: laneSums(rows, lane),
  }))
}

/** The sums of a portfolio on one day from its rows: the filtered members of U_all, and what the counting rules dropped (method, section 9). */
export function sumsOf(rows: readonly PortfolioRow[], options: SumOptions): PortfolioSums {
  const { lane, others = NO_OTHERS } = options
  const members = rows.filter((row) => row.leftOut === null)
  const live = members.filter((row) => row.live)
  const stated = live.filter((row) => row.target !== null)
  const winners = new Set(live.map((row) => row.reference))
  const overlapping = rows.filter((row) => row.leftOutFor && winners.has(row.leftOutFor))
  const { low, high, strict, approximate } = sumTerms(
    stated.map((row) => termOf(row.quantity, row.target)),
  )
  return {
    count: live.length,
    promised: {
      value: low,
      high,
      strict,
      approximate,
      stated: stated.length,
      overlapping: sum(overlapping, (row) => row.target),
    },
    lane: laneSums(live, lane),
    verified: laneSums(live, 'verified'),
    statusMix: statusMix(stated, lane),
    funnel: funnelOf(members, lane),
    apart: apartOf(live, lane, others),
    cohort: cohortOf(stated, options),
    by: {
      sector: groupsOf(live, 'sector', lane),
      region: groupsOf(live, 'region', lane),
      company: groupsOf(live, 'company', lane),
      dueYear: groupsOf(live, 'dueYear', lane),
    },
  }
}
