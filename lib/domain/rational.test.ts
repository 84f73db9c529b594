import { describe, expect, it } from 'vitest'
import { ceiling, compare, halfUpTo, rational, toNumber, truncateTo } from './rational'

describe('exact fractions', () => {
  it('99.97 % is cut to 99.9 %, never 100.0', () => {
    expect(truncateTo(rational(9997n, 100n), 1)).toBe(999n)
  })
  it('−2.66 % is cut toward zero to −2.6', () => {
    expect(truncateTo(rational(-266n, 100n), 1)).toBe(-26n)
  })
  it('halves go away from zero: 0.5 → 1, −0.5 → −1, 0.05 → 0.1', () => {
    expect(halfUpTo(rational(1n, 2n), 0)).toBe(1n)
    expect(halfUpTo(rational(-1n, 2n), 0)).toBe(-1n)
    expect(halfUpTo(rational(5n, 100n), 1)).toBe(1n)
  })
  it('the next whole day after 10/3 is 4, after −10/3 it is −3', () => {
    expect([
      ceiling(rational(10n, 3n)),
      ceiling(rational(-10n, 3n)),
      ceiling(rational(6n, 3n)),
    ]).toEqual([4n, -3n, 2n])
  })
  it('0.95 reached exactly is not below 0.95', () => {
    expect(compare(rational(19n, 20n), rational(95n, 100n))).toBe(0)
  })
  it('a third is the double nearest to a third, also for numbers longer than a double', () => {
    expect(toNumber(rational(1n, 3n))).toBe(1 / 3)
    expect(toNumber(rational(-2n, 3n))).toBe(-2 / 3)
    expect(toNumber(rational(10n ** 40n, 3n * 10n ** 40n))).toBe(1 / 3)
    expect(toNumber(rational(9007199254740993n))).toBe(9007199254740992)
  })
})
