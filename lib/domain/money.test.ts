import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, inCentimes, isCurrency, minorDigits, parseMoney, printMoney } from './money'
import { moneyTotal } from './money-total'
import type { Quantity } from './types'

describe('minor units', () => {
  test.each([
    ['MAD', 2],
    ['EUR', 2],
    ['USD', 2],
    ['JPY', 0],
    ['XOF', 0],
    ['TND', 3],
    ['KWD', 3],
  ])('%s has %i digits', (code, digits) => {
    expect(isCurrency(code)).toBe(true)
    expect(minorDigits(code)).toBe(digits)
  })

  test('codes that are no currency in use', () => {
    expect(['MDH', 'mad', 'DEM', ''].filter(isCurrency)).toEqual([])
    expect(() => minorDigits('MDH')).toThrow(RangeError)
  })

  test.each([
    ['1234.5', 'MAD', 123_450n],
    ['0.05', 'MAD', 5n],
    ['-3.20', 'MAD', -320n],
    ['1500', 'JPY', 1500n],
    ['1500.0', 'JPY', 1500n],
    ['0.001', 'TND', 1n],
    ['90071992547409931.27', 'MAD', 9_007_199_254_740_993_127n],
  ])('%s %s', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toBe(minor)
  })

  test.each(['1,000', '1e6', '1.', '.5', '0.001', '', ' 1', '1 000'])(
    '"%s" MAD is refused',
    (text) => {
      expect(parseMoney(text, 'MAD')).toBeNull()
    },
  )

  test.each([
    [5n, 'MAD', '0.05'],
    [-5050n, 'MAD', '-50.5'],
    [5_000_000_000n, 'MAD', '50000000'],
    [-7n, 'JPY', '-7'],
  ])('%s minor units of %s are written %s', (minor, currency, text) => {
    expect(printMoney(minor, currency)).toBe(text)
  })

  test('every amount reads back as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom('MAD', 'JPY', 'TND', 'CLF'), (minor, currency) => {
        expect(parseMoney(printMoney(minor, currency), currency)).toBe(minor)
      }),
    )
  })
})

describe('conversion', () => {
  const rate = (text: string) => decimal(text) ?? expect.fail(text)

  test('10 EUR at 10.8345 = 108.345 MAD, half-up to 108.35', () => {
    expect(inCentimes(1000n, 'EUR', rate('10.8345'))).toBe(10_835n)
  })

  test('1,000 JPY at 0.0654 = 65.40 MAD', () => {
    expect(inCentimes(1000n, 'JPY', rate('0.0654'))).toBe(6540n)
  })

  test('a decimal is exact: 0.1 is one tenth', () => {
    expect(decimal('0.1')).toEqual({ num: 1n, den: 10n })
    expect(decimal('ten')).toBeNull()
  })

  const open = (low: bigint): Quantity => ({ comparator: 'gt', low, high: null, missing: null })
  const exact = (low: bigint): Quantity => ({ comparator: 'eq', low, high: low, missing: null })

  test('each row is rounded before it is added: 0.015 + 0.015 = 0.04, and spending goes at the same rate', () => {
    const row = {
      quantity: exact(3n),
      currency: 'EUR',
      toMad: rate('0.5'),
      realised: 1000n,
    }
    expect(moneyTotal([row, row])).toEqual({
      promised: { low: 4n, high: 4n, strict: false, approximate: false, stated: 2, of: 2 },
      realised: { value: 1000n, count: 2 },
      notConverted: [],
    })
  })

  test('without a rate an amount stands outside the total; dirhams need none', () => {
    const rows = [
      { quantity: open(5_000n), currency: 'MAD', toMad: null, realised: null },
      { quantity: exact(170n), currency: 'USD', toMad: null, realised: 60n },
      { quantity: exact(30n), currency: 'USD', toMad: null, realised: null },
      { quantity: null, currency: null, toMad: null, realised: null },
    ]
    expect(moneyTotal(rows)).toEqual({
      promised: { low: 5000n, high: null, strict: true, approximate: false, stated: 1, of: 4 },
      realised: { value: 0n, count: 0 },
      notConverted: [{ currency: 'USD', low: 200n, count: 2 }],
    })
  })
})
