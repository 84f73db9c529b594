import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseAt } from './history'
import { standing } from './standing'
import { standingJson } from './standing-json'
import {
  COMPARATORS,
  JOB_SCOPES,
  LANES,
  LIFECYCLES,
  MEASURES,
  OBSERVATION_KINDS,
  PACE_STATUSES,
  PREPOSITIONS,
  type StandingCase,
} from './types'
import { anyComponent, anyDay, anyInstant, anyObservation } from './vectors/arbitrary'
import { acceptedCaseOf } from './vectors/read'

const anyCase: fc.Arbitrary<StandingCase> = fc
  .tuple(anyComponent, anyDay, fc.option(anyInstant))
  .map(([[history], asOf, knownAt]) => {
    const measure = history?.commitments[0]?.measure
    return history && measure ? caseAt(history, measure, asOf, knownAt) : null
  })
  .filter((c) => c !== null)

function both(c: StandingCase) {
  return LANES.map((lane) => standing(c, lane))
}

describe('whatever was recorded', () => {
  test('the order in which observations are listed decides nothing between recorded ones', () => {
    const shuffled = anyCase.chain((c) => {
      const day = c.observations[0]?.dataDate ?? c.asOf
      // Half of them on one day, where they are rivals.
      const observations = c.observations.map((item, index) => ({
        ...item,
        dataDate: index % 2 ? item.dataDate : day,
        recordedAt: index,
      }))
      const listed = fc.shuffledSubarray(observations, { minLength: observations.length })
      return listed.map((list) => [
        { ...c, observations },
        { ...c, observations: list },
      ])
    })
    fc.assert(
      fc.property(shuffled, ([c, other]) => {
        expect(other && both(other)).toEqual(c && both(c))
      }),
      { numRuns: 200 },
    )
  })

  test('a retracted report or amendment changes nothing', () => {
    fc.assert(
      fc.property(anyCase, anyObservation, (c, observation) => {
        const retracted = { recordedAt: null, retractedAt: c.knownAt ?? 0 }
        const [original] = c.versions
        if (!original) return
        const amendment = { ...original, kind: 'amendment' as const, effectiveOn: '2020-01-01' }
        const more = {
          ...c,
          versions: [...c.versions, { ...amendment, ...retracted }],
          observations: [...c.observations, { ...observation, ...retracted }],
        }
        expect(both(more)).toEqual(both(c))
      }),
      { numRuns: 200 },
    )
  })
})

const farDay = fc
  .tuple(fc.constantFrom('1000', '1999', '2024', '2027', '9998', '9999'), anyDay)
  .map(([year, day]) => `${year}${day.slice(4)}`)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const period = farDay.chain((day) => fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4)))
const number = fc.constantFrom(-1, 0, 0.5, 1, 90, 1500, 2.25, Number.MAX_SAFE_INTEGER)
const deadline = { due: period, preposition: fc.constantFrom(...PREPOSITIONS) }

const anyVersion = fc.record({
  kind: fc.constantFrom('original', 'amendment', 'correction'),
  corrects: maybe(fc.constantFrom(1, 2)),
  effectiveOn: maybe(farDay),
  comparator: fc.constantFrom(...COMPARATORS),
  value: number,
  valueHigh: maybe(number),
  milestones: maybe(fc.array(fc.record({ ...deadline, value: number }), { maxLength: 2 })),
  ...deadline,
})

const firstVersion = fc.record({
  kind: fc.constant('original'),
  comparator: fc.constantFrom('eq', 'gt', 'ge', 'le', 'approx', 'missing'),
  value: fc.constantFrom(1, 90, 1500, Number.MAX_SAFE_INTEGER),
  ...deadline,
})

/** Bodies at the edges of what can be written: many are refused, the rest must be answered. */
const anyBody = fc.record({
  asOf: farDay,
  knownAt: maybe(farDay),
  lifecycle: fc.constantFrom(...LIFECYCLES),
  commitment: fc.record({
    measure: fc.constantFrom(...MEASURES),
    scope: fc.constantFrom(...JOB_SCOPES),
    start: fc.option(farDay),
    baseline: fc.option(fc.constantFrom(0, 40, Number.MAX_SAFE_INTEGER)),
    versions: fc
      .tuple(firstVersion, fc.array(anyVersion, { maxLength: 1 }))
      .map(([first, more]) => [first, ...more]),
  }),
  observations: fc.array(
    fc.record({
      dataDate: farDay,
      kind: fc.constantFrom(...OBSERVATION_KINDS),
      value: fc.constantFrom(0, 1, 700, Number.MAX_SAFE_INTEGER),
      evidence: fc.constantFrom('self_reported', 'audited'),
    }),
    { maxLength: 4 },
  ),
})

describe('whatever is asked', () => {
  test('a body is refused with its problems or answered with one of the sixteen statuses', () => {
    let answered = 0
    const answer = (body: unknown) => {
      const c = acceptedCaseOf(body)
      if (!c) return
      answered += 1
      for (const lane of LANES) {
        const json = standingJson(standing(c, lane), c.measure, c.currency)
        expect(PACE_STATUSES).toContain(json.status)
        expect(PACE_STATUSES).toContain(json.statusEarly)
        const numbers = Object.values(json).filter((value) => typeof value === 'number')
        expect(numbers.every(Number.isFinite)).toBe(true)
      }
    }
    fc.assert(fc.property(anyBody, answer), { numRuns: 1500 })
    expect(answered).toBeGreaterThan(100)
  })
})
