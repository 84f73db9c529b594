import type { z } from 'zod'
import { minorDigits } from '@/lib/domain/money'
import { halfUpTo, multiply, rational, toNumber } from '@/lib/domain/rational'
import type { Instant, Measure, Quantity, Rational } from '@/lib/domain/types'
import type { quantity } from '@/lib/schemas/responses/parts'

type QuantityJson = z.output<typeof quantity>

// An amount that is there is a number, an absent one is null: the casts below say so of a type parameter.
type Amount<T> = T extends null ? null : number

/** How amounts of a commitment are published: persons, or whole units of its currency. */
export function unitOf(measure: Measure, currency: string | null) {
  const digits = measure === 'investment' && currency !== null ? minorDigits(currency) : 0
  const one = rational(1n, 10n ** BigInt(digits))
  const amount = <T extends bigint | null>(value: T) =>
    (value === null ? null : toNumber(multiply(rational(value), one))) as Amount<T>
  return {
    amount,
    halfUp: (value: Rational | null) => value && Number(halfUpTo(multiply(value, one), 0)),
    quantity: <T extends Quantity | null>(q: T) =>
      (q && {
        comparator: q.comparator,
        low: amount(q.low),
        high: amount(q.high),
        missing: q.missing,
      }) as T extends null ? null : QuantityJson,
  }
}

/** An instant as ISO 8601 in UTC; null = everything known. */
export function iso(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
