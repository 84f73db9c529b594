import { describe, expect, it } from 'vitest'
import { rational } from '@/lib/domain/rational'
import {
  formatDay,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatRational,
  formatScaled,
  moneyScale,
} from './format'

const NARROW = '\u202f'

describe('numbers', () => {
  it('groups thousands by language: comma, narrow space, comma', () => {
    expect(formatNumber('en', 81_054)).toBe('81,054')
    expect(formatNumber('fr', 81_054)).toBe(`81${NARROW}054`)
    expect(formatNumber('ar', 81_054)).toBe('81,054')
  })

  it('writes a true minus and, in Arabic, no direction mark', () => {
    expect(formatNumber('ar', -40)).toBe('−40')
    expect(formatNumber('fr', -1_234.5, 1)).toBe(`−1${NARROW}234,5`)
  })

  it('gives no sign to what rounds to zero', () => {
    expect(formatNumber('en', -0.04, 1)).toBe('0.0')
  })

  it('keeps integers beyond the exact range of a double', () => {
    expect(formatNumber('en', 9_007_199_254_740_993n)).toBe('9,007,199,254,740,993')
  })

  it('prints a percentage with one decimal always', () => {
    expect(formatPercent('en', 100)).toBe('100.0%')
    expect(formatPercent('fr', -2.6)).toBe(`−2,6${NARROW}%`)
    expect(formatPercent('ar', 99.9)).toBe('99.9%')
  })

  it('truncates a pace of 249/250 to 0.99 and rounds 52.06 a month to 52.1', () => {
    expect(formatRational('en', rational(249n, 250n), 2, 'truncate')).toBe('0.99')
    expect(formatRational('en', rational(5_206n, 100n), 1, 'half-up')).toBe('52.1')
  })
})

describe('days', () => {
  it('stay the same day in every time zone', () => {
    expect(formatDay('en', '2027-12-31')).toBe('31 December 2027')
    expect(formatDay('en', '2027-01-01', 'short')).toBe('1 Jan 2027')
  })

  it('begin a French month with 1er', () => {
    expect(formatDay('fr', '2027-08-01')).toBe('1er août 2027')
    expect(formatDay('fr', '2027-08-11')).toBe('11 août 2027')
  })

  it('use the month names of Morocco in Arabic, with Latin digits', () => {
    expect(formatDay('ar', '2027-08-01')).toBe('1 غشت 2027')
    expect(formatMonth('ar', '2027-12-31')).toBe('دجنبر 2027')
  })
})

describe('money', () => {
  it('prints minor units in full, centimes only when there are any', () => {
    expect(formatMoney('en', 135_700_000_000n, 'MAD')).toBe('1,357,000,000\u00a0MAD')
    expect(formatMoney('fr', 150_005n, 'MAD')).toBe(`1${NARROW}500,05\u00a0MAD`)
    expect(formatMoney('en', -5n, 'MAD')).toBe('−0.05\u00a0MAD')
    expect(formatMoney('en', 1_500n, 'JPY')).toBe('1,500\u00a0JPY')
  })

  it('stays with millions up to 9,999 of them', () => {
    expect(moneyScale(135_700_000_000n, 'MAD')).toBe('millions')
    expect(moneyScale(1_000_000_000_000n, 'MAD')).toBe('billions')
    expect(moneyScale(99_999_999n, 'MAD')).toBe('units')
  })

  it('rounds half-up to one decimal and drops a zero', () => {
    expect(formatScaled('en', 135_700_000_000n, 'MAD', 'millions')).toBe('1,357')
    expect(formatScaled('fr', 5_050_000_000n, 'MAD', 'millions')).toBe('50,5')
    expect(formatScaled('en', 1_045_000_000_000n, 'MAD', 'billions')).toBe('10.5')
  })
})
