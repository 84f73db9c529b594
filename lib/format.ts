import { minorDigits } from '@/lib/domain/money'
import { halfUpTo, truncateTo } from '@/lib/domain/rational'
import type { Instant, IsoDate, Rational } from '@/lib/domain/types'

export const LOCALES = ['en', 'fr', 'ar'] as const
export type Locale = (typeof LOCALES)[number]

/** Each language under its own name, never translated: a reader looks for the word they know. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: 'English',
  fr: 'Français',
  ar: 'العربية',
}

// fr-MA prints dots between thousands and ar-MA adds direction marks, so numbers take other locales than dates.
const NUMBERS: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR', ar: 'en-GB' }
const DAYS: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-MA-u-nu-latn' }

const MILLION = 1_000_000n
const SCALES = { units: 1n, millions: MILLION, billions: 1_000n * MILLION }

// Making a formatter costs far more than using it, and a page prints hundreds of figures: one each per locale and options.
function remembered<O, F>(make: (locale: string, options: O) => F) {
  const made = new Map<string, F>()
  return (locale: string, options: O): F => {
    const key = `${locale} ${JSON.stringify(options)}`
    const formatter = made.get(key) ?? make(locale, options)
    made.set(key, formatter)
    return formatter
  }
}

const numbers = remembered(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)
const dates = remembered(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

/** The direction in which a language is written. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr'
}

/** A number with the thousands separated and exactly the given decimals (default none). */
export function formatNumber(locale: Locale, value: bigint | number, decimals = 0): string {
  const text = numbers(NUMBERS[locale], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative', // what rounds to zero has no sign
  }).format(value)
  return text.replace('-', '−') // a true minus is as wide as a digit
}

/** An exact fraction at a number of decimals: a pace is truncated, a monthly rate rounded half-up (method, section 1). */
export function formatRational(
  locale: Locale,
  value: Rational,
  decimals: number,
  rounding: 'truncate' | 'half-up',
): string {
  const scaled = rounding === 'truncate' ? truncateTo(value, decimals) : halfUpTo(value, decimals)
  return formatNumber(locale, Number(scaled) / 10 ** decimals, decimals)
}

/** A percentage that is already truncated to one decimal: 16.6 prints "16.6%" ("16,6 %" in French). */
export function formatPercent(locale: Locale, percent: number): string {
  return `${formatNumber(locale, percent, 1)}${locale === 'fr' ? '\u202f' : ''}%`
}

function noon(day: IsoDate): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** A calendar day in words: "31 December 2027"; the short form abbreviates the month. */
export function formatDay(locale: Locale, day: IsoDate, month: 'long' | 'short' = 'long'): string {
  const text = dates(DAYS[locale], {
    timeZone: 'UTC',
    day: 'numeric',
    month,
    year: 'numeric',
  }).format(noon(day))
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text
}

/** The day of the week in words: "Monday". */
export function formatWeekday(locale: Locale, day: IsoDate): string {
  return dates(DAYS[locale], { timeZone: 'UTC', weekday: 'long' }).format(noon(day))
}

/** A moment by the clock of Casablanca: "24 November 2026, 14:05". */
export function formatInstant(locale: Locale, instant: Date): string {
  return dates(DAYS[locale], {
    timeZone: 'Africa/Casablanca',
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(instant)
}

/** The month of a day in words: "December 2027". */
export function formatMonth(
  locale: Locale,
  day: IsoDate,
  month: 'long' | 'short' = 'long',
): string {
  return dates(DAYS[locale], { timeZone: 'UTC', month, year: 'numeric' }).format(noon(day))
}

/** A moment in Casablanca in words: "24 Nov 2026, 11:04". */
export function formatTime(locale: Locale, instant: Instant): string {
  return dates(DAYS[locale], {
    timeZone: 'Africa/Casablanca',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant)
}

/** Minor units in full: "1,357,000,000 MAD", its decimals only when there are any. */
export function formatMoney(locale: Locale, minor: bigint, currency: string): string {
  const unit = 10n ** BigInt(minorDigits(currency))
  const magnitude = minor < 0n ? -minor : minor
  const rest = magnitude % unit
  const point = locale === 'fr' ? ',' : '.'
  const decimals = `${point}${rest.toString().padStart(minorDigits(currency), '0')}`
  const figures = `${formatNumber(locale, magnitude / unit)}${rest === 0n ? '' : decimals}`
  return `${minor < 0n ? '−' : ''}${figures}\u00a0${currency}`
}

export type MoneyScale = 'units' | 'millions' | 'billions'

/** The scale in which an amount is read. Up to 9,999 million stay millions: sources speak so, and 1,357 million says more than 1.4 billion. */
export function moneyScale(minor: bigint, currency: string): MoneyScale {
  const whole = (minor < 0n ? -minor : minor) / 10n ** BigInt(minorDigits(currency))
  if (whole < MILLION) return 'units'
  return whole < 10_000n * MILLION ? 'millions' : 'billions'
}

/** An amount at a scale, half-up with at most one decimal; the words of the scale are the messages' business. */
export function formatScaled(
  locale: Locale,
  minor: bigint,
  currency: string,
  scale: MoneyScale,
): string {
  const unit = SCALES[scale] * 10n ** BigInt(minorDigits(currency))
  const magnitude = minor < 0n ? -minor : minor
  const tenths = (magnitude * 20n + unit) / (2n * unit)
  const decimals = tenths % 10n === 0n ? 0 : 1
  return `${minor < 0n ? '−' : ''}${formatNumber(locale, Number(tenths) / 10, decimals)}`
}
