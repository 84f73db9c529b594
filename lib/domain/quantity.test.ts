import { describe, expect, test } from 'vitest'
import { isCeiling, printQuantity, sumQuantities, targetOf, termOf } from './quantity'
import type { Comparator, Quantity } from './types'

const PARTS = {
  number: (n: bigint) => n.toString().replace(/\B(?=(\d{3})+$)/g, ','),
  missing: (reason: string) => reason.replaceAll('_', ' '),
  stated: (n: number, of: number) => `${n} of ${of} stated`,
}

function quantity(comparator: Comparator, low: bigint | null, high: bigint | null): Quantity {
  return { comparator, low, high, missing: null }
}

const EXACT = quantity('eq', 1500n, 1500n)
const MORE = quantity('gt', 1500n, null)
const AT_LEAST = quantity('ge', 1500n, null)
const ABOUT = quantity('approx', 1500n, 1500n)
const BETWEEN = quantity('range', 200n, 250n)
const UP_TO = quantity('le', 0n, 2000n)
const LESS = quantity('lt', 0n, 2000n)
const MISSING: Quantity = { comparator: 'missing', low: null, high: null, missing: 'withheld' }

describe('one quantity: its number T and how it prints', () => {
  test.each([
    ['1,500', EXACT, 1500n],
    ['> 1,500', MORE, 1500n],
    ['≥ 1,500', AT_LEAST, 1500n],
    ['≈ 1,500', ABOUT, 1500n],
    ['200–250', BETWEEN, 200n],
    ['≤ 2,000', UP_TO, null],
    ['< 2,000', LESS, null],
    ['withheld', MISSING, null],
  ])('%s', (printed, stated, target) => {
    expect(printQuantity(stated, PARTS)).toBe(printed)
    expect(targetOf(stated)).toBe(target)
  })

  test('only "up to" and "less than" are ceilings', () => {
    const all = [EXACT, MORE, AT_LEAST, ABOUT, BETWEEN, UP_TO, LESS, MISSING]
    expect(all.filter(isCeiling)).toEqual([UP_TO, LESS])
  })
})

describe('sums', () => {
  const print = (...terms: (Quantity | null)[]) => printQuantity(sumQuantities(terms), PARTS)

  test('1,500 + 1,500 = 3,000', () => {
    expect(print(EXACT, EXACT)).toBe('3,000')
  })

  test('> 1,500 + ≈ 1,500 + a ceiling: > ≈ 3,000 (2 of 3 stated)', () => {
    expect(print(MORE, ABOUT, UP_TO)).toBe('> ≈ 3,000 (2 of 3 stated)')
  })

  test('≥ 1,500 + 200–250 is open above: ≥ 1,700', () => {
    expect(print(AT_LEAST, BETWEEN)).toBe('≥ 1,700')
  })

  test('≈ 1,500 + 200–250 = ≈ 1,700–1,750, and no promise is not stated', () => {
    expect(print(ABOUT, BETWEEN, null)).toBe('≈ 1,700–1,750 (2 of 3 stated)')
  })

  test('nothing stated is said, never 0', () => {
    expect(print(UP_TO, MISSING)).toBe('not stated (0 of 2 stated)')
    expect(print()).toBe('not stated (0 of 0 stated)')
  })

  test('> 50 + > 375 + > 932 million is > 1,357 million MAD', () => {
    const terms = [50n, 375n, 932n].map((n) => quantity('gt', n * 100_000_000n, null))
    const number = (n: bigint) => PARTS.number(n / 100_000_000n)
    const printed = printQuantity(sumQuantities(terms), { ...PARTS, number, unit: 'million MAD' })
    expect(printed).toBe('> 1,357 million MAD')
  })

  test('a unit stands before the count', () => {
    const printed = printQuantity(sumQuantities([MORE, null]), { ...PARTS, unit: 'MAD' })
    expect(printed).toBe('> 1,500 MAD (1 of 2 stated)')
  })

  test('a level of 200–250 over a baseline of 50 adds 150–200', () => {
    expect(termOf(BETWEEN, 150n)).toEqual({
      low: 150n,
      high: 200n,
      strict: false,
      approximate: false,
    })
  })
})
