import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  parseCount,
  parseDated,
  parseDeadline,
  parseQuantity,
  printCount,
  printDeadline,
  printQuantityLiteral,
  type Unit,
} from './literal'
import {
  parseMilestones,
  parseRelations,
  parseSignatories,
  printMilestones,
  printRelations,
  printSignatories,
} from './literal-lists'
import { CAPACITIES, PREPOSITIONS, type Quantity, RELATION_KINDS, SIDES } from './types'

const positive = fc.bigInt({ min: 1n, max: 10n ** 12n })
const unit = fc.constantFrom<Unit[]>('persons', { currency: 'MAD' }, { currency: 'JPY' })
const quantity: fc.Arbitrary<Quantity> = fc.oneof(
  positive.map((v) => ({ comparator: 'eq' as const, low: v, high: v, missing: null })),
  positive.map((v) => ({ comparator: 'approx' as const, low: v, high: v, missing: null })),
  fc
    .tuple(fc.constantFrom('gt' as const, 'ge' as const), positive)
    .map(([comparator, low]) => ({ comparator, low, high: null, missing: null })),
  fc
    .tuple(fc.constantFrom('le' as const, 'lt' as const), positive)
    .map(([comparator, high]) => ({ comparator, low: 0n, high, missing: null })),
  fc
    .tuple(positive, positive)
    .map(([low, more]) => ({ comparator: 'range' as const, low, high: low + more, missing: null })),
)
const period = fc.constantFrom('2027', '2027-H1', '2026-H2', '2027-Q3', '2027-06', '2027-06-30')
const word = fc.constantFrom('Ann Lee', 'Groupe OCP', 'سعد', "L'Été")

test('a printed quantity parses back to itself', () => {
  fc.assert(
    fc.property(quantity, unit, (value, u) => {
      expect(parseQuantity(printQuantityLiteral(value, u), u)).toEqual({ ok: true, value })
    }),
  )
})

test('a printed count parses back to itself', () => {
  const count = fc.record({
    comparator: fc.constantFrom('eq' as const, 'gt' as const, 'ge' as const, 'approx' as const),
    value: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  })
  fc.assert(
    fc.property(count, unit, (value, u) => {
      expect(parseCount(printCount(value, u), u, { negative: true })).toEqual({ ok: true, value })
    }),
  )
})

test('a printed deadline parses back to itself', () => {
  const deadline = fc.record({ preposition: fc.constantFrom(...PREPOSITIONS), period })
  fc.assert(
    fc.property(deadline, (value) => {
      expect(parseDeadline(printDeadline(value))).toEqual({ ok: true, value })
    }),
  )
})

test('printed lists parse back to themselves', () => {
  const signatory = fc.record({
    side: fc.constantFrom(...SIDES),
    capacity: fc.constantFrom(...CAPACITIES),
    name: word,
    title: fc.constantFrom('', 'Minister', 'Chair'),
  })
  const distinct = {
    selector: (one: { name: string; capacity: string }) => `${one.name}|${one.capacity}`,
  }
  fc.assert(
    fc.property(fc.uniqueArray(signatory, distinct), (value) => {
      expect(parseSignatories(printSignatories(value))).toEqual({ ok: true, value })
    }),
  )
  const relation = fc.record({
    kind: fc.constantFrom(...RELATION_KINDS),
    to: fc.constantFrom('A-1', 'B_2', 'C.3'),
  })
  fc.assert(
    fc.property(fc.uniqueArray(relation, { selector: (r) => r.kind + r.to }), (value) => {
      expect(parseRelations(printRelations(value))).toEqual({ ok: true, value })
    }),
  )
  const milestones = '2024-12-31=>700;2025-06-30=~800;2026-01-01=900..1000'
  const read = parseMilestones(milestones, 'persons')
  expect(read.ok && printMilestones(read.value, 'persons')).toBe(milestones)
})

test.each([
  ['1,500', 'quantity_format'],
  ['1 500', 'quantity_format'],
  ['', 'quantity_format'],
  ['0', 'quantity_not_positive'],
  ['<=0', 'quantity_not_positive'],
  ['1.5', 'whole_number'],
  ['250..200', 'range_order'],
  ['200..200', 'range_order'],
  ['1..2..3', 'quantity_format'],
  ['99999999999999999', 'number_too_large'],
])('the quantity %s is refused', (text, code) => {
  expect(parseQuantity(text, 'persons')).toMatchObject({ ok: false, code })
})

test('money keeps its minor units: 50.5 million MAD is 5,050,000,000 centimes', () => {
  expect(parseQuantity('>50500000', { currency: 'MAD' })).toEqual({
    ok: true,
    value: { comparator: 'gt', low: 5_050_000_000n, high: null, missing: null },
  })
  expect(parseQuantity('1.5', { currency: 'JPY' })).toMatchObject({ code: 'too_many_decimals' })
})

test.each(['2027-13', '2027-02-30', '27', '2027-H1'])('%s is no date', (text) => {
  expect(parseDated(text).ok).toBe(false)
})
