import { HOME_CURRENCY, inCentimes } from './money'
import { type QuantitySum, sumTerms, type Term, termOf } from './quantity'
import { rational } from './rational'
import type { Quantity, Rational } from './types'

/** The investment that one member of U promised and what it has spent, in minor units of its own currency. */
export interface MoneyRow {
  quantity: Quantity | null
  currency: string | null
  /** Dirhams for one whole unit at the reference rate of the signature date, else the last published before; null when none was. A dirham needs none. */
  toMad: Rational | null
  realised: bigint | null
}

/** Investment in centimes of a dirham; what has no rate stands outside the total in minor units of its own currency. */
export interface MoneyTotal {
  promised: QuantitySum
  realised: { value: bigint; count: number }
  notConverted: { currency: string; low: bigint; count: number }[]
}

type Conversion = (minor: bigint) => bigint

function conversionOf({ currency, toMad }: MoneyRow): Conversion | null {
  const rate = currency === HOME_CURRENCY ? rational(1n) : toMad
  return currency === null || rate === null ? null : (minor) => inCentimes(minor, currency, rate)
}

function converted(row: MoneyRow): Term | null {
  const term = termOf(row.quantity)
  const convert = conversionOf(row)
  if (!term || !convert) return null
  const high = term.high === null ? null : convert(term.high)
  return { ...term, low: convert(term.low), high }
}

function withoutRate(rows: readonly MoneyRow[]): MoneyTotal['notConverted'] {
  const totals = new Map<string, { low: bigint; count: number }>()
  for (const row of rows) {
    const term = termOf(row.quantity)
    if (!term || row.currency === null || conversionOf(row)) continue
    const { low, count } = totals.get(row.currency) ?? { low: 0n, count: 0 }
    totals.set(row.currency, { low: low + term.low, count: count + 1 })
  }
  return [...totals]
    .map(([currency, sums]) => ({ currency, ...sums }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** The investment of a portfolio in dirhams, each row converted half-up to the centime and then added; spending at the rate of its promise (method, section 9, money). */
export function moneyTotal(rows: readonly MoneyRow[]): MoneyTotal {
  const spent = rows.flatMap((row) => {
    const convert = conversionOf(row)
    return row.realised === null || !convert ? [] : [convert(row.realised)]
  })
  return {
    promised: sumTerms(rows.map(converted)),
    realised: { value: spent.reduce((sum, value) => sum + value, 0n), count: spent.length },
    notConverted: withoutRate(rows),
  }
}
