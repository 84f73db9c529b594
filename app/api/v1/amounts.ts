import { minorDigits } from '@/lib/domain/money'
import { halfUpTo, multiply, rational, toNumber } from '@/lib/domain/rational'
import type { Instant, Measure, Quantity, Rational } from '@/lib/domain/types'

/** How amounts of a commitment are published: persons, or whole units of its currency. */
export function unitOf(measure: Measure, currency: string | null) {
  const digits = measure === 'investment' && currency !== null ? minorDigits(currency) : 0
  const one = rational(1n, 10n ** BigInt(digits))
  const amount = (value: bigint | null) =>
    value === null ? null : toNumber(multiply(rational(value), one))
  return {
    amount,
    halfUp: (value: Rational | null) => value && Number(halfUpTo(multiply(value, one), 0)),
    quantity: (q: Quantity | null) =>
      q && {
        comparator: q.comparator,
        low: amount(q.low),
        high: amount(q.high),
        missing: q.missing,
      },
  }
}

/** An instant as ISO 8601 in UTC; null = everything known. */
export function iso(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
