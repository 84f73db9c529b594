import { describe, expect, test } from 'vitest'
import { endOfDay } from '@/lib/clock'
import { InvalidInput } from '@/lib/errors'
import { standingCaseOf } from './standing'

function caseOf(input: unknown) {
  return standingCaseOf(input, endOfDay)
}

const ORIGINAL = { kind: 'original', comparator: 'eq', value: 1500, due: '2027', preposition: 'by' }
const AMENDMENT = { ...ORIGINAL, kind: 'amendment', effectiveOn: '2025-01-01' }
const REPORT = { dataDate: '2025-12-31', kind: 'headcount', value: 900, evidence: 'verified' }

function body(version: object = {}, commitment: object = {}, more: object = {}) {
  return {
    asOf: '2026-03-31',
    commitment: {
      measure: 'net_new_jobs',
      scope: 'direct',
      start: '2024-04-29',
      baseline: 800,
      versions: [{ ...ORIGINAL, ...version }],
      ...commitment,
    },
    observations: [REPORT],
    ...more,
  }
}

function problems(input: unknown): string[] {
  try {
    caseOf(input)
    return []
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    return error.problems.map(({ path, code }) => `${path} ${code}`)
  }
}

const milestones = (...steps: [string, number][]) => ({
  milestones: steps.map(([due, value]) => ({ due, preposition: 'end_of', value })),
})

describe('accepted', () => {
  test('the shapes of the vectors, and null for what is not known', () => {
    expect(problems(body())).toEqual([])
    expect(
      problems(body({ due: null, preposition: null }, { start: null, baseline: null })),
    ).toEqual([])
  })

  test('any value under missing, which is ignored', () => {
    const c = caseOf(body({ comparator: 'missing', value: -3.7 }))
    expect(c.versions[0]?.quantity).toEqual({
      comparator: 'missing',
      low: null,
      high: null,
      missing: 'not_stated',
    })
  })

  test('a negative count of jobs created, as a loss since the start', () => {
    const observations = [{ ...REPORT, kind: 'created_cumulative', value: -40 }]
    expect(caseOf(body({}, {}, { observations })).observations[0]?.value).toBe(-40n)
  })

  test('money in minor units of its currency: 0.1 MAD is 10, 7 JPY is 7, 0.125 TND is 125', () => {
    const low = (currency: string | undefined, value: number) =>
      caseOf(body({ value }, { measure: 'investment', currency })).versions[0]?.quantity.low
    expect(low('MAD', 0.1)).toBe(10n)
    expect(low(undefined, 0.1)).toBe(10n)
    expect(low('JPY', 7)).toBe(7n)
    expect(low('TND', 0.125)).toBe(125n)
  })

  test('a bare knownAt as the end of that day in Casablanca, an instant as itself', () => {
    const known = (knownAt: string) => caseOf(body({}, {}, { knownAt })).knownAt
    expect(known('2026-07-31')).toBe(Date.parse('2026-07-31T22:59:59.999Z'))
    expect(known('2026-07-31T12:00:00+01:00')).toBe(Date.parse('2026-07-31T11:00:00Z'))
  })
})

describe('refused where it is wrong', () => {
  test.each<[string, unknown, string[]]>([
    ['nothing at all', undefined, [' required']],
    [
      'a day that does not exist',
      body({}, { start: '2026-02-30' }),
      ['commitment.start not_a_date'],
    ],
    [
      'an instant without an offset',
      body({}, {}, { knownAt: '2026-02-01T10:00:00' }),
      ['knownAt not_an_instant'],
    ],
    ['a measure left out', body({}, { measure: undefined }), ['commitment.measure required']],
    [
      'more reports than anyone files',
      body({}, {}, { observations: Array(1001).fill(REPORT) }),
      ['observations too_many'],
    ],
    ['an unknown key', body({}, { targte: 3 }), ['commitment.targte unknown_field']],
    ['a word for a code', body({}, { measure: 'jobs' }), ['commitment.measure not_one_of']],
    ['a negative baseline', body({}, { baseline: -1 }), ['commitment.baseline below_minimum']],
    [
      'a negative inexact baseline',
      body({}, { baseline: { value: -1, comparator: 'gt' } }),
      ['commitment.baseline.value below_minimum'],
    ],
    ['half a person', body({ value: 0.5 }), ['commitment.versions.0.value not_whole']],
    [
      'half a person and a deadline that is none',
      body({ value: 0.5, due: 'soon', milestones: [{ due: '2026', preposition: 'by', value: 7 }] }),
      ['commitment.versions.0.due not_a_deadline', 'commitment.versions.0.value not_whole'],
    ],
    [
      'a milestone without any day',
      body({ milestones: [{ due: '', preposition: 'by', value: 7 }] }),
      ['commitment.versions.0.milestones.0.due not_a_deadline'],
    ],
    ['a promise of nothing', body({ value: 0 }), ['commitment.versions.0.value not_positive']],
    [
      'a promise without its number',
      body({ value: null }),
      ['commitment.versions.0.value required'],
    ],
    [
      'a tenth of a centime',
      body({ value: 1.001 }, { measure: 'investment', currency: 'MAD' }),
      ['commitment.versions.0.value too_many_decimals'],
    ],
    [
      'an unknown currency',
      body({}, { measure: 'investment', currency: 'DHS' }),
      ['commitment.currency not_a_currency'],
    ],
    [
      'a range upside down',
      body({ comparator: 'range', valueHigh: 1499 }),
      ['commitment.versions.0.valueHigh high_below_value'],
    ],
    [
      'a quarter that does not exist',
      body({ due: '2027-Q5' }),
      ['commitment.versions.0.due not_a_deadline'],
    ],
    [
      'a deadline without its preposition',
      body({ preposition: undefined }),
      ['commitment.versions.0.preposition required'],
    ],
    ['an amendment first', body(AMENDMENT), ['commitment.versions.0.kind first_must_be_original']],
    ['no version', body({}, { versions: [] }), ['commitment.versions required']],
    [
      'an undated amendment',
      body({}, { versions: [ORIGINAL, { ...AMENDMENT, effectiveOn: null }] }),
      ['commitment.versions.1.effectiveOn required'],
    ],
    [
      'a second original',
      body({}, { versions: [ORIGINAL, ORIGINAL] }),
      ['commitment.versions.1.kind original_only_first'],
    ],
    [
      'a correction of a correction',
      body({}, { versions: [ORIGINAL, { ...ORIGINAL, kind: 'correction', corrects: 2 }] }),
      ['commitment.versions.1.corrects corrects_nothing'],
    ],
    [
      'a negative headcount',
      body({}, {}, { observations: [{ ...REPORT, value: -1 }] }),
      ['observations.0.value below_minimum'],
    ],
    [
      'half a hire',
      body({}, {}, { observations: [{ ...REPORT, value: 1.5 }] }),
      ['observations.0.value not_whole'],
    ],
    [
      'a milestone on the due day',
      body(milestones(['2027', 100])),
      ['commitment.versions.0.milestones.0.due milestone_outside'],
    ],
    [
      'a milestone on the start',
      body(milestones(['2024-04-29', 100])),
      ['commitment.versions.0.milestones.0.due milestone_outside'],
    ],
    [
      'milestones on one day',
      body(milestones(['2025', 100], ['2025-12', 200])),
      ['commitment.versions.0.milestones.1.due milestone_out_of_order'],
    ],
    [
      'a milestone that falls',
      body(milestones(['2025', 200], ['2026', 100])),
      ['commitment.versions.0.milestones.1.value milestone_decreases'],
    ],
    [
      'a milestone above the target',
      body(milestones(['2025', 1501])),
      ['commitment.versions.0.milestones.0.value milestone_exceeds_target'],
    ],
    [
      'a milestone of nothing',
      body(milestones(['2025', 0])),
      ['commitment.versions.0.milestones.0.value not_positive'],
    ],
    [
      'a milestone without a deadline',
      body({ due: null, ...milestones(['2025', 10]) }),
      ['commitment.versions.0.milestones.0.due milestone_without_deadline'],
    ],
  ])('%s', (_, input, expected) => {
    expect(problems(input)).toEqual(expected)
  })

  test('every problem at once, not the first alone', () => {
    const input = body(
      { due: 'soon' },
      {},
      { asOf: 'today', observations: [{ ...REPORT, value: '9' }] },
    )
    expect(problems(input)).toEqual([
      'asOf not_a_date',
      'commitment.versions.0.due not_a_deadline',
      'observations.0.value wrong_type',
    ])
  })
})
