import { describe, expect, test } from 'vitest'
import { halfUpTo, toNumber, truncateTo } from './rational'
import { standing } from './standing'
import { standingJson } from './standing-json'
import type { Lane } from './types'
import { caseOf } from './vectors/read'

interface Report {
  dataDate: string
  kind: string
  value: number
  evidence?: string
}

const PROMISE = { kind: 'original', comparator: 'eq', value: 1500, due: '2027', preposition: 'by' }

function inetum(asOf: string, reports: Report[] = [], commitment: object = {}, more: object = {}) {
  return caseOf({
    asOf,
    commitment: {
      measure: 'net_new_jobs',
      scope: 'direct',
      start: '2024-04-29',
      baseline: 800,
      versions: [PROMISE],
      ...commitment,
    },
    observations: reports.map((report) => ({ evidence: 'self_reported', ...report })),
    ...more,
  })
}

function published(c: ReturnType<typeof inetum>, lane: Lane = 'reported') {
  return standingJson(standing(c, lane), c.measure, c.currency)
}

const headcount = (value: number) => [{ dataDate: '2025-12-31', kind: 'headcount', value }]
const created = (dataDate: string, value: number) => ({
  dataDate,
  kind: 'created_cumulative',
  value,
})

function oneDecimal(value: number | undefined): number {
  return Math.round((value ?? Number.NaN) * 10) / 10
}

describe('the worked example of the method, section 12', () => {
  test('mid 2025 without a report: 1,500 × 427 of 1,341 days = 477.6, expected 478', () => {
    expect(published(inetum('2025-06-30'))).toMatchObject({
      created: null,
      expected: 478,
      status: 'NO_REPORT',
    })
  })

  test('too early for 135 of 1,341 days (a tenth, rounded up), then a missing report', () => {
    expect(published(inetum('2024-09-10')).status).toBe('TOO_EARLY')
    expect(published(inetum('2024-09-11')).status).toBe('NO_REPORT')
  })

  test('headcount 1,050 − baseline 800 = 250 of 1,500 = 16.6 %, pace 250 / 683.4 = 0.36', () => {
    const c = inetum('2025-12-31', headcount(1050))
    const json = published(c)
    expect(json).toMatchObject({
      created: 250,
      progressPercent: 16.6,
      expected: 683,
      status: 'BEHIND',
      projectedCompletion: '2034-05-13',
      projectionReason: null,
      readingSensitive: false,
    })
    expect(oneDecimal(json.requiredPerMonth)).toBe(52.1)
    expect(oneDecimal(json.averagePerMonth)).toBe(12.5)
    expect(oneDecimal(json.projectedAtDue)).toBe(548.7)
    expect(json).not.toHaveProperty('projectedAtDueRange')
    const { pace } = standing(c, 'reported')
    expect(pace && truncateTo(pace, 2)).toBe(36n)
  })

  test('1,480 − 800 = 680: pace 0.99 on track, at risk when 2027 means its first day', () => {
    const c = inetum('2025-12-31', headcount(1480))
    expect(published(c)).toMatchObject({
      created: 680,
      progressPercent: 45.3,
      status: 'ON_TRACK',
      statusEarly: 'AT_RISK',
      readingSensitive: true,
    })
    const { pace } = standing(c, 'reported')
    expect(pace && truncateTo(pace, 2)).toBe(99n)
  })

  test('760 − 800 = −40: below the baseline, −2.6 %, no growth to extend', () => {
    expect(published(inetum('2025-12-31', headcount(760)))).toMatchObject({
      created: -40,
      progressPercent: -2.6,
      status: 'REVERSED',
      projectedCompletion: null,
      projectionReason: 'NO_GROWTH',
    })
  })

  test('120, 210, 380: (380 − 120) / 365 days a day = 21.7 a month, 900 at due (736 to 1,054)', () => {
    const reports = [
      created('2024-12-31', 120),
      created('2025-06-30', 210),
      created('2025-12-31', 380),
    ]
    const c = inetum('2025-12-31', reports)
    const json = published(c)
    expect(oneDecimal(json.recentPerMonth)).toBe(21.7)
    expect(oneDecimal(json.requiredPerMonth)).toBe(46.7)
    expect(json).toMatchObject({ status: 'BEHIND', projectedCompletion: '2030-04-22' })
    expect(Math.round(json.projectedAtDue ?? 0)).toBe(900)
    expect(json.projectedAtDueRange?.map(Math.round)).toEqual([736, 1054])
    const { pace, projection } = standing(c, 'reported')
    expect(pace && truncateTo(pace, 2)).toBe(55n)
    expect(projection.stretch && truncateTo(projection.stretch, 2)).toBe(166n)
  })

  test('money: more than 50,000,000 MAD is 5,000,000,000 centimes, published as 50,000,000', () => {
    const versions = [{ ...PROMISE, comparator: 'gt', value: 50_000_000 }]
    const commitment = { measure: 'investment', scope: 'unspecified', currency: 'MAD', versions }
    const c = inetum('2025-06-30', [], commitment)
    expect(standing(c, 'reported').target).toBe(5_000_000_000n)
    expect(published(c).target).toBe(50_000_000)
  })
})

describe('which report counts', () => {
  test('on one day the stronger evidence counts: audited 900 − 800 = 100 over created 300', () => {
    const reports = [
      { ...created('2025-12-31', 300), evidence: 'verified' },
      { dataDate: '2025-12-31', kind: 'headcount', value: 900, evidence: 'audited' },
    ]
    expect(published(inetum('2026-01-31', reports))).toMatchObject({
      created: 100,
      evidence: 'audited',
    })
  })

  test('of equal evidence the direct count of jobs created counts, wherever it is listed', () => {
    const reports = [created('2025-12-31', 300), ...headcount(900)]
    expect(published(inetum('2026-01-31', reports)).created).toBe(300)
    expect(published(inetum('2026-01-31', reports.toReversed())).created).toBe(300)
  })

  test('of equals without a recording the last listed counts', () => {
    const reports = [created('2025-12-31', 300), created('2025-12-31', 310)]
    expect(published(inetum('2026-01-31', reports)).created).toBe(310)
  })

  test('a report of the day of the start counts: gap 5 − 0, no pace against nothing', () => {
    const json = published(inetum('2024-04-29', [created('2024-04-29', 5)]))
    expect(json).toMatchObject({ created: 5, expected: 0, gap: 5, pace: null, status: 'TOO_EARLY' })
    expect(json).not.toHaveProperty('averagePerMonth')
  })

  test('headcounts without a baseline measure nothing, a count of jobs created does', () => {
    const unknown = { baseline: null }
    expect(published(inetum('2026-01-31', headcount(900), unknown))).toMatchObject({
      status: 'NOT_MEASURABLE',
      reason: 'BASELINE_MISSING',
      created: null,
      target: 1500,
    })
    const both = [...headcount(900), created('2025-06-30', 300)]
    expect(published(inetum('2025-12-31', both, unknown))).toMatchObject({
      created: 300,
      dataDate: '2025-06-30',
    })
  })

  test('only a headcount carries the inexactness of the baseline', () => {
    const rough = { baseline: { value: 800, comparator: 'approx' } }
    expect(published(inetum('2026-01-31', headcount(900), rough)).approximate).toBe(true)
    const direct = [created('2025-12-31', 100)]
    expect(published(inetum('2026-01-31', direct, rough)).approximate).toBe(false)
  })
})

describe('boundaries of the rules', () => {
  const freshness = (asOf: string) =>
    published(inetum(asOf, [created('2025-06-30', 400)])).freshness

  test('a report is fresh for 183 days, ageing to 365, stale to 730, then lapsed', () => {
    expect(['2025-12-30', '2025-12-31', '2026-06-30', '2026-07-01'].map(freshness)).toEqual([
      'FRESH',
      'AGEING',
      'AGEING',
      'STALE',
    ])
    expect(['2027-06-30', '2027-07-01'].map(freshness)).toEqual(['STALE', 'LAPSED'])
  })

  test('after the due day its own report decides: 92 days before is missed, 93 is not reported', () => {
    const status = (day: string) => published(inetum('2028-01-01', [created(day, 700)])).status
    expect(status('2027-09-30')).toBe('MISSED')
    expect(status('2027-09-29')).toBe('DUE_UNREPORTED')
    expect(published(inetum('2027-12-31', [created('2027-09-30', 900)])).status).toBe('AT_RISK')
  })

  test('kept by the due day, kept after it, kept and lost again', () => {
    const status = (...reports: Report[]) => published(inetum('2028-06-30', reports)).status
    expect(status(created('2027-12-31', 1500))).toBe('MET')
    expect(status(created('2028-01-01', 1500))).toBe('MET_LATE')
    expect(status(created('2027-12-31', 1500), created('2028-01-31', 1499))).toBe('SLIPPED')
  })

  test('completion 30 × 366 days past due is still named, a day more is beyond', () => {
    const versions = [{ ...PROMISE, value: 12000, due: '2024-05-09', preposition: 'in' }]
    const at = (value: number, target: number) => {
      const promise = { versions: [{ ...versions[0], value: target }] }
      return published(inetum('2024-05-01', [created('2024-04-30', value)], promise))
    }
    // One a day from 2024-04-29: T is reached T days later; due is day 10, the horizon day 10,990.
    expect(at(1, 10990).projectedCompletion).toBe('2054-06-01')
    expect(at(1, 10991)).toMatchObject({
      projectedCompletion: null,
      projectionReason: 'BEYOND_30_YEARS',
    })
  })

  test('a deadline at the end of the calendar is projected without leaving it', () => {
    const versions = [{ ...PROMISE, value: 9_000_000, due: '9999' }]
    const c = inetum('2025-12-31', [created('2025-12-31', 100)], { versions })
    expect(published(c).projectionReason).toBe('BEYOND_30_YEARS')
  })
})

describe('amendments and corrections', () => {
  const cut = {
    kind: 'amendment',
    effectiveOn: '2026-01-01',
    recordedAt: '2026-02-01T10:00:00Z',
    comparator: 'eq',
    value: 1000,
    due: '2028',
    preposition: 'by',
  }

  test('the old path holds for days before the amendment: e(2025-12-31) is of 1,500 by 2027', () => {
    const c = inetum('2026-03-31', headcount(1050), { versions: [PROMISE, cut] })
    expect(published(c)).toMatchObject({
      target: 1000,
      targetOriginal: 1500,
      slippageDays: 366,
      expected: 683,
      progressPercent: 25,
      progressOfOriginalPercent: 16.6,
    })
  })

  test('an amendment is not known before it was recorded', () => {
    const known = { knownAt: '2026-01-31' }
    const c = inetum('2026-03-31', [], { versions: [PROMISE, cut] }, known)
    expect(published(c).target).toBe(1500)
  })

  test('a bare knownAt is the end of that day in Casablanca: 22:59:59Z is still 31 July', () => {
    const late = { ...cut, recordedAt: '2026-07-31T22:59:59Z' }
    const at = (recordedAt: string) => {
      const versions = [PROMISE, { ...late, recordedAt }]
      return published(inetum('2026-12-31', [], { versions }, { knownAt: '2026-07-31' })).target
    }
    expect(at('2026-07-31T22:59:59Z')).toBe(1000)
    expect(at('2026-07-31T23:00:00Z')).toBe(1500)
  })

  test('a correction of the original changes what "original" means, for every day', () => {
    const correction = { ...PROMISE, kind: 'correction', corrects: 1, value: 1200 }
    const c = inetum('2026-03-31', [], { versions: [PROMISE, cut, correction] })
    expect(published(c)).toMatchObject({ target: 1000, targetOriginal: 1200 })
    expect(published({ ...c, asOf: '2025-12-31' }).target).toBe(1200)
  })

  test('where the original gave no number, the first usable version guides the days before it', () => {
    const silent = { ...PROMISE, comparator: 'missing' }
    const c = inetum('2026-03-31', headcount(1050), { versions: [silent, cut] })
    // 1,000 × 611 of 1,707 days from 2024-04-29 to 2028-12-31.
    const { expected } = standing(c, 'reported')
    expect(expected && halfUpTo(expected, 0)).toBe(358n)
    expect(expected && toNumber(expected)).toBeCloseTo(357.938, 3)
  })
})
