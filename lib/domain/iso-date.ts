import type { IsoDate } from './types'

/** Before every day of an agreement: from when an original and a start hold. */
export const BEGINNING: IsoDate = '0001-01-01'

/** The end of days: after every day of an agreement. */
export const END: IsoDate = '9999-12-31'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAYS_PER_ERA = 146_097
const EPOCH = 719_468

// Counted with integers from 0000-03-01, eras of 400 years, because standings ask for it a million times in one import.
function numberOf(year: number, month: number, date: number): number {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  const inEra = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear
  return era * DAYS_PER_ERA + inEra - EPOCH
}

// Days since 1970-01-01 in the proleptic Gregorian calendar.
function dayNumber(day: IsoDate): number {
  if (!DAY.test(day)) throw new RangeError(`not a calendar day: ${day}`)
  return numberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

function fromDayNumber(number: number): IsoDate {
  const sinceMarch = number + EPOCH
  const era = Math.floor(sinceMarch / DAYS_PER_ERA)
  const inEra = sinceMarch - era * DAYS_PER_ERA
  const ofEra = Math.floor(
    (inEra -
      Math.floor(inEra / 1460) +
      Math.floor(inEra / 36_524) -
      Math.floor(inEra / (DAYS_PER_ERA - 1))) /
      365,
  )
  const ofYear = inEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const date = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return print(era * 400 + ofEra + (month > 2 ? 0 : 1), month, date)
}

function print(year: number, month: number, date: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
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
  const next = month === 12 ? numberOf(year + 1, 1, 1) : numberOf(year, month + 1, 1)
  return fromDayNumber(next - 1)
}
