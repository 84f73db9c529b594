import { z } from 'zod'
import { type Asked, parametersOf } from '@/lib/data/asked'
import { type Db, reader } from '@/lib/data/client'
import { amount, fractions, laneSumsRow, toLaneSums } from '@/lib/data/lane-sums'
import { portfolioSql } from '@/lib/data/portfolio-sql'
import { type MonthSums, monthSums, seriesRow } from '@/lib/data/series'
import type { LaneSums } from '@/lib/domain/lane-figures'
import type { MoneyTotal } from '@/lib/domain/money-total'
import type { GroupSums, PortfolioSums } from '@/lib/domain/portfolio'
import { PACE_STATUSES } from '@/lib/domain/types'

const laneRow = z.object({
  scope: z.enum(['lane', 'verified', 'cohort', 'sector', 'region', 'company', 'dueYear']),
  code: z.string(),
  members: z.number(),
  all_promised: amount,
  ...laneSumsRow.shape,
  expected: fractions,
})
type LaneRow = z.output<typeof laneRow>

const moneyRow = z.object({
  of: z.number(),
  stated: z.number(),
  low: amount,
  high: amount.nullable(),
  strict: z.boolean(),
  approximate: z.boolean(),
  realised: amount,
  realisedCount: z.number(),
  notConverted: z.array(z.object({ currency: z.string(), low: amount, count: z.number() })),
})

const row = z.object({
  promised: z.object({
    count: z.number(),
    stated: z.number(),
    value: amount,
    high: amount.nullable(),
    strict: z.boolean(),
    approximate: z.boolean(),
  }),
  overlapping: amount,
  statusMix: z.array(
    z.object({ status: z.enum(PACE_STATUSES), count: z.number(), promised: amount }),
  ),
  funnel: z.object({
    original: amount,
    increases: amount,
    amendedAway: amount,
    terminated: amount,
    notMeasurable: amount,
    notReporting: amount,
    delivered: amount,
    deliveredVerified: amount,
    outstanding: amount,
    overDelivered: amount,
  }),
  apart: z.object({
    ceilings: z.number(),
    ceilingsHigh: amount,
    mixed: z.number(),
    mixedPromised: amount,
  }),
  others: z.object({ hires: z.number(), hiresPromised: amount, levels: z.number() }),
  cohort: z.object({
    count: z.number(),
    yearOnly: z.number(),
    promised: amount,
    kept: z.number(),
    expectedToday: fractions,
    projectedAtDue: fractions,
  }),
  lanes: z.array(laneRow),
  leftOut: z.array(z.object({ reference: z.string(), reason: z.string() })),
  companies: z.record(z.string(), z.object({ name: z.string(), group: z.boolean() })),
  series: seriesRow,
  money: moneyRow,
  seq: z.string(),
})

/** What the database holds of a filtered portfolio on one day; amounts in persons, or centimes for money. */
export interface PortfolioState {
  sums: PortfolioSums
  leftOut: { reference: string; reason: string }[]
  /** Names of the lead companies by slug; a group is one of companies that no source names. */
  companies: Record<string, { name: string; group: boolean }>
  money: MoneyTotal
  series: MonthSums[]
  /** The last change that counted. */
  seq: string
}

const NOBODY: LaneSums = {
  count: 0,
  promised: 0n,
  created: 0n,
  paced: 0,
  pacedCreated: 0n,
  guided: 0,
  guidedCreated: 0n,
  expected: [],
}

/** The filtered portfolio at asOf as sums, in one statement. */
export async function portfolioState(asked: Asked, db: Db = reader()): Promise<PortfolioState> {
  const { rows } = await db.query(portfolioSql(asked.filters), [parametersOf(asked)])
  const { promised, lanes, cohort, apart, others, money, ...rest } = row.parse(rows[0])
  const sumsIn = (scope: LaneRow['scope']) => {
    const found = lanes.find((lane) => lane.scope === scope)
    return found ? laneOf(found) : NOBODY
  }
  const groups = (scope: LaneRow['scope']): GroupSums[] =>
    lanes
      .filter((lane) => lane.scope === scope)
      .map((lane) => ({
        code: lane.code,
        count: lane.members,
        promised: lane.all_promised,
        lane: laneOf(lane),
      }))
  return {
    sums: {
      count: promised.count,
      promised: { ...promised, overlapping: rest.overlapping },
      lane: sumsIn('lane'),
      verified: sumsIn('verified'),
      statusMix: rest.statusMix,
      funnel: rest.funnel,
      apart: {
        ceilings: { count: apart.ceilings, high: apart.ceilingsHigh },
        mixedScope: { count: apart.mixed, promised: apart.mixedPromised },
        grossHires: { count: others.hires, promised: others.hiresPromised },
        headcountLevels: { count: others.levels },
      },
      cohort: { ...cohort, year: asked.filters.cohort, lane: sumsIn('cohort') },
      by: {
        sector: groups('sector'),
        region: groups('region'),
        company: groups('company'),
        dueYear: groups('dueYear'),
      },
    },
    leftOut: rest.leftOut,
    companies: rest.companies,
    money: moneyTotal(money),
    series: monthSums(rest.series, asked.asOf),
    seq: rest.seq,
  }
}

function laneOf({ scope: _scope, code: _code, members: _m, all_promised: _p, ...lane }: LaneRow) {
  const { expected, ...same } = lane
  return toLaneSums(same, expected)
}

function moneyTotal(row: z.output<typeof moneyRow>): MoneyTotal {
  const { realised, realisedCount, notConverted, ...promised } = row
  return { promised, realised: { value: realised, count: realisedCount }, notConverted }
}
