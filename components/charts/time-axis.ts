import { days } from '@/lib/domain/iso-date'
import type { IsoDate } from '@/lib/domain/types'
import { formatMonth, formatNumber, type Locale } from '@/lib/format'

const EPOCH = '1970-01-01'
const MOST_YEARS = 9

/** A day as a position on a linear axis. */
export function position(day: IsoDate): number {
  return days(EPOCH, day)
}

/** First days of years between two days, thinned to at most nine up to the last; of half-years or quarters when the span is short. */
export function timeTicks(from: IsoDate, to: IsoDate): IsoDate[] {
  const span = days(from, to) / 365
  const months = span > 3 ? [1] : span > 1.2 ? [1, 7] : [1, 4, 7, 10]
  const first = Number(from.slice(0, 4)) + (from.endsWith('-01-01') ? 0 : 1)
  const last = Number(to.slice(0, 4))
  const every = Math.max(Math.ceil((last - first + 1) / MOST_YEARS), 1)
  const years = Array.from({ length: last - first + 2 }, (_, i) => first - 1 + i)
  return years
    .filter((year) => (last - year) % every === 0)
    .flatMap((year) => months.map((month) => `${year}-${String(month).padStart(2, '0')}-01`))
    .filter((day) => day >= from && day <= to)
}

/** Label of a tick: the year, or the month where ticks stand closer than a year. */
export function tickLabel(locale: Locale, day: IsoDate, yearly: boolean): string {
  return yearly ? day.slice(0, 4) : formatMonth(locale, day, 'short')
}

/** Round values from at or below the lowest to at or above the highest, four to six of them. */
export function valueTicks(lowest: number, highest: number): number[] {
  const span = Math.max(highest - Math.min(lowest, 0), 1)
  const power = 10 ** Math.floor(Math.log10(span / 4))
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => span / s <= 5) ?? power * 10
  const whole = Math.max(step, 1)
  const from = Math.floor(Math.min(lowest, 0) / whole)
  const to = Math.ceil(Math.max(highest, 1) / whole)
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) * whole)
}

/** Label of a value tick; Arabic needs an isolated left-to-right run, and SVG has no markup for it. */
export function valueLabel(locale: Locale, value: number): string {
  const text = formatNumber(locale, value)
  return locale === 'ar' ? `\u2066${text}\u2069` : text
}
