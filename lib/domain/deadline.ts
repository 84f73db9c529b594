import { addDays, isIsoDate, lastDayOfMonth } from './iso-date'
import type { Deadline, IsoDate } from './types'

const YEAR = /^\d{4}$/
const MONTHS = /^(\d{4})-(H[12]|Q[1-4]|0[1-9]|1[0-2])$/

interface Period {
  first: IsoDate
  last: IsoDate
}

function monthSpan(year: number, firstMonth: number, count: number): Period {
  const first = `${String(year).padStart(4, '0')}-${String(firstMonth).padStart(2, '0')}-01`
  return { first, last: lastDayOfMonth(year, firstMonth + count - 1) }
}

function spanOf(period: string): Period | null {
  if (period < '1000') return null
  if (YEAR.test(period)) return monthSpan(Number(period), 1, 12)
  const match = MONTHS.exec(period)
  if (!match) return isIsoDate(period) ? { first: period, last: period } : null
  const year = Number(match[1])
  const part = match[2] ?? ''
  const number = Number(part.slice(1))
  if (part.startsWith('H')) return monthSpan(year, number * 6 - 5, 6)
  if (part.startsWith('Q')) return monthSpan(year, number * 3 - 2, 3)
  return monthSpan(year, Number(part), 1)
}

function knownSpan(period: string): Period {
  const span = spanOf(period)
  if (!span) throw new RangeError(`not a period: ${period}`)
  return span
}

/** Whether text is a year, half-year, quarter, month or day that exists, from year 1000 to 9999 (method, section 3). */
export function isPeriod(text: string): boolean {
  return spanOf(text) !== null
}

/** The first day of a period. Throws RangeError when it is none. */
export function firstOfPeriod(period: string): IsoDate {
  return knownSpan(period).first
}

/** The last day of a period: what an imprecise date counts as. Throws RangeError when it is none (method, section 3). */
export function lastOfPeriod(period: string): IsoDate {
  return knownSpan(period).last
}

/** The last day on which the promise can still be kept, imprecision in the promiser's favour (method, section 3). */
export function dueOf(deadline: Deadline): IsoDate {
  if (deadline.preposition !== 'before') return lastOfPeriod(deadline.period)
  return addDays(firstOfPeriod(deadline.period), -1)
}

/** The due day of the strict reading: "by 2027" as "before 2027 begins" (method, section 3). */
export function dueEarlyOf(deadline: Deadline): IsoDate {
  const imprecise = !isIsoDate(deadline.period)
  if (deadline.preposition !== 'by' || !imprecise) return dueOf(deadline)
  return addDays(firstOfPeriod(deadline.period), -1)
}

/** Whether the deadline names a year and nothing finer. */
export function isYearOnly(deadline: Deadline): boolean {
  return YEAR.test(deadline.period)
}
