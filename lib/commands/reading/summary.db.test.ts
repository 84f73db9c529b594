import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { figuresJson } from '@/lib/domain/portfolio-json'
import { printQuantity } from '@/lib/domain/quantity'
import vectors from '@/lib/domain/vectors/portfolio.json'
import { InvalidInput, Unauthenticated } from '@/lib/errors'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { parseFilters } from '@/lib/schemas/filters'

const PACE_DIGITS = 9

beforeAll(async () => {
  await seedPortfolio()
})
afterAll(disconnect)

const summaryOf = (query: string) =>
  getSummary(visitor('public'), parseFilters(new URLSearchParams(query), 'summary'))

describe('the shipped portfolio', () => {
  test.each(vectors.shipped)('on $asOf every figure is that of the vectors', async (expected) => {
    const { measure, asOf, leftOut, reporting, ...same } = expected
    const summary = await summaryOf(`asOf=${asOf}&measure=${measure}`)
    const published = figuresJson(summary.figures, summary.measure)
    const { pace, ...lane } = reporting
    expect(published).toMatchObject({ ...same, reporting: lane })
    if (pace === null) expect(published.reporting.pace).toBeNull()
    else expect(published.reporting.pace).toBeCloseTo(pace, PACE_DIGITS)
    expect(summary.leftOut).toEqual(leftOut)
  })

  test('on 2026-11-23 it prints > ≈ 81,054 (43 of 61 stated), 94,354 with overlaps', async () => {
    const { figures } = await summaryOf('asOf=2026-11-23')
    const { value, gross, ...rest } = figures.promised
    const printed = printQuantity(
      { ...rest, low: value },
      {
        number: (n) => n.toLocaleString('en'),
        missing: (reason) => reason,
        stated: (stated, of) => `${stated} of ${of} stated`,
      },
    )
    expect(printed).toBe('> ≈ 81,054 (43 of 61 stated)')
    expect(gross).toBe(94_354n)
  })

  test('due in 2027: 11,600 from 4, of which the straight line asks for 8,814 and none is reported', async () => {
    const { cohort } = (await summaryOf('asOf=2026-11-23')).figures
    expect(cohort).toMatchObject({ count: 4, promised: 11_600n, reported: null })
    expect(cohort.verdict).toBe('CANNOT_SAY')
    const { num, den } = cohort.expectedToday
    expect(Math.round(Number(num) / Number(den))).toBe(8_814)
  })

  test('the counting rules run before the filters: an overlap stays settled for the sector alone', async () => {
    const all = await summaryOf('asOf=2026-11-23')
    const automotive = await summaryOf('asOf=2026-11-23&sector=automotive')
    const group = all.figures.by.sector.find(({ code }) => code === 'automotive')
    expect(automotive.figures.promised.value).toBe(group?.promised)
    expect(automotive.figures.promised.gross).toBeGreaterThan(automotive.figures.promised.value)
  })

  test('segments of the funnel lead to the agreements that fill them', async () => {
    const { funnel } = (await summaryOf('asOf=2026-11-23')).figures
    const delivered = await summaryOf('asOf=2026-11-23&segment=delivered')
    expect(delivered.figures.funnel.delivered).toBe(funnel.delivered)
    const silent = await summaryOf('asOf=2026-11-23&segment=notReporting')
    expect(silent.figures.promised.value).toBe(funnel.notReporting)
  })

  test('before anything was recorded nothing was known', async () => {
    const summary = await summaryOf('asOf=2026-11-23&knownAt=2020-01-01')
    expect(summary.figures.count).toBe(0)
    expect(summary.series).toEqual([])
  })

  test('money without a rate stands outside the total, in its own currency', async () => {
    const { money } = await summaryOf('asOf=2026-11-23')
    expect(money.notConverted.map(({ currency }) => currency)).toEqual(['EUR', 'USD'])
  })
})

test('a company that does not exist is named', async () => {
  const asked = summaryOf('company=nobody')
  await expect(asked).rejects.toBeInstanceOf(InvalidInput)
  await expect(asked).rejects.toMatchObject({
    problems: [{ path: 'company', code: 'unknown_slug', values: { value: 'nobody' } }],
  })
})

test('a private ledger shows a visitor nothing', async () => {
  const filters = parseFilters(new URLSearchParams(), 'summary')
  await expect(getSummary(visitor('private'), filters)).rejects.toBeInstanceOf(Unauthenticated)
})
