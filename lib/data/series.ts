import { z } from 'zod'
import { amount, fractions, laneSumsRow, toLaneSums } from '@/lib/data/lane-sums'
import { earlier, lastDayOfMonth } from '@/lib/domain/iso-date'
import { type LaneSums, total } from '@/lib/domain/lane-figures'
import type { PointSums } from '@/lib/domain/portfolio'
import { add, rational } from '@/lib/domain/rational'
import type { IsoDate, Rational } from '@/lib/domain/types'

const step = z.object({
  month: z.number(),
  promised: amount,
  reported: laneSumsRow,
  verified: laneSumsRow,
  expected: fractions,
})

/** The steps of the series as the database gives them. */
export const seriesRow = z.object({ first: z.string().nullable(), steps: z.array(step) })

/** One point of the series: its month, the day it stands for, and the sums of that day. */
export interface MonthSums {
  month: string
  day: IsoDate
  sums: PointSums
}

type Totals = z.output<typeof laneSumsRow>

const NOTHING: Totals = {
  count: 0,
  promised: 0n,
  created: 0n,
  paced: 0,
  paced_created: 0n,
  guided: 0,
  guided_created: 0n,
}

function plus(a: Totals, b: Totals): Totals {
  return {
    count: a.count + b.count,
    promised: a.promised + b.promised,
    created: a.created + b.created,
    paced: a.paced + b.paced,
    paced_created: a.paced_created + b.paced_created,
    guided: a.guided + b.guided,
    guided_created: a.guided_created + b.guided_created,
  }
}

/** The months from the first signature to asOf, each with the sums of its last day, the last with those of asOf (method, section 9, series). */
export function monthSums(
  { first, steps }: z.output<typeof seriesRow>,
  asOf: IsoDate,
): MonthSums[] {
  if (first === null) return []
  const points: MonthSums[] = []
  let [promised, reported, verified, expected] = [0n, NOTHING, NOTHING, rational(0n)]
  for (const { month, year, index } of monthsUntil(first, asOf)) {
    const step = steps.find((candidate) => candidate.month === index)
    if (step) {
      promised += step.promised
      reported = plus(reported, step.reported)
      verified = plus(verified, step.verified)
      expected = add(expected, total(step.expected))
    }
    const last = lastDayOfMonth(year, month)
    points.push({
      month: last.slice(0, 7),
      day: earlier(last, asOf),
      sums: { promised, reported: lane(reported, [expected]), verified: lane(verified, []) },
    })
  }
  return points
}

function lane(totals: Totals, expected: readonly Rational[]): LaneSums {
  return toLaneSums(totals, expected)
}

function monthsUntil(first: string, asOf: IsoDate) {
  const [year = 0, month = 0] = first.split('-').map(Number)
  const [lastYear = 0, lastMonth = 0] = asOf.split('-').map(Number)
  const count = (lastYear - year) * 12 + lastMonth - month + 1
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const months = month - 1 + index
    return { index, year: year + Math.floor(months / 12), month: (months % 12) + 1 }
  })
}
