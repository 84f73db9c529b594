import fc from 'fast-check'
import { addDays } from '@/lib/domain/iso-date'
import {
  type AgreementEvent,
  type AgreementHistory,
  COMPARATORS,
  COUNT_COMPARATORS,
  type CommitmentHistory,
  type Comparator,
  EVIDENCES,
  type IsoDate,
  JOB_SCOPES,
  LIFECYCLES,
  MEASURES,
  OBSERVATION_KINDS,
  OBSERVATION_STATES,
  PREPOSITIONS,
  type Quantity,
  RELATION_KINDS,
  type RelationFact,
  type Version,
} from '@/lib/domain/types'

const FIRST_DAY = '2020-01-01'
const DAYS = 3650
const INSTANTS = 1000

/** A day between 2020 and 2029. */
export const anyDay: fc.Arbitrary<IsoDate> = fc
  .nat({ max: DAYS })
  .map((count) => addDays(FIRST_DAY, count))

/** A moment on a small scale of its own, so that recordings and questions meet. */
export const anyInstant = fc.nat({ max: INSTANTS })

const recorded = fc.record({
  recordedAt: fc.option(anyInstant, { freq: 2 }),
  retractedAt: fc.option(anyInstant, { freq: 8 }).map((at) => (at && at % 2 ? at : null)),
})

const amount = fc.bigInt({ min: 1n, max: 300n })

function quantityOf(comparator: Comparator, value: bigint): Quantity {
  const known = { comparator, missing: null }
  if (comparator === 'missing') return { ...known, low: null, high: null, missing: 'not_stated' }
  if (comparator === 'le' || comparator === 'lt') return { ...known, low: 0n, high: value }
  const open = comparator === 'gt' || comparator === 'ge'
  return { ...known, low: value, high: open ? null : value }
}

const quantity = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constant('eq' as const) }, fc.constantFrom(...COMPARATORS)),
    amount,
  )
  .map(([comparator, value]) => quantityOf(comparator, value))

const period = anyDay.chain((day) =>
  fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4), `${day.slice(0, 4)}-H2`),
)
const deadline = fc.record({ preposition: fc.constantFrom(...PREPOSITIONS), period })

const content = fc.record({
  quantity,
  deadline: fc.option(deadline, { freq: 8 }),
  milestones: fc.array(fc.record({ deadline, value: amount }), { maxLength: 1 }),
})

const original: fc.Arbitrary<Version> = fc
  .tuple(content, recorded)
  .map(([said, at]) => ({ kind: 'original', corrects: null, effectiveOn: null, ...said, ...at }))

const amendment: fc.Arbitrary<Version> = fc
  .tuple(content, recorded, anyDay)
  .map(([said, at, on]) => ({ kind: 'amendment', corrects: null, effectiveOn: on, ...said, ...at }))

const correction: fc.Arbitrary<Version> = fc
  .tuple(content, recorded)
  .map(([said, at]) => ({ kind: 'correction', corrects: 1, effectiveOn: null, ...said, ...at }))

const later = fc.array(fc.oneof({ weight: 2, arbitrary: amendment }, correction), { maxLength: 2 })

/** A report of any kind, strength and state. */
export const anyObservation = fc
  .tuple(
    fc.record({
      dataDate: anyDay,
      kind: fc.constantFrom(...OBSERVATION_KINDS),
      comparator: fc.constantFrom(...COUNT_COMPARATORS),
      value: fc.bigInt({ min: 0n, max: 400n }),
      evidence: fc.constantFrom(...EVIDENCES),
      state: fc.constantFrom('accepted' as const, ...OBSERVATION_STATES),
    }),
    recorded,
  )
  .map(([said, at]) => ({ ...said, ...at }))

const baseline = fc
  .tuple(fc.bigInt({ min: 0n, max: 120n }), fc.constantFrom(...COUNT_COMPARATORS), recorded)
  .map(([value, comparator, at]) => ({ value, comparator, ...at }))

const commitment: fc.Arbitrary<CommitmentHistory> = fc.record({
  measure: fc.oneof(fc.constant('net_new_jobs' as const), fc.constantFrom(...MEASURES)),
  scope: fc.oneof(fc.constant('direct' as const), fc.constantFrom(...JOB_SCOPES)),
  currency: fc.constant('MAD'),
  versions: fc.tuple(original, later).map(([first, more]) => [first, ...more]),
  baselines: fc.array(baseline, { maxLength: 2 }),
  observations: fc.array(anyObservation, { minLength: 1, maxLength: 6 }),
})

const start = fc
  .tuple(fc.constantFrom('signature' as const, 'project_start' as const), anyDay, recorded)
  .map(([kind, on, at]) => ({ kind, on, ...at }))

const step = fc
  .tuple(fc.constantFrom(...LIFECYCLES), fc.option(anyDay, { freq: 4 }), recorded)
  .map(([kind, on, at]) => ({ kind, on, ...at }))

const events: fc.Arbitrary<AgreementEvent[]> = fc
  .tuple(fc.array(start, { maxLength: 2 }), fc.array(step, { maxLength: 2 }))
  .map(([starts, steps]) => [...starts, ...steps])

// An agreement names only those before it, so that no circle arises.
function relationsFrom(index: number): fc.Arbitrary<RelationFact[]> {
  if (index === 0) return fc.constant([])
  const to = fc.nat({ max: index - 1 }).map((other) => `A${other}`)
  const relation = fc
    .tuple(fc.constantFrom(...RELATION_KINDS), to, recorded)
    .map(([kind, reference, at]) => ({ kind, to: reference, ...at }))
  return fc.array(relation, { maxLength: 2 })
}

function agreement(index: number): fc.Arbitrary<AgreementHistory> {
  return fc.record({
    reference: fc.constant(`A${index}`),
    events,
    relations: relationsFrom(index),
    commitments: fc.uniqueArray(commitment, { maxLength: 2, selector: ({ measure }) => measure }),
    recordedAt: fc.option(anyInstant, { nil: null, freq: 1 }),
    retractedAt: fc.constant(null),
  })
}

/** One to four agreements with all that can be said of them, related in any way without a circle. */
export const anyComponent: fc.Arbitrary<AgreementHistory[]> = fc
  .integer({ min: 1, max: 4 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => agreement(index))))
