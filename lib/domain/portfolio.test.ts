import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classify } from './classify'
import { assertFunnelIdentity } from './funnel'
import { figures, type LaneFacts, type PortfolioRow, seriesPoint } from './portfolio'
import { figuresJson, seriesPointJson } from './portfolio-json'
import { sumsOf } from './portfolio-sums'
import { rational } from './rational'
import type { Lifecycle, PaceStatus, Quantity } from './types'
import { FRESHNESSES, LIFECYCLES, PACE_STATUSES } from './types'

const OPTIONS = { lane: 'reported', year: 2027 } as const

const SILENT: LaneFacts = {
  status: 'NO_REPORT',
  reason: null,
  created: null,
  expected: null,
  projectedAtDue: null,
  reporting: false,
  bucket: 'notReporting',
}

function counted(created: bigint, expected: bigint | null, status: PaceStatus): LaneFacts {
  return {
    ...SILENT,
    status,
    created,
    expected: expected === null ? null : rational(expected),
    reporting: true,
    bucket: 'reporting',
  }
}

function exactly(value: bigint): Quantity {
  return { comparator: 'eq', low: value, high: value, missing: null }
}

function promise(reference: string, target: bigint, facts: Partial<PortfolioRow> = {}) {
  return {
    reference,
    leftOut: null,
    leftOutFor: null,
    live: true,
    quantity: exactly(target),
    target,
    originalTarget: target,
    due: '2027-12-31',
    yearOnly: true,
    expectedToday: rational(1n, 3n),
    sector: 'automotive',
    region: 'MA-06',
    company: 'inetum',
    reported: SILENT,
    verified: SILENT,
    ...facts,
  }
}

function publish(rows: PortfolioRow[], lane: 'reported' | 'verified' = 'reported') {
  return figuresJson(figures(sumsOf(rows, { ...OPTIONS, lane })), 'net_new_jobs')
}

describe('figures that the vectors do not reach', () => {
  test('an empty portfolio has nothing to divide: every headline is undefined', () => {
    const empty = publish([])
    expect(empty.promised).toMatchObject({ value: 0, gross: 0, stated: 0, of: 0 })
    expect(empty.reporting).toMatchObject({
      created: null,
      progressPercent: null,
      coveragePercent: null,
      ofAllPercent: null,
      pace: null,
    })
    expect(empty.cohort).toMatchObject({ verdict: 'NOTHING_DUE', expectedToday: 0, reported: null })
  })

  test('1,999 of 2,000 is 99.9 %, never 100; −1 of 2,000 is 0, without a sign', () => {
    const nearly = publish([promise('A', 2000n, { reported: counted(1999n, null, 'ON_TRACK') })])
    expect(nearly.reporting.progressPercent).toBe(99.9)
    const below = publish([promise('A', 2000n, { reported: counted(-1n, null, 'REVERSED') })])
    expect(below.reporting.progressPercent).toBe(0)
  })

  test('a third three times is one: sums are rounded once', () => {
    expect(publish(['A', 'B', 'C'].map((ref) => promise(ref, 10n))).cohort.expectedToday).toBe(1)
  })

  test('pace leaves out who has no path: 80 / 100, while 80 + 50 are created', () => {
    const rows = [
      promise('A', 200n, { reported: counted(80n, 100n, 'AT_RISK') }),
      promise('B', 200n, { reported: counted(50n, null, 'NO_DEADLINE') }),
    ]
    const { reporting } = publish(rows)
    expect(reporting).toMatchObject({ created: 130, expected: 100, paced: 1, pace: 0.8 })
  })

  test('the verified lane stands by itself: 30 of 100 verified, 80 reported', () => {
    const facts = {
      reported: counted(80n, 50n, 'AHEAD'),
      verified: counted(30n, 50n, 'AT_RISK'),
    }
    const rows = [promise('A', 100n, facts)]
    expect(publish(rows).funnel).toMatchObject({ delivered: 80, deliveredVerified: 30 })
    expect(publish(rows).statusMix).toEqual({ AHEAD: { count: 1, promised: 100 } })
    const verified = publish(rows, 'verified')
    expect(verified.reporting).toEqual(verified.verified)
    expect(verified.statusMix).toEqual({ AT_RISK: { count: 1, promised: 100 } })
    expect(verified.funnel).toMatchObject({ delivered: 30, outstanding: 70 })
  })

  test('gross takes in only what was dropped for a member that is shown', () => {
    const dropped = promise('B', 40n, { leftOut: 'overlaps A', leftOutFor: 'A' })
    expect(publish([promise('A', 100n), dropped]).promised).toMatchObject({
      value: 100,
      gross: 140,
    })
    expect(publish([promise('C', 10n), dropped]).promised).toMatchObject({ value: 10, gross: 10 })
  })

  test('breakdowns: largest first, what has no single region is unallocated, gap = 80 − 100', () => {
    const rows = [
      promise('A', 100n, { region: 'MA-01' }),
      promise('B', 200n, { region: 'MA', reported: counted(80n, 100n, 'AT_RISK') }),
      promise('C', 300n, { region: 'MULTI', due: null }),
    ]
    const { region, dueYear } = publish(rows).by
    const bare = { created: null, expected: null, gap: null }
    expect(region).toEqual([
      {
        code: 'unallocated',
        count: 2,
        promised: 500,
        created: 80,
        expected: 100,
        gap: -20,
        coveragePercent: 40,
      },
      { code: 'MA-01', count: 1, promised: 100, ...bare, coveragePercent: 0 },
    ])
    expect(dueYear.map(({ code, promised }) => [code, promised])).toEqual([
      ['2027', 300],
      ['unallocated', 300],
    ])
  })

  test('a report on the day of the start counts whole in the gap: 5 − 0', () => {
    const rows = [promise('A', 100n, { reported: counted(5n, 0n, 'NO_DEADLINE') })]
    const { reporting, by } = publish(rows)
    expect(reporting).toMatchObject({ expected: null, paced: 0, pace: null })
    expect(by.sector).toMatchObject([{ created: 5, expected: null, gap: 5 }])
  })

  test.each([
    ['everyone met it', [100n, 100n], 'MET', 'KEPT'],
    ['95 of 100 expected', [95n, 100n], 'ON_TRACK', 'ON_COURSE'],
    ['94 of 100 expected', [94n, 100n], 'AT_RISK', 'AT_RISK'],
    ['60 of 100 expected', [60n, 100n], 'AT_RISK', 'AT_RISK'],
    ['59 of 100 expected', [59n, 100n], 'BEHIND', 'OFF_COURSE'],
    ['no path to hold it against', [59n, null], 'TOO_EARLY', 'CANNOT_SAY'],
  ] as const)('verdict: %s', (_, [created, expected], status, verdict) => {
    const reported = counted(created, expected, status)
    expect(publish([promise('A', 100n, { reported })]).cohort.verdict).toBe(verdict)
  })

  test('just under half covered cannot be said: 999 of 2,000', () => {
    const rows = [
      promise('A', 999n, { reported: counted(900n, 900n, 'ON_TRACK') }),
      promise('B', 1001n),
    ]
    expect(publish(rows).cohort.verdict).toBe('CANNOT_SAY')
  })

  test('money is published in whole dirhams: 1,234.50', () => {
    const rows = [promise('A', 123_450n, { reported: counted(61_725n, 100_050n, 'AT_RISK') })]
    const money = figuresJson(figures(sumsOf(rows, OPTIONS)), 'investment')
    expect(money.promised.value).toBe(1234.5)
    expect(money.reporting).toMatchObject({ created: 617.25, expected: 1001, progressPercent: 50 })
  })

  test('a point of the series: 300 promised, 80 reported against 100', () => {
    const rows = [
      promise('A', 100n),
      promise('B', 200n, { reported: counted(80n, 100n, 'AT_RISK') }),
    ]
    const { promised, lane, verified } = sumsOf(rows, OPTIONS)
    const point = seriesPoint({ promised: promised.value, reported: lane, verified })
    expect(seriesPointJson(point, 'net_new_jobs')).toEqual({
      promised: 300,
      expected: 100,
      reported: 80,
      verified: null,
    })
  })

  test('a funnel that loses one job is refused', () => {
    const { funnel } = sumsOf([promise('A', 100n)], OPTIONS)
    expect(assertFunnelIdentity(funnel)).toBe(funnel)
    expect(() => assertFunnelIdentity({ ...funnel, notReporting: 99n })).toThrow(
      'the funnel does not add up: 100 promised, 99 accounted for',
    )
  })
})

const amount = fc.option(fc.bigInt({ min: 1n, max: 30_000n }), { nil: null })
const fraction = fc.option(
  fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 7n }), fc.bigInt({ min: 1n, max: 4000n }))
    .map(([num, den]) => rational(num, den)),
  { nil: null },
)

function laneOf(lifecycle: Lifecycle, target: bigint | null) {
  return fc
    .record({
      status: fc.constantFrom(...PACE_STATUSES),
      freshness: fc.constantFrom(...FRESHNESSES),
      created: fc.option(fc.bigInt({ min: -500n, max: 40_000n }), { nil: null }),
      expected: fraction,
      projectedAtDue: fraction,
    })
    .map(({ freshness, ...facts }): LaneFacts => {
      const sets = classify({ ...facts, lifecycle, freshness, target })
      return { ...facts, reason: null, reporting: sets.reporting, bucket: sets.bucket }
    })
}

const anyRow = fc
  .record({ lifecycle: fc.constantFrom(...LIFECYCLES), target: amount, originalTarget: amount })
  .chain(({ lifecycle, target, originalTarget }) =>
    fc
      .record({
        reported: laneOf(lifecycle, target),
        verified: laneOf(lifecycle, target),
        due: fc.constantFrom(null, '2026-12-31', '2027-06-30', '2027-12-31'),
        expectedToday: fraction,
        sector: fc.constantFrom('automotive', 'it_services', 'mixed_industry'),
        leftOutFor: fc.constantFrom(null, null, null, 'R0', 'R1'),
      })
      .map(({ leftOutFor, ...facts }) => ({
        ...facts,
        target,
        originalTarget,
        leftOutFor,
        leftOut: leftOutFor && `overlaps ${leftOutFor}`,
        live: !['terminated', 'withdrawn', 'superseded'].includes(lifecycle),
        quantity: target === null ? null : exactly(target),
      })),
  )

const anyRows = fc
  .array(anyRow, { maxLength: 12 })
  .map((rows) => rows.map((facts, index) => promise(`R${index}`, 0n, facts)))

describe('whatever the rows', () => {
  test('every promise of the funnel is accounted for, and each lane stays inside it', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom('reported', 'verified'), (rows, lane) => {
        const { funnel } = figures(sumsOf(rows, { ...OPTIONS, lane }))
        expect(Object.values(funnel).every((value) => value >= 0n)).toBe(true)
        expect(funnel.deliveredVerified <= funnel.delivered).toBe(true)
      }),
    )
  })

  test('the order of the rows changes no figure', () => {
    const shuffled = anyRows.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        expect(figures(sumsOf(other, OPTIONS))).toEqual(figures(sumsOf(rows, OPTIONS)))
      }),
    )
  })

  test('each breakdown adds up to the whole', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { by, promised, count } = figures(sumsOf(rows, OPTIONS))
        for (const groups of Object.values(by)) {
          expect(groups.reduce((sum, group) => sum + group.promised, 0n)).toBe(promised.value)
          expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(count)
        }
      }),
    )
  })
})
