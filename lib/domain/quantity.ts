import type { MissingReason, Quantity } from './types'

/** What a stated quantity brings to a sum: its number T, its high (null = open), and how it was stated. */
export interface Term {
  low: bigint
  high: bigint | null
  strict: boolean
  approximate: boolean
}

/** A sum of quantities: low = Σ T, high null if any term is open, and how many of the rows had a T. */
export interface QuantitySum extends Term {
  stated: number
  of: number
}

/** The words of one language around a printed quantity; number prints persons or minor units, unit follows the figures. */
export interface QuantityParts {
  number(n: bigint): string
  missing(reason: MissingReason): string
  stated(n: number, of: number): string
  unit?: string
}

/** Whether a quantity bounds the promise from above only: "up to" and "less than" promise nothing (method, section 2). */
export function isCeiling(quantity: Quantity): boolean {
  return quantity.comparator === 'le' || quantity.comparator === 'lt'
}

/** The value that a ceiling names, null for every other quantity. */
export function ceilingOf(quantity: Quantity): bigint | null {
  return isCeiling(quantity) ? quantity.high : null
}

/** T, the number used for a quantity before its measure adjusts it, in the quantity's own unit; null for a ceiling and where nothing is given (method, section 2). */
export function targetOf(quantity: Quantity): bigint | null {
  return quantity.comparator === 'missing' || isCeiling(quantity) ? null : quantity.low
}

function highOf({ comparator, low, high }: Quantity): bigint | null {
  if (comparator === 'gt' || comparator === 'ge') return null
  return comparator === 'range' ? high : low
}

/** The term that a quantity adds to a sum where its number is `target` (a headcount level's is less its baseline); null without one (method, section 2). */
export function termOf(
  quantity: Quantity | null,
  target: bigint | null = quantity && targetOf(quantity),
): Term | null {
  if (quantity === null || target === null) return null
  const high = highOf(quantity)
  const offset = (quantity.low ?? target) - target
  return {
    low: target,
    high: high === null ? null : high - offset,
    strict: quantity.comparator === 'gt',
    approximate: quantity.comparator === 'approx',
  }
}

/** The sum of the terms that exist, over all of them (method, section 2). */
export function sumTerms(terms: readonly (Term | null)[]): QuantitySum {
  const stated = terms.filter((term) => term !== null)
  return {
    low: stated.reduce((sum, term) => sum + term.low, 0n),
    high: stated.reduce<bigint | null>(
      (sum, { high }) => (sum === null || high === null ? null : sum + high),
      0n,
    ),
    strict: stated.some((term) => term.strict),
    approximate: stated.some((term) => term.approximate),
    stated: stated.length,
    of: terms.length,
  }
}

/** The sum of quantities of one unit; ceilings, missing ones and null (no promise) count as not stated (method, section 2). */
export function sumQuantities(quantities: readonly (Quantity | null)[]): QuantitySum {
  return sumTerms(quantities.map((quantity) => termOf(quantity)))
}

function withUnit(figures: string, { unit }: QuantityParts): string {
  return unit ? `${figures} ${unit}` : figures
}

function printTerm({ low, high, strict, approximate }: Term, parts: QuantityParts): string {
  const bound = high === null ? (strict ? '> ' : '≥ ') : ''
  const about = approximate ? '≈ ' : ''
  const figures =
    high === null || high === low ? parts.number(low) : `${parts.number(low)}–${parts.number(high)}`
  return withUnit(`${bound}${about}${figures}`, parts)
}

function printOne(quantity: Quantity, parts: QuantityParts): string {
  const term = termOf(quantity)
  if (term) return printTerm(term, parts)
  const ceiling = ceilingOf(quantity)
  if (ceiling === null) return parts.missing(quantity.missing ?? 'not_stated')
  const sign = quantity.comparator === 'lt' ? '<' : '≤'
  return withUnit(`${sign} ${parts.number(ceiling)}`, parts)
}

function printSum(sum: QuantitySum, parts: QuantityParts): string {
  const count = `(${parts.stated(sum.stated, sum.of)})`
  if (sum.stated === 0) return `${parts.missing('not_stated')} ${count}`
  const figures = printTerm(sum, parts)
  return sum.stated < sum.of ? `${figures} ${count}` : figures
}

/** A quantity or a sum as people read it on screens, in charts and in exports, in the words of `parts` (method, section 2). */
export function printQuantity(quantity: Quantity | QuantitySum, parts: QuantityParts): string {
  return 'comparator' in quantity ? printOne(quantity, parts) : printSum(quantity, parts)
}
