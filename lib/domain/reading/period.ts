import { isPeriod } from '@/lib/domain/deadline'
import {
  EDGES,
  MONTHS,
  PARTS_OF_YEAR,
  type PartOfPeriod,
  PERIOD_FILLERS,
  SPAN_OPENERS,
} from './date-words'
import { isOneOf, phraseAt, wordSet } from './phrases'
import { type Doubt, doubt } from './reading'
import type { Digits, Token } from './tokens'

/** A period of time that a text names; `period` is null where it is no date (a day that does not exist, a day without its year). */
export interface PeriodFound {
  period: string | null
  problem: 'date_not_real' | 'year_missing' | null
  part: PartOfPeriod | null
  /** A bare year with nothing beside it. */
  bare: boolean
  doubts: Doubt[]
  start: number
  end: number
}

const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2100
const MOST_FILLERS = 4
const DAY_ENDINGS = wordSet('er e st nd rd th ère')
const SPAN_LINKS = wordSet('- – — à to et and و إلى /')
const OF = wordSet('of de d من')

interface Base {
  period: string | null
  problem: PeriodFound['problem']
  bare: boolean
  doubts: Doubt[]
  end: number
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function base(period: string | null, end: number, doubts: Doubt[] = [], bare = false): Base {
  const real = period === null || isPeriod(period)
  const problem = period === null ? 'year_missing' : real ? null : 'date_not_real'
  return { period: real ? period : null, problem, bare, doubts, end }
}

function plainNumber(token: Token | undefined): number | null {
  return token?.kind === 'digits' && token.plain && token.text.length <= 4
    ? Number(token.text)
    : null
}

function isYear(token: Token | undefined): token is Digits {
  const number = plainNumber(token)
  return (
    token?.text.length === 4 && number !== null && number >= EARLIEST_YEAR && number <= LATEST_YEAR
  )
}

// A year that nothing is glued to: "2027", not "2027x" or "T2027".
function yearAt(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at]
  if (!isYear(token)) return null
  const next = tokens[at + 1]
  if (next?.glued && next.kind === 'word' && next.text < '\u0100') return null
  const then = tokens[at + 2]
  const continued = next?.glued && next.text === '-' && then?.glued && then.kind === 'digits'
  return continued && !isYear(then) ? null : token.text
}

function skipFillers(tokens: readonly Token[], at: number): number {
  let end = at
  while (end < at + MOST_FILLERS && isOneOf(PERIOD_FILLERS, tokens[end])) end += 1
  return end
}

function yearAfter(tokens: readonly Token[], at: number): { year: string; end: number } | null {
  const start = skipFillers(tokens, at)
  const year = yearAt(tokens, start)
  return year ? { year, end: start + 1 } : null
}

function fullYear(text: string): { year: string; doubts: Doubt[] } {
  if (text.length === 4) return { year: text, doubts: [] }
  return { year: `20${text}`, doubts: [doubt('two_digit_year', { year: `20${text}` })] }
}

// Day first, as Morocco writes; the other order where only it can be a date.
function dayMonth(first: number, second: number, yearText: string, end: number): Base {
  const { year, doubts } = fullYear(yearText)
  const swapped = second > 12 && first <= 12
  const [day, month] = swapped ? [second, first] : [first, second]
  const either = first <= 12 && second <= 12 && first !== second
  const other = `${year}-${two(first)}-${two(second)}`
  const unsure = either ? [doubt('ambiguous_day_month', { other })] : []
  return base(`${year}-${two(month)}-${two(day)}`, end, [...doubts, ...unsure])
}

function figuresAt(token: Token, end: number): Base {
  const parts = token.text.split(/[-/.]/)
  const [first = '', second = '', third] = parts
  if (third === undefined)
    return first.length === 4 ? base(token.text, end) : base(`${second}-${two(Number(first))}`, end)
  if (first.length === 4) return base(`${first}-${two(Number(second))}-${two(Number(third))}`, end)
  return dayMonth(Number(first), Number(second), third, end)
}

function dayNumber(tokens: readonly Token[], at: number): { day: number; end: number } | null {
  const day = plainNumber(tokens[at])
  if (day === null || day < 1 || day > 31 || (tokens[at]?.text.length ?? 0) > 2) return null
  const next = tokens[at + 1]
  const ordinal = next?.glued && isOneOf(DAY_ENDINGS, next)
  return { day, end: at + (ordinal ? 2 : 1) }
}

// "29 avril 2024", "1er mars 2024", "29 من أبريل 2024", "29th of April, 2024".
function dayFirst(tokens: readonly Token[], at: number): Base | null {
  const found = dayNumber(tokens, at)
  if (!found) return null
  const from = isOneOf(OF, tokens[found.end]) ? found.end + 1 : found.end
  const month = phraseAt(MONTHS, tokens, from)
  if (!month) return null
  const year = yearAfter(tokens, dotted(tokens, month.end))
  if (!year) return base(null, month.end)
  return base(`${year.year}-${two(month.value)}-${two(found.day)}`, year.end)
}

// The full stop of a short form: "sept. 2025".
function dotted(tokens: readonly Token[], end: number): number {
  return tokens[end]?.text === '.' && tokens[end]?.glued ? end + 1 : end
}

// "April 29, 2024", "April 2024"; a lone "may" or "mars" is no date.
function monthFirst(tokens: readonly Token[], at: number): Base | null {
  const month = phraseAt(MONTHS, tokens, at)
  if (!month) return null
  const from = dotted(tokens, month.end)
  const year = yearAfter(tokens, from)
  if (year) return base(`${year.year}-${two(month.value)}`, year.end)
  const day = dayNumber(tokens, from)
  if (!day) return null
  const after = yearAfter(tokens, day.end)
  if (after) return base(`${after.year}-${two(month.value)}-${two(day.day)}`, after.end)
  const name = tokens[at]
  return name?.kind === 'word' && name.capital ? base(null, day.end) : null
}

function partOfYear(tokens: readonly Token[], at: number): Base | null {
  const part = phraseAt(PARTS_OF_YEAR, tokens, at)
  const year = part && yearAfter(tokens, part.end)
  if (part && year) return base(`${year.year}-${part.value}`, year.end)
  const first = yearAt(tokens, at)
  const dash = tokens[at + 1]
  if (!first || !dash) return null
  const from = dash.text === '-' ? at + 2 : at + 1
  const later = phraseAt(PARTS_OF_YEAR, tokens, from)
  return later && tokens[from]?.sentence === tokens[at]?.sentence
    ? base(`${first}-${later.value}`, later.end)
    : null
}

// "2023-2027", "entre 2023 et 2027", and "période 2023 2027" where a dash was lost.
function span(tokens: readonly Token[], at: number): Base | null {
  const from = isYear(tokens[at]) ? (tokens[at]?.text ?? '') : null
  if (!from) return null
  const opened = [1, 2].some((back) => isOneOf(SPAN_OPENERS, tokens[at - back]))
  const link = tokens[at + 1]
  const linked = link !== undefined && SPAN_LINKS.has(link.text)
  const tight = linked && link.kind === 'sign'
  if (linked && !tight && !opened) return null
  if (!linked && !opened) return null
  const end = linked ? at + 2 : at + 1
  const short = tight && tokens[end]?.glued && tokens[end]?.text.length === 2
  const to = short ? `${from.slice(0, 2)}${tokens[end]?.text}` : yearAt(tokens, end)
  if (!to || !isPeriod(to) || to <= from) return null
  return base(to, end + 1, [doubt('period_range', { from, to })])
}

function year(tokens: readonly Token[], at: number): Base | null {
  const text = yearAt(tokens, at)
  return text ? base(text, at + 1, [], true) : null
}

function baseAt(tokens: readonly Token[], at: number): Base | null {
  const token = tokens[at]
  if (!token || token.kind === 'sign') return null
  if (token.kind === 'figures') return figuresAt(token, at + 1)
  if (token.kind === 'word') return partOfYear(tokens, at) ?? monthFirst(tokens, at)
  return partOfYear(tokens, at) ?? dayFirst(tokens, at) ?? span(tokens, at) ?? year(tokens, at)
}

/** The period that begins at a token, a part of it ("fin 2027") included; null when none does. */
export function periodAt(tokens: readonly Token[], at: number): PeriodFound | null {
  const whole = baseAt(tokens, at)
  if (whole) return { ...whole, part: null, start: at }
  const edge = phraseAt(EDGES, tokens, at)
  if (!edge) return null
  const from = skipFillers(tokens, edge.end)
  const within = baseAt(tokens, from)
  if (!within?.period || tokens[from]?.sentence !== tokens[at]?.sentence) return null
  return { ...within, part: edge.value, bare: false, start: at }
}
