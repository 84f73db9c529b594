import { BEGINNING, days, END } from './iso-date'
import { add, multiply, rational } from './rational'
import type { IsoDate, PathPiece, Rational } from './types'
import type { Point, Terms } from './versions'

/** Which end of an imprecise deadline a promise is read to: the day it is due, or the early one (method, section 8). */
export type Reading = 'late' | 'early'

/** The day the promise ends in a reading; the early end counts only after the start (method, section 8). */
export function endOf(terms: Terms, start: IsoDate | null, reading: Reading): IsoDate | null {
  const { due, dueEarly } = terms
  if (reading === 'late' || start === null || dueEarly === null) return due
  return dueEarly > start ? dueEarly : due
}

/** (S, 0), the milestones, (due, T), by day; null when the version is not usable (method, section 6). */
export function pathPoints(
  terms: Terms,
  start: IsoDate | null,
  reading: Reading = 'late',
): Point[] | null {
  const end = endOf(terms, start, reading)
  const target = terms.target.value
  if (start === null || end === null || end <= start || target === null) return null
  const between = terms.milestones.filter(({ day }) => start < day && day < end)
  return [{ day: start, value: 0n }, ...between, { day: end, value: target }]
}

/** The straight piece of a path that holds on a day: 0 before S, T after due (method, section 6). */
export function pieceAt(points: readonly Point[], day: IsoDate): PathPiece {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) throw new RangeError('a path has at least two points')
  if (day < first.day) return flat(BEGINNING, first.day, first.value)
  const next = points.findIndex((point) => first.day < point.day && day <= point.day)
  const [from, to] = [points[next - 1], points[next]]
  if (!from || !to) return flat(last.day, END, last.value)
  return { fromDay: from.day, fromValue: from.value, toDay: to.day, toValue: to.value }
}

function flat(fromDay: IsoDate, toDay: IsoDate, value: bigint): PathPiece {
  return { fromDay, fromValue: value, toDay, toValue: value }
}

/** The value of a straight piece on a day it covers, in persons or minor units. */
export function valueOn(piece: PathPiece, day: IsoDate): Rational {
  if (piece.fromValue === piece.toValue) return rational(piece.toValue)
  const share = rational(BigInt(days(piece.fromDay, day)), BigInt(days(piece.fromDay, piece.toDay)))
  const climb = rational(piece.toValue - piece.fromValue)
  return add(rational(piece.fromValue), multiply(climb, share))
}

/** The path in force on a day: that of the version effective then or, where it is unusable, of the next usable one. Null unless the last version is usable (method, section 6). */
export function pathOn(
  timeline: readonly Terms[],
  start: IsoDate | null,
  day: IsoDate,
  reading: Reading = 'late',
): Point[] | null {
  const current = timeline.at(-1)
  if (!current || !pathPoints(current, start, reading)) return null
  const effective = Math.max(
    timeline.findLastIndex((terms) => terms.from <= day),
    0,
  )
  for (const terms of timeline.slice(effective)) {
    const points = pathPoints(terms, start, reading)
    if (points) return points
  }
  return null
}

/** e(day): what the straight-line guide expects on a day, in persons or minor units; null without a path (method, section 6). */
export function expectedOn(
  timeline: readonly Terms[],
  start: IsoDate | null,
  day: IsoDate,
  reading: Reading = 'late',
): Rational | null {
  const points = pathOn(timeline, start, day, reading)
  return points && valueOn(pieceAt(points, day), day)
}
