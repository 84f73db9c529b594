import type { CountedValue } from '@/lib/domain/literal'
import type { Deadline, IsoDate, Quantity } from '@/lib/domain/types'

/** What a person should look at before accepting a reading: it could be meant otherwise. */
export const DOUBT_CODES = [
  'ambiguous_day_month',
  'ambiguous_separator',
  'already_created',
  'billion_scale',
  'centimes',
  'converted_amount',
  'creation_not_stated',
  'currency_assumed',
  'currency_conflict',
  'currency_differs',
  'deadline_unclear',
  'existing_not_stated',
  'hires_not_net',
  'horizon',
  'implied_one',
  'just_under',
  'looks_like_year',
  'negation',
  'other_words',
  'part_of_another',
  'part_of_year',
  'period_range',
  'plus_without_de',
  'preposition_assumed',
  'range_unclear',
  'scale_abbreviation',
  'scale_shared',
  'scope_not_direct',
  'sign_comparator',
  'signature_not_stated',
  'subject_unclear',
  'two_comparators',
  'two_dates',
  'two_digit_year',
  'two_numbers',
  'until_inclusive',
  'very_large',
  'word_number',
] as const
export type DoubtCode = (typeof DOUBT_CODES)[number]

/** Why nothing was read, beside the codes of the canonical literals. */
export const UNREAD_CODES = [
  'currency_ambiguous',
  'date_not_real',
  'money_not_persons',
  'no_date',
  'no_number',
  'number_unclear',
  'other_unit',
  'persons_not_money',
  'relative_date',
  'start_not_deadline',
  'vague_number',
  'year_missing',
] as const

export type ReadingValues = Record<string, string | number>

/** A doubt with what its sentence needs. */
export interface Doubt {
  code: DoubtCode
  values?: ReadingValues
}

/** Nothing could be read: a code of UNREAD_CODES or of a literal's problem, its values, and where in the text. */
export interface Unread {
  ok: false
  code: string
  values?: ReadingValues
  start: number
  end: number
}

interface Read {
  ok: true
  /** The canonical literal: what a file would say, and how the reading is shown in one line. */
  literal: string
  doubts: Doubt[]
  /** Offsets of the fragment in the text. */
  start: number
  end: number
}

/** A quantity as understood; `counts` is T, the number used, null for a ceiling (method, section 2). */
export interface QuantityReading extends Read {
  quantity: Quantity
  /** ISO 4217; null for persons. */
  currency: string | null
  counts: bigint | null
}

/** A counted number as understood, for a report or a baseline (method, section 5). */
export interface CountReading extends Read, CountedValue {
  currency: string | null
}

/** A deadline as understood, with its due days in the promiser's favour and in the strict reading (method, section 3). */
export interface DeadlineReading extends Read {
  deadline: Deadline
  due: IsoDate
  dueEarly: IsoDate
}

/** A date of year, month or day precision, `2024`, `2024-04` or `2024-04-29`; `last` is the day it counts as (method, section 5). */
export interface DayReading extends Read {
  dated: string
  last: IsoDate
}

/** A doubt. */
export function doubt(code: DoubtCode, values?: ReadingValues): Doubt {
  return values ? { code, values } : { code }
}

/** The same doubts, each once. */
export function distinct(doubts: readonly Doubt[]): Doubt[] {
  if (doubts.length < 2) return [...doubts]
  const seen = new Map(doubts.map((item) => [JSON.stringify(item), item]))
  return [...seen.values()]
}
