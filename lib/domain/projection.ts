import type { CreatedPoint } from './created'
import { addDays, days, END } from './iso-date'
import { add, ceiling, compare, divide, multiply, rational } from './rational'
import type { IsoDate, Projection, Rational } from './types'
import type { Point } from './versions'

const RECENT_DAYS = 365
const SEGMENT_DAYS = 60
const SEGMENTS_FOR_RANGE = 3
const HORIZON_DAYS = 30 * 366

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

/** Paces per day of the segments of at least 60 days that the points fall into, from the left (method, section 7). */
function segmentPaces(points: readonly Point[], first: Point, last: Point): Segments {
  const starts = [first]
  let open = first
  for (const point of points) {
    if (days(open.day, point.day) < SEGMENT_DAYS) continue
    starts.push(point)
    open = point
  }
  // The last point closed opens nothing: what is left after it, if anything, joins the segment before.
  if (starts.length > 1) starts.pop()
  const paces = starts.slice(1).map((point, index) => slope(starts[index] ?? first, point))
  return [slope(starts.at(-1) ?? first, last), ...paces]
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
  const horizon = Math.min(days(last.day, due) + HORIZON_DAYS, days(last.day, END))
  if (left > BigInt(horizon)) return { on: null, reason: 'BEYOND_30_YEARS' }
  return { on: addDays(last.day, Number(left)), reason: null }
}

/** The paces of the segments, the last first; there is always one. */
type Segments = [Rational, ...Rational[]]

interface Extremes {
  count: number
  slowest: Rational
  fastest: Rational
}

function extremes([first, ...others]: Segments): Extremes {
  const slower = (a: Rational, b: Rational) => (compare(b, a) < 0 ? b : a)
  const faster = (a: Rational, b: Rational) => (compare(b, a) > 0 ? b : a)
  return {
    count: others.length + 1,
    slowest: others.reduce(slower, first),
    fastest: others.reduce(faster, first),
  }
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
  if (last.day >= aim.due) return projection
  const paces = extremes(segmentPaces(points, first, last))
  return { ...projection, ...outlook(last, recentPerDay, paces, aim) }
}

// What is said about the days left, while there are any.
function outlook(last: Point, recent: Rational, paces: Extremes, { due, target }: Aim): Projection {
  const left = days(last.day, due)
  const said: Projection = { projectedAtDue: after(last.value, recent, left) }
  if (paces.count >= SEGMENTS_FOR_RANGE) {
    said.projectedAtDueRange = {
      low: after(last.value, paces.slowest, left),
      high: after(last.value, paces.fastest, left),
    }
  }
  if (last.value >= target) return said
  const requiredPerDay = rational(target - last.value, BigInt(left))
  const stretch = paces.fastest.num > 0n && { stretch: divide(requiredPerDay, paces.fastest) }
  return { ...said, requiredPerDay, ...stretch }
}
