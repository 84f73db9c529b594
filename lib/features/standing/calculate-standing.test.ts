import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInput } from '@/lib/errors'
import en from '@/lib/messages/en.json'
import { standingsResponse } from '@/lib/schemas/responses/standing'
import { calculateStanding } from './calculate-standing'

const VALID = {
  asOf: '2026-03-31',
  knownAt: '2026-03-31',
  lifecycle: 'in_force',
  commitment: {
    measure: 'net_new_jobs',
    scope: 'direct',
    currency: 'MAD',
    start: '2024-04-29',
    baseline: { value: 800, comparator: 'ge' },
    versions: [
      {
        kind: 'original',
        comparator: 'range',
        value: 1500,
        valueHigh: 1600,
        due: '2027',
        preposition: 'by',
        milestones: [{ due: '2025', preposition: 'end_of', value: 700 }],
      },
      {
        kind: 'amendment',
        effectiveOn: '2025-01-01',
        comparator: 'missing',
        recordedAt: '2025-01-01T00:00:00Z',
      },
      {
        kind: 'correction',
        corrects: 1,
        comparator: 'gt',
        value: 1400,
        due: '2027-H2',
        preposition: 'in',
      },
    ],
  },
  observations: [
    { dataDate: '2025-12-31', kind: 'headcount', value: 900, evidence: 'verified' },
    { dataDate: '2026-01-31', kind: 'created_cumulative', value: -5, evidence: 'audited' },
  ],
}

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [
    path,
    ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key])),
  ]
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value))
    return value.map((member, i) => (String(i) === key ? replaced(member, rest, by) : member))
  if (typeof value !== 'object' || value === null) return value // an earlier change took the place
  const members = value as Record<string, unknown>
  return { ...members, [key]: replaced(members[key], rest, by) }
}

const odd = fc.oneof(
  fc.constantFrom(
    ...[null, '', ' ', '\0', '0000-00-00', '9999-12-31', '0001-01-01', '2024-02-30', '2027-H3'],
    ...['2024-01-01T00:00:00Z', '+275760-09-13', 'NaN', '__proto__', 'XXX', 'JPY', 'investment'],
    ...[0, -0, -1, 0.1, 1e-7, 1e21, 2 ** 53, 2 ** 53 - 1, Number.MAX_VALUE, 5e-324],
    ...[
      true,
      [],
      {},
      [[]],
      { value: null },
      'range',
      'le',
      'headcount_level',
      'invested_cumulative',
    ],
  ),
  fc.jsonValue(),
)
const change = fc.tuple(fc.constantFrom(...pathsOf(VALID)), odd)

function judge(body: unknown): void {
  // What arrives is JSON, so that is what is judged: no undefined, no NaN.
  const arrived: unknown = JSON.parse(JSON.stringify(body) ?? 'null')
  try {
    standingsResponse.parse(JSON.parse(JSON.stringify(calculateStanding(arrived))))
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    expect(error.problems).not.toEqual([])
    for (const { path, code } of error.problems) {
      expect(typeof path).toBe('string')
      expect(en.errors).toHaveProperty(code)
    }
  }
}

test('the body that the next tests spoil is answered', () => {
  expect(calculateStanding(VALID).reported.status).toBe('NOT_MEASURABLE')
})

test('a body with one to three members replaced by anything is answered or refused by path', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      let body: unknown = VALID
      for (const [path, by] of changes) body = replaced(body, path, by)
      judge(body)
    }),
    { numRuns: 500 },
  )
})

test('anything that JSON can say is answered or refused by path', () => {
  fc.assert(fc.property(fc.jsonValue(), judge), { numRuns: 500 })
})
