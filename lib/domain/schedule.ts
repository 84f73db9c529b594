import { addDays, days, lastDayOfMonth } from './iso-date'
import type { IsoDate } from './types'

/** The forms in which a report is sent. */
export const SEND_PROFILES = ['csv', 'excel-fr', 'excel-en', 'xlsx'] as const
export type SendProfile = (typeof SEND_PROFILES)[number]

/** Where a mail stands. Unknown: it was being handed over when the server stopped, so it may have arrived. */
export const MAIL_STATES = ['waiting', 'sent', 'given_up', 'called_off', 'unknown'] as const

/** On which days something comes round: weekdays count from Monday = 1; a day that a month does not have is its last. */
export type Rhythm =
  | { every: 'day' }
  | { every: 'week'; weekday: number }
  | { every: 'month'; monthDay: number }

const A_MONDAY: IsoDate = '1900-01-01'
const WEEK = 7

/** The first day of a rhythm that is not before the given one. */
export function turnFrom(rhythm: Rhythm, day: IsoDate): IsoDate {
  switch (rhythm.every) {
    case 'day':
      return day
    case 'week': {
      const weekday = (days(A_MONDAY, day) % WEEK) + 1
      return addDays(day, (rhythm.weekday - weekday + WEEK) % WEEK)
    }
    case 'month': {
      const here = dayOfMonth(day, rhythm.monthDay)
      if (here >= day) return here
      return dayOfMonth(addDays(dayOfMonth(day, LONGEST_MONTH), 1), rhythm.monthDay)
    }
  }
}

const LONGEST_MONTH = 31

/** A day of the month in which the given one lies. */
function dayOfMonth(day: IsoDate, wanted: number): IsoDate {
  const [year, month] = [day.slice(0, 4), day.slice(5, 7)]
  const last = lastDayOfMonth(Number(year), Number(month))
  const named = `${year}-${month}-${String(wanted).padStart(2, '0')}`
  return named < last ? named : last
}
