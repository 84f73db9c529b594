import { dueEarlyOf, dueOf, lastOfPeriod } from '@/lib/domain/deadline'
import { isIsoDate } from '@/lib/domain/iso-date'
import { parseDated, printDeadline } from '@/lib/domain/literal'
import type { Deadline } from '@/lib/domain/types'
import { type DateMark, dateMarks } from './date-marks'
import { type DeadlineWord, MONTHS, type PartOfPeriod } from './date-words'
import { type Length, lengthsOf } from './duration'
import { fragment } from './number'
import { phraseAt } from './phrases'
import {
  type DayReading,
  type DeadlineReading,
  type Doubt,
  distinct,
  doubt,
  type Unread,
} from './reading'
import { type Token, tokensOf } from './tokens'

const YEAR = /^\d{4}$/
const QUARTERS: Readonly<Record<string, string>> = { early: 'Q1', late: 'Q4' }

interface Place {
  start: number
  end: number
}

function place(tokens: readonly Token[], start: number, end: number): Place {
  return { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 }
}

// "early 2027" is its first quarter, "late" its last, "mid" its June; seasons and parts of months stay whole. Always doubted.
function narrowed(period: string, part: PartOfPeriod): string {
  if (!YEAR.test(period)) return period
  if (part === 'mid') return `${period}-06`
  const quarter = QUARTERS[part]
  return quarter ? `${period}-${quarter}` : period
}

interface Worded {
  deadline: Deadline
  doubts: Doubt[]
}

function worded(word: DeadlineWord | null, period: string): Worded {
  const day = isIsoDate(period)
  switch (word) {
    case 'before':
      return { deadline: { preposition: 'before', period }, doubts: [] }
    case 'horizon':
      return { deadline: { preposition: 'by', period }, doubts: [doubt('horizon')] }
    case 'until':
      return day
        ? { deadline: { preposition: 'by', period }, doubts: [] }
        : { deadline: { preposition: 'end_of', period }, doubts: [doubt('until_inclusive')] }
    case 'latest':
      return { deadline: { preposition: day ? 'by' : 'end_of', period }, doubts: [] }
    case 'in':
      return { deadline: { preposition: day ? 'by' : 'in', period }, doubts: [] }
    default: {
      const stated = word === 'by' || day
      const doubts = stated ? [] : [doubt('preposition_assumed')]
      return { deadline: { preposition: 'by', period }, doubts }
    }
  }
}

function ended(word: DeadlineWord | null, period: string): Worded {
  // The end of a day is that day.
  if (isIsoDate(period)) return worded(word, period)
  const doubts = word === 'horizon' ? [doubt('horizon')] : []
  return { deadline: { preposition: 'end_of', period }, doubts }
}

function meaning({ found, word }: DateMark, period: string): Worded {
  const { part } = found
  const span = found.doubts.some(({ code }) => code === 'period_range')
  if (part === 'end' || span) return ended(word, period)
  if (part === null) return worded(word, period)
  const { deadline, doubts } = worded(word, narrowed(period, part))
  return { deadline, doubts: [...doubts, doubt('part_of_year', { part })] }
}

/** One date of a text as a deadline. */
export function markDeadline(mark: DateMark, tokens: readonly Token[]): DeadlineReading | Unread {
  const at = place(tokens, mark.start, mark.end)
  const { period, problem } = mark.found
  if (period === null || problem) return { ok: false, code: problem ?? 'no_date', ...at }
  if (mark.word === 'after') return { ok: false, code: 'start_not_deadline', ...at }
  const { deadline, doubts } = meaning(mark, period)
  return {
    ok: true,
    deadline,
    literal: printDeadline(deadline),
    due: dueOf(deadline),
    dueEarly: dueEarlyOf(deadline),
    doubts: distinct([...mark.found.doubts, ...doubts]),
    ...at,
  }
}

const STRONG: ReadonlySet<DeadlineWord | null> = new Set([
  'by',
  'horizon',
  'before',
  'until',
  'latest',
])

function strength({ found, word }: DateMark): number {
  if (found.period === null || word === 'after') return 0
  if (STRONG.has(word)) return 3
  return found.part === 'end' || word === 'in' ? 2 : 1
}

function strongest(marks: readonly DateMark[], force: (mark: DateMark) => number): DateMark | null {
  return marks.reduce<DateMark | null>(
    (best, mark) => (best && force(best) >= force(mark) ? best : mark),
    null,
  )
}

function others(marks: readonly DateMark[], chosen: DateMark, text: string, tokens: Token[]) {
  const other = marks.find((mark) => mark !== chosen && mark.found.period !== chosen.found.period)
  if (!other) return []
  return [doubt('two_dates', { other: fragment(text, tokens, other.start, other.end) })]
}

function relative(text: string, tokens: readonly Token[]): Unread {
  const [length]: Length[] = lengthsOf(text, tokens)
  if (!length) return { ok: false, code: 'no_date', start: 0, end: text.length }
  const stated = fragment(text, tokens, length.start, length.end)
  return {
    ok: false,
    code: 'relative_date',
    values: { text: stated },
    ...place(tokens, length.start, length.end),
  }
}

/** A deadline as people write it in English, French or Arabic ("by 2027", "d'ici fin 2027", "بحلول نهاية 2027") or as a canonical literal, with its due days; a length of time is no date and is refused as `relative_date` (method, section 3). */
export function readDeadline(text: string): DeadlineReading | Unread {
  const tokens = tokensOf(text)
  const marks = dateMarks(text, tokens)
  const chosen = strongest(marks, strength)
  if (!chosen) return relative(text, tokens)
  const reading = markDeadline(chosen, tokens)
  if (!reading.ok) return reading
  const doubts = [...others(marks, chosen, text, tokens), ...loose(marks, text, tokens, false)]
  return { ...reading, doubts: distinct([...reading.doubts, ...doubts]) }
}

// A month or a number outside every date that was read: "juillet-août 2024", "11 et 12 mai".
function loose(
  marks: readonly DateMark[],
  text: string,
  tokens: Token[],
  numbers: boolean,
): Doubt[] {
  const inside = (at: number) => marks.some(({ start, end }) => at >= start && at < end)
  const at = tokens.findIndex((token, index) => {
    if (inside(index)) return false
    return (numbers && token.kind === 'digits') || phraseAt(MONTHS, tokens, index) !== null
  })
  return at < 0 ? [] : [doubt('two_dates', { other: fragment(text, tokens, at, at + 1) })]
}

const CLOSE: ReadonlySet<DeadlineWord | null> = new Set([null, 'in', 'latest'])
const LAST_MONTHS: Readonly<Record<string, string>> = {
  H1: '06',
  H2: '12',
  Q1: '03',
  Q2: '06',
  Q3: '09',
  Q4: '12',
}

// What a date field holds: a year, a month or a day. Half-years and quarters become their last month, a part of a year its closest.
function dated({ found }: DateMark, period: string): { dated: string; doubts: Doubt[] } {
  const { part } = found
  const edge = part === 'end' && YEAR.test(period) ? `${period}-12` : null
  const within = edge ?? (part ? narrowed(period, part) : period)
  const [year = '', piece = ''] = within.split('-')
  const month = LAST_MONTHS[piece]
  const doubts = part || month ? [doubt('part_of_year', { part: part ?? piece })] : []
  return { dated: month ? `${year}-${month}` : within, doubts }
}

/** One date of a text as a day, month or year. */
export function markDay(mark: DateMark, tokens: readonly Token[]): DayReading | Unread {
  const at = place(tokens, mark.start, mark.end)
  const { period, problem } = mark.found
  if (period === null || problem) return { ok: false, code: problem ?? 'no_date', ...at }
  const { dated: value, doubts } = dated(mark, period)
  const parsed = parseDated(value)
  if (!parsed.ok) return { ok: false, code: parsed.code, ...at }
  const unclear = CLOSE.has(mark.word) ? [] : [doubt('deadline_unclear')]
  return {
    ok: true,
    dated: parsed.value,
    literal: parsed.value,
    last: lastOfPeriod(parsed.value),
    doubts: distinct([...mark.found.doubts, ...doubts, ...unclear]),
    ...at,
  }
}

function precision({ found }: DateMark): number {
  return found.period === null ? 0 : found.period.length
}

/** A date with the precision in which people write it ("29 avril 2024", "April 2024", "29/04/2024", "٢٩ أبريل ٢٠٢٤"): `2024`, `2024-04` or `2024-04-29`, and the day that counts (method, sections 3 and 5). */
export function readDay(text: string): DayReading | Unread {
  const tokens = tokensOf(text)
  const marks = dateMarks(text, tokens)
  const chosen = strongest(marks, precision)
  if (!chosen) return relative(text, tokens)
  const reading = markDay(chosen, tokens)
  if (!reading.ok) return reading
  const doubts = [...others(marks, chosen, text, tokens), ...loose(marks, text, tokens, true)]
  return { ...reading, doubts: distinct([...reading.doubts, ...doubts]) }
}
