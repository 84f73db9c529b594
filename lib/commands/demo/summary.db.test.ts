import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '@/lib/auth/viewer'
import { today } from '@/lib/clock'
import { disconnect, pool } from '@/lib/data/client'
import { addDays } from '@/lib/domain/iso-date'
import { figures, type LaneFacts, type PortfolioRow } from '@/lib/domain/portfolio'
import { sumsOf } from '@/lib/domain/portfolio-sums'
import type {
  Bucket,
  Comparator,
  IsoDate,
  Lane,
  Measure,
  Rational,
  Sector,
} from '@/lib/domain/types'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { noFilters } from '@/lib/schemas/filters'
import { seedDemo } from './seed-demo'

beforeAll(async () => {
  await seedDemo(mkdtempSync(path.join(tmpdir(), 'pledgebook-summary-')))
}, 180_000)
afterAll(disconnect)

type Raw = Record<string, string | boolean | null>

function big(value: Raw[string]): bigint | null {
  return value === null || value === undefined ? null : BigInt(String(value))
}

function fraction(num: Raw[string], den: Raw[string]): Rational | null {
  const [top, bottom] = [big(num), big(den)]
  return top === null || bottom === null ? null : { num: top, den: bottom }
}

function laneOf(row: Raw): LaneFacts {
  return {
    status: row.status as LaneFacts['status'],
    reason: row.reason as LaneFacts['reason'],
    created: big(row.created ?? null),
    expected: fraction(row.expected_num ?? null, row.expected_den ?? null),
    projectedAtDue: fraction(row.projected_num ?? null, row.projected_den ?? null),
    reporting: row.reporting === true,
    bucket: row.bucket as Bucket | null,
  }
}

/** e(asOf) by hand: from + (to − from) × days passed / days of the piece. */
function guideOf(row: Raw, asOf: IsoDate): Rational | null {
  const [from, to] = [big(row.piece_from_value ?? null), big(row.piece_to_value ?? null)]
  if (from === null || to === null) return null
  if (from === to) return { num: to, den: 1n }
  const day = (text: string) => BigInt(Date.parse(`${text}T00:00:00Z`) / 86_400_000)
  const start = day(String(row.piece_from_day))
  const span = day(String(row.piece_to_day)) - start
  return { num: from * span + (to - from) * (day(asOf) - start), den: span }
}

function toRow(reported: Raw, verified: Raw, asOf: IsoDate): PortfolioRow {
  const comparator = reported.comparator as Comparator | null
  return {
    reference: String(reported.reference),
    reported: laneOf(reported),
    verified: laneOf(verified),
    leftOut: reported.left_out as string | null,
    leftOutFor: reported.winner as string | null,
    live: reported.live === true,
    quantity: comparator && {
      comparator,
      low: big(reported.low ?? null),
      high: big(reported.high ?? null),
      missing: null,
    },
    target: big(reported.target ?? null),
    originalTarget: big(reported.original ?? null),
    due: reported.due as IsoDate | null,
    yearOnly: reported.year_only === true,
    expectedToday: guideOf(reported, asOf),
    sector: String(reported.sector),
    region: String(reported.region),
    company: reported.company as string | null,
  }
}

/** The rows of a day as the table holds them, joined in JavaScript. */
async function rowsOn(measure: Measure, asOf: IsoDate): Promise<PortfolioRow[]> {
  const { rows } = await pool().query<Raw>(
    `select s.*, a.reference, a.sector, a.region, w.reference as winner, o.slug as company
     from standing s join agreement a on a.id = s.agreement_id
     left join agreement w on w.id = s.left_out_for
     left join party p on p.agreement_id = a.id and p.role = 'company'
     left join organisation o on o.id = p.organisation_id
     where s.measure = $1 and s.valid_from <= $2 and $2 < s.valid_to and s.known_to = 9223372036854775807
       and (s.member or s.left_out is not null)`,
    [measure, asOf],
  )
  const verified = new Map(rows.filter((r) => r.lane === 'verified').map((r) => [r.reference, r]))
  return rows
    .filter((row) => row.lane === 'reported')
    .map((row) => toRow(row, verified.get(row.reference ?? null) ?? row, asOf))
}

const DAYS = [today(), addDays(today(), -400), addDays(today(), -1100), addDays(today(), 300)]
const MEASURES = ['net_new_jobs', 'headcount_level', 'gross_hires'] as const
const CASES = MEASURES.flatMap((measure) =>
  (['reported', 'verified'] as const).flatMap((lane) =>
    DAYS.map((day) => [measure, lane, day] as const),
  ),
)

async function bothWays(
  measure: Measure,
  lane: Lane,
  asOf: IsoDate,
  sector: Sector[],
): Promise<[unknown, unknown]> {
  const filters = { ...noFilters(), measure, lane, asOf, sector }
  const summary = await getSummary(visitor('public'), filters)
  const all = await rowsOn(measure, asOf)
  // Filters apply after the counting rules: what an overlap dropped still adds to the gross of its winner.
  const kept = all.filter(
    (row) => row.leftOut !== null || sector.length === 0 || sector.includes(row.sector as Sector),
  )
  const { grossHires, headcountLevels } = summary.figures.apart
  const sums = sumsOf(kept, { lane, year: 2027, others: { grossHires, headcountLevels } })
  return [summary.figures, figures(sums)]
}

describe('what the database adds up is what lib/domain adds up, on the invented portfolio', () => {
  test.each(CASES)('%s, %s lane, on %s', async (measure, lane, asOf) => {
    const [sql, pure] = await bothWays(measure, lane, asOf, [])
    expect(sql).toEqual(pure)
  })

  test.each(DAYS)('two sectors only, on %s', async (asOf) => {
    const [sql, pure] = await bothWays('net_new_jobs', 'reported', asOf, [
      'automotive',
      'it_services',
    ])
    expect(sql).toEqual(pure)
  })

  test('each month of the series is the summary of its last day', async () => {
    const { series } = await getSummary(visitor('public'), noFilters())
    expect(series.length).toBeGreaterThan(60)
    for (const point of series.filter(
      (_, index) => index % 9 === 0 || index === series.length - 1,
    )) {
      const { figures: then } = await getSummary(visitor('public'), {
        ...noFilters(),
        asOf: point.day,
      })
      expect(point).toEqual({
        month: point.day.slice(0, 7),
        day: point.day,
        promised: then.promised.value,
        expected: then.reporting.expected,
        reported: then.reporting.created,
        verified: then.verified.created,
      })
    }
  })
})
