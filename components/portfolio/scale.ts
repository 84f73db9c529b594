import { HOME_CURRENCY, minorDigits } from '@/lib/domain/money'
import { printQuantity, type QuantitySum } from '@/lib/domain/quantity'
import { halfUpTo } from '@/lib/domain/rational'
import type { Measure, Rational } from '@/lib/domain/types'
import { formatNumber, formatScaled, type Locale, moneyScale } from '@/lib/format'
import { moneyParts, personParts, type Translator } from '@/lib/print'

const UNITS = { units: 1, millions: 1e6, billions: 1e9 }

/** How the totals of one portfolio are written: persons, or dirhams at one scale for all of them. */
export interface Scale {
  print(value: bigint): string
  withUnit(value: bigint): string
  /** Half-up to a whole person, or to the scale. */
  rounded(value: Rational): string
  sum(sum: QuantitySum): string
  /** As a number of the unit, for a chart. */
  drawn(value: bigint): number
  /** "jobs", "million MAD". */
  unit: string
}

/** The printers of a portfolio's totals in a language, at the scale of the largest among them. */
export function scaleOf(
  locale: Locale,
  t: Translator,
  measure: Measure,
  totals: readonly bigint[],
): Scale {
  if (measure !== 'investment') {
    const print = (value: bigint) => formatNumber(locale, value)
    return {
      print,
      withUnit: (value) => t('common.jobs', { count: Number(value) }),
      rounded: (value) => print(halfUpTo(value, 0)),
      sum: (sum) => printQuantity(sum, personParts(locale, t)),
      drawn: Number,
      unit: t('dashboard.unitJobs'),
    }
  }
  const largest = [...totals].sort((a, b) => (a < b ? -1 : 1)).at(-1) ?? 0n
  const scale = moneyScale(largest, HOME_CURRENCY)
  const unit = t(`common.${scale}`, { currency: HOME_CURRENCY })
  const print = (value: bigint) => formatScaled(locale, value, HOME_CURRENCY, scale)
  return {
    print,
    withUnit: (value) => `${print(value)} ${unit}`,
    rounded: (value) => print(halfUpTo(value, 0)),
    sum: (sum) => printQuantity(sum, moneyParts(locale, t, HOME_CURRENCY, largest)),
    drawn: (value) => Number(value) / 10 ** minorDigits(HOME_CURRENCY) / UNITS[scale],
    unit,
  }
}
