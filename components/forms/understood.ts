import { amountsIn } from '@/components/agreements/amounts'
import { deadlineWords, periodWords } from '@/components/agreements/deadline-words'
import { isIsoDate } from '@/lib/domain/iso-date'
import { ceilingOf } from '@/lib/domain/quantity'
import type {
  CountReading,
  DayReading,
  DeadlineReading,
  QuantityReading,
} from '@/lib/domain/reading/reading'
import { formatDay, formatMoney, formatNumber, type Locale } from '@/lib/format'
import type { Translator } from '@/lib/print'

/** One line of what was understood. */
export interface Understood {
  term: 'read' | 'counts' | 'printed' | 'due' | 'dueEarly'
  text: string
  /** A figure keeps its signs left to right. */
  figure?: boolean
}

/** The language of the page, and its words. */
export interface Words {
  locale: Locale
  t: Translator
}

/** An amount in full, so that nobody has to trust a scale: persons (currency null) or money. */
function full(locale: Locale, value: bigint, currency: string | null): string {
  return currency === null ? formatNumber(locale, value) : formatMoney(locale, value, currency)
}

/** A promised quantity: how it is read, what counts of it, what will be printed. */
export function understoodQuantity(
  { quantity, currency, counts }: QuantityReading,
  { locale, t }: Words,
): Understood[] {
  const said = t('entry.said', {
    comparator: quantity.comparator,
    low: full(locale, ceilingOf(quantity) ?? quantity.low ?? 0n, currency),
    high: full(locale, quantity.high ?? 0n, currency),
  })
  return [
    { term: 'read', text: said },
    counts === null
      ? { term: 'counts', text: t('entry.countsNothing') }
      : { term: 'counts', text: full(locale, counts, currency), figure: true },
    { term: 'printed', text: amountsIn(locale, t, currency).quantity(quantity), figure: true },
  ]
}

/** A counted number: how it is read, and the number that counts. */
export function understoodCount(
  { comparator, value, currency }: CountReading,
  { locale, t }: Words,
): Understood[] {
  const number = full(locale, value, currency)
  return [
    { term: 'read', text: t('entry.said', { comparator, low: number, high: number }) },
    { term: 'counts', text: number, figure: true },
  ]
}

/** A deadline: how it is read, and the day on which it falls due in both readings. */
export function understoodDeadline(
  { literal, due, dueEarly }: DeadlineReading,
  { locale, t }: Words,
): Understood[] {
  const lines: Understood[] = [
    { term: 'read', text: deadlineWords(locale, t, literal) },
    { term: 'due', text: formatDay(locale, due) },
  ]
  if (dueEarly !== due) lines.push({ term: 'dueEarly', text: formatDay(locale, dueEarly) })
  return lines
}

/** A date: how it is read, and the day that an imprecise one counts as. */
export function understoodDay({ dated, last }: DayReading, { locale, t }: Words): Understood[] {
  const lines: Understood[] = [{ term: 'read', text: periodWords(locale, t, dated) }]
  if (!isIsoDate(dated)) lines.push({ term: 'counts', text: formatDay(locale, last) })
  return lines
}
