import type { IsoDate } from './types'

/** Before every day of an agreement: from when an original and a start hold. */
export const BEGINNING: IsoDate = '0001-01-01'

/** The end of days: after every day of an agreement. */
export const END: IsoDate = '9999-12-31'

const DAY_MS = 86_400_000
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

function parts(day: IsoDate): [number, number, number] {
  const match = DAY.exec(day)
  if (!match) throw new RangeError(`not a calendar day: ${day}`)
  return [Number(match[1]), Number(match[2]), Number(match[3])]
}

// Days since 1970-01-01 in the proleptic Gregorian calendar: UTC has no zone and no saving time, so this is pure counting.
function dayNumber(day: IsoDate): number {
  const [year, month, date] = parts(day)
  const instant = new Date(0)
  instant.setUTCFullYear(year, month - 1, date)
  return instant.getTime() / DAY_MS
}

function fromDayNumber(number: number): IsoDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** Whether text is a day that exists, `YYYY-MM-DD` from year 1000 to 9999 (2027-02-30 is not). */
export function isIsoDate(text: string): boolean {
  return DAY.test(text) && text >= '1000' && fromDayNumber(dayNumber(text)) === text
}

/** Number of days from a to b: b − a (semantics section 1). */
export function days(a: IsoDate, b: IsoDate): number {
  return dayNumber(b) - dayNumber(a)
}

/** The day n days after (before, if negative) the given one. */
export function addDays(day: IsoDate, n: number): IsoDate {
  return fromDayNumber(dayNumber(day) + n)
}

/** The earlier of two days. */
export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b
}

/** The later of two days. */
export function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b
}

/** The last day of a month, 1 = January. */
export function lastDayOfMonth(year: number, month: number): IsoDate {
  const first = new Date(0)
  first.setUTCFullYear(year, month, 0)
  return first.toISOString().slice(0, 10)
}
