import { isIsoDate } from '@/lib/domain/iso-date'
import { parseDeadline } from '@/lib/domain/literal'
import { formatDay, formatMonth, type Locale } from '@/lib/format'
import type { Translator } from '@/lib/print'

type Precision = 'year' | 'half' | 'quarter' | 'month' | 'day'

function precisionOf(period: string): Precision {
  if (/^\d{4}$/.test(period)) return 'year'
  if (/H\d$/.test(period)) return 'half'
  if (/Q\d$/.test(period)) return 'quarter'
  return isIsoDate(period) ? 'day' : 'month'
}

/** A period of any precision in words: 2027, "June 2027", "the first half of 2027", "30 June 2027". */
export function periodWords(
  locale: Locale,
  t: Translator,
  period: string,
  month: 'long' | 'short' = 'long',
): string {
  const year = period.slice(0, 4)
  const values = { number: period.slice(-1), year }
  switch (precisionOf(period)) {
    case 'year':
      return year
    case 'half':
      return t('agreements.half', values)
    case 'quarter':
      return t('agreements.quarter', values)
    case 'month':
      return formatMonth(locale, `${period}-01`, month)
    case 'day':
      return formatDay(locale, period, month)
  }
}

/** A deadline literal in words: "by 2027" stays "by 2027", in the reader's language. */
export function deadlineWords(locale: Locale, t: Translator, literal: string): string {
  const deadline = parseDeadline(literal)
  if (!deadline.ok) return literal
  const { preposition, period } = deadline.value
  return t(`agreements.deadlines.${preposition}`, {
    precision: precisionOf(period),
    period: periodWords(locale, t, period),
  })
}
