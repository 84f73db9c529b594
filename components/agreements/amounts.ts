import { printQuantity, type QuantitySum } from '@/lib/domain/quantity'
import { halfUpTo } from '@/lib/domain/rational'
import type { Quantity, Rational } from '@/lib/domain/types'
import { formatNumber, formatScaled, type Locale, moneyScale } from '@/lib/format'
import { moneyParts, personParts, type Translator } from '@/lib/print'

/** How the amounts of one commitment are written: persons, or money of its currency at the scale in which each is read. */
export interface Amounts {
  quantity(quantity: Quantity | QuantitySum): string
  amount(value: bigint): string
  /** Rounded half-up to a whole person or minor unit. */
  rounded(value: Rational): string
  /** With its sign, also when it is positive. */
  signed(value: Rational): string
}

function largest(quantity: Quantity | QuantitySum): bigint {
  const [low, high] = [quantity.low ?? 0n, quantity.high ?? 0n]
  return high > low ? high : low
}

/** The printers of persons (currency null) or of money in a language. */
export function amountsIn(locale: Locale, t: Translator, currency: string | null): Amounts {
  const amount = (value: bigint) => {
    if (currency === null) return formatNumber(locale, value)
    const scale = moneyScale(value, currency)
    const unit = t(`common.${scale}`, { currency })
    return `${formatScaled(locale, value, currency, scale)} ${unit}`
  }
  const rounded = (value: Rational) => amount(halfUpTo(value, 0))
  return {
    amount,
    rounded,
    quantity: (quantity) =>
      printQuantity(
        quantity,
        currency === null
          ? personParts(locale, t)
          : moneyParts(locale, t, currency, largest(quantity)),
      ),
    signed: (value) => `${value.num > 0n ? '+' : ''}${rounded(value)}`,
  }
}
