import { HOME_CURRENCY } from '@/lib/domain/money'
import type { Measure } from '@/lib/domain/types'
import { formatMoney, formatNumber, type Locale } from '@/lib/format'

/** How the amounts of a period are written: in full, so that a reader can add them up. */
export function periodAmounts(locale: Locale, measure: Measure) {
  const print = (value: bigint) =>
    measure === 'investment'
      ? formatMoney(locale, value, HOME_CURRENCY)
      : formatNumber(locale, value)
  return { print, signed: (value: bigint) => `${value > 0n ? '+' : ''}${print(value)}` }
}
