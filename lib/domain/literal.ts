import { isPeriod } from './deadline'
import { isIsoDate } from './iso-date'
import { minorDigits, parseMoney, printMoney } from './money'
import type { CountComparator, Deadline, MissingReason, Quantity } from './types'
import { PREPOSITIONS } from './types'

/** What is wrong with a literal: a key of the `errors` messages with its values. */
export interface LiteralProblem {
  ok: false
  code: string
  values?: Record<string, string | number>
}

/** A literal read into its value, or why it is none. */
export type Parsed<T> = { ok: true; value: T } | LiteralProblem

/** What a quantity counts: persons, or money of a currency. */
export type Unit = 'persons' | { currency: string }

/** A number that was counted: a report's value, a baseline. */
export interface CountedValue {
  comparator: CountComparator
  value: bigint
}

/** A problem with a literal. */
export function problem(code: string, values?: Record<string, string | number>): LiteralProblem {
  return values ? { ok: false, code, values } : { ok: false, code }
}

/** A literal's value. */
export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

// Beyond this no person or dirham can be meant, and doubles stop being exact.
const LARGEST = 10n ** 15n
const NUMBER = /^-?\d+(\.\d+)?$/
const WHOLE = /^-?\d+$/

function parseNumber(text: string, unit: Unit): Parsed<bigint> {
  if (!NUMBER.test(text)) return problem('number_format')
  if (unit === 'persons' && !WHOLE.test(text)) return problem('whole_number')
  const number = unit === 'persons' ? BigInt(text) : parseMoney(text, unit.currency)
  if (number === null)
    return unit === 'persons'
      ? problem('number_format')
      : problem('too_many_decimals', {
          currency: unit.currency,
          digits: minorDigits(unit.currency),
        })
  const limit = unit === 'persons' ? LARGEST : LARGEST * 10n ** BigInt(minorDigits(unit.currency))
  return number > limit || number < -limit ? problem('number_too_large') : parsed(number)
}

function printNumber(number: bigint, unit: Unit): string {
  return unit === 'persons' ? number.toString() : printMoney(number, unit.currency)
}

const SIGNS = [
  ['>=', 'ge'],
  ['<=', 'le'],
  ['>', 'gt'],
  ['<', 'lt'],
  ['~', 'approx'],
] as const

function signed(text: string): { comparator: 'eq' | (typeof SIGNS)[number][1]; rest: string } {
  const found = SIGNS.find(([sign]) => text.startsWith(sign))
  return found
    ? { comparator: found[1], rest: text.slice(found[0].length).trim() }
    : { comparator: 'eq', rest: text }
}

function bounds(comparator: ReturnType<typeof signed>['comparator'], value: bigint) {
  if (comparator === 'le' || comparator === 'lt') return { low: 0n, high: value }
  return { low: value, high: comparator === 'gt' || comparator === 'ge' ? null : value }
}

/** A promised quantity, `1500`, `>1500`, `>=1500`, `~1500`, `200..250`, `<=2000` or `<2000`, above zero, in persons or minor units (method, section 2). */
export function parseQuantity(text: string, unit: Unit): Parsed<Quantity> {
  const [from, to, ...more] = text.split('..').map((part) => part.trim())
  if (to !== undefined) {
    const [low, high] = [parseNumber(from ?? '', unit), parseNumber(to, unit)]
    if (more.length > 0) return problem('quantity_format')
    if (!low.ok) return low
    if (!high.ok) return high
    if (low.value <= 0n) return problem('quantity_not_positive')
    if (high.value <= low.value) return problem('range_order')
    return parsed({ comparator: 'range', low: low.value, high: high.value, missing: null })
  }
  const { comparator, rest } = signed(text)
  const number = parseNumber(rest, unit)
  if (!number.ok) return number.code === 'number_format' ? problem('quantity_format') : number
  if (number.value <= 0n) return problem('quantity_not_positive')
  return parsed({ comparator, ...bounds(comparator, number.value), missing: null })
}

/** The quantity for which no number is given. */
export function missingQuantity(missing: MissingReason): Quantity {
  return { comparator: 'missing', low: null, high: null, missing }
}

/** A quantity as its canonical literal; empty when none is given. */
export function printQuantityLiteral(quantity: Quantity, unit: Unit): string {
  const { comparator, low, high } = quantity
  if (comparator === 'missing') return ''
  if (comparator === 'range' && low !== null && high !== null)
    return `${printNumber(low, unit)}..${printNumber(high, unit)}`
  const value = comparator === 'le' || comparator === 'lt' ? high : low
  const sign = SIGNS.find(([, name]) => name === comparator)?.[0] ?? ''
  return `${sign}${printNumber(value ?? 0n, unit)}`
}

/** A counted value, `1500`, `>1500`, `>=1500` or `~1500`; negative only where `negative` allows it (method, section 5). */
export function parseCount(
  text: string,
  unit: Unit,
  { negative }: { negative: boolean },
): Parsed<CountedValue> {
  const { comparator, rest } = signed(text)
  if (comparator === 'le' || comparator === 'lt' || text.includes('..'))
    return problem('count_format')
  const number = parseNumber(rest, unit)
  if (!number.ok) return number.code === 'number_format' ? problem('count_format') : number
  if (number.value < 0n && !negative) return problem('negative')
  return parsed({ comparator, value: number.value })
}

/** A counted value as its canonical literal. */
export function printCount({ comparator, value }: CountedValue, unit: Unit): string {
  const sign = SIGNS.find(([, name]) => name === comparator)?.[0] ?? ''
  return `${sign}${printNumber(value, unit)}`
}

const DEADLINE = /^(?:(by|before|in|end[ _]of)\s+)?(\S+)$/

/** A deadline, `by 2027`, `before 2027-06`, `in 2026-H1`, `end of 2027` or a day `2027-06-30`, which means by that day (method, section 3). */
export function parseDeadline(text: string): Parsed<Deadline> {
  const match = DEADLINE.exec(text.trim())
  const period = match?.[2] ?? ''
  if (!match || !isPeriod(period)) return problem('deadline_format')
  const written = match[1]?.replace(' ', '_')
  if (written === undefined && !isIsoDate(period)) return problem('deadline_preposition')
  const preposition = PREPOSITIONS.find((known) => known === (written ?? 'by'))
  return preposition ? parsed({ preposition, period }) : problem('deadline_format')
}

/** A deadline as its canonical literal. */
export function printDeadline({ preposition, period }: Deadline): string {
  if (preposition === 'by' && isIsoDate(period)) return period
  return `${preposition.replace('_', ' ')} ${period}`
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** A date with its precision, `2024`, `2024-04` or `2024-04-29`; it stays text, lastOfPeriod gives its day (method, sections 3 and 5). */
export function parseDated(text: string): Parsed<string> {
  return DATE.test(text) && isPeriod(text) ? parsed(text) : problem('date_format')
}
