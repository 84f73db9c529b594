import type { CreatedPoint } from './created'
import { addDays, days } from './iso-date'
import { add, ceiling, compare, divide, multiply, rational, subtract } from './rational'
import type { IsoDate, Projection, Rational } from './types'
import type { Point } from './versions'

const RECENT_DAYS = 365
const SEGMENT_DAYS = 60
const SEGMENTS_FOR_RANGE = 3
const HORIZON_DAYS = 30 * 366
const LAST_DAY: IsoDate = '9999-12-31'

interface Aim {
  start: IsoDate
  due: IsoDate
  target: bigint
}

function slope(from: Point, to: Point): Rational {
  return rational(to.value - from.value, BigInt(days(from.day, to.day)))
}

function after(value: bigint, perDay: Rational, count: number): Rational {
  return add(rational(value), multiply(perDay, rational(BigInt(count))))
}

/** Paces per day of the segments of at least 60 days that the points fall into (method, section 7). */
function segmentPaces(points: readonly Point[], first: Point, last: Point): Rational[] {
  const bounds = [first]
  let open = first
  for (const point of points) {
    if (days(open.day, point.day) < SEGMENT_DAYS) continue
    bounds.push(point)
    open = point
  }
  if (bounds.length > 1) bounds.pop()
  bounds.push(last)
  return bounds.slice(1).map((to, index) => slope(bounds[index] ?? first, to))
}

function recentPace(points: readonly Point[], first: Point, last: Point): Rational {
  const from = points.findLast((point) => days(point.day, last.day) >= RECENT_DAYS) ?? first
  return slope(from, last)
}

function completionOf(
  last: Point,
  perDay: Rational,
  { due, target }: Aim,
): Projection['completion'] {
  if (perDay.num <= 0n) return { on: null, reason: 'NO_GROWTH' }
  const left = ceiling(divide(rational(target - last.value), perDay))
  // A day past the year 9999 cannot be written, and is as far beyond any plan.
  const horizon = Math.min(days(last.day, due) + HORIZON_DAYS, days(last.day, LAST_DAY))
  if (left > BigInt(horizon)) return { on: null, reason: 'BEYOND_30_YEARS' }
  return { on: addDays(last.day, Number(left)), reason: null }
}

function extremes(paces: readonly Rational[], first: Rational): { slow: Rational; fast: Rational } {
  return paces.reduce(
    ({ slow, fast }, pace) => ({
      slow: compare(pace, slow) < 0 ? pace : slow,
      fast: compare(pace, fast) > 0 ? pace : fast,
    }),
    { slow: first, fast: first },
  )
}

/** Rates and projection of created-to-date towards T; empty while no report lies after the start. Rates per day, values in persons or minor units (method, section 7). */
export function projectionOf(created: readonly CreatedPoint[], aim: Aim): Projection {
  const first: Point = { day: aim.start, value: 0n }
  const points = [first, ...created.filter(({ day }) => day > aim.start)]
  const last = points.at(-1) ?? first
  if (last.day === first.day) return {}
  const recentPerDay = recentPace(points, first, last)
  const projection: Projection = { averagePerDay: slope(first, last), recentPerDay }
  if (last.value < aim.target) projection.completion = completionOf(last, recentPerDay, aim)
  if (last.day < aim.due) addOutlook(projection, points, last, aim)
  return projection
}

// What is said about the days left, while there are any.
function addOutlook(
  projection: Projection,
  points: readonly Point[],
  last: Point,
  { due, target, start }: Aim,
): void {
  const left = days(last.day, due)
  const recent = projection.recentPerDay
  const paces = segmentPaces(points, { day: start, value: 0n }, last)
  const [one] = paces
  if (!recent || !one) return
  const { slow, fast } = extremes(paces, one)
  projection.projectedAtDue = after(last.value, recent, left)
  if (paces.length >= SEGMENTS_FOR_RANGE) {
    projection.projectedAtDueRange = {
      low: after(last.value, slow, left),
      high: after(last.value, fast, left),
    }
  }
  if (last.value >= target) return
  const required = divide(subtract(rational(target), rational(last.value)), rational(BigInt(left)))
  projection.requiredPerDay = required
  if (fast.num > 0n) projection.stretch = divide(required, fast)
}
