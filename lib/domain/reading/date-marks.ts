import { BEFORE_NUMBER } from './comparator-words'
import { currencyAt, currencyBefore } from './currency'
import {
  AFTER_PERIOD,
  BEFORE_PERIOD,
  type DeadlineWord,
  PERIOD_FILLERS,
  WEEKDAYS,
} from './date-words'
import { nounAfter, nounBefore } from './noun'
import { NUMBER_WORDS } from './number-words'
import { type PeriodFound, periodAt } from './period'
import { isOneOf, phraseAt, phraseBefore } from './phrases'
import type { Token } from './tokens'

/** A period in a text with the word that leads to it; tokens from start to end, exclusive. */
export interface DateMark {
  found: PeriodFound
  word: DeadlineWord | null
  start: number
  periodStart: number
  end: number
}

const MOST_FILLERS = 4
const FIRM: ReadonlySet<DeadlineWord | null> = new Set(['by', 'horizon', 'before', 'latest'])

function leading(tokens: readonly Token[], start: number) {
  for (let end = start; end >= start - MOST_FILLERS; end -= 1) {
    const found = phraseBefore(BEFORE_PERIOD, tokens, end)
    const here = found && tokens[found.start]?.sentence === tokens[start]?.sentence
    if (found && here) return found
    const token = tokens[end - 1]
    if (!isOneOf(PERIOD_FILLERS, token) && !isOneOf(WEEKDAYS, token)) return null
  }
  return null
}

// Four digits between 1900 and 2100 can also count people or money.
function countsSomething(
  text: string,
  tokens: readonly Token[],
  at: number,
  word: DeadlineWord | null,
): boolean {
  const next = tokens[at + 1]
  if (currencyAt(text, tokens, at + 1) || currencyBefore(text, tokens, at)) return true
  if (next?.kind === 'word' && (next.forms ?? [next.text]).some(isSize)) return true
  const noun = nounAfter(tokens, at + 1)
  const counted = noun.kind === 'jobs' || noun.kind === 'people'
  if (counted && (!FIRM.has(word) || noun.word === '')) return true
  if (phraseBefore(BEFORE_NUMBER, tokens, at) && !word) return true
  return !word && nounBefore(tokens, at) !== null
}

function isSize(form: string): boolean {
  const kind = NUMBER_WORDS.get(form)?.kind
  return kind === 'scale' || kind === 'hundred'
}

function markAt(text: string, tokens: readonly Token[], at: number): DateMark | null {
  const found = periodAt(tokens, at)
  if (!found) return null
  const lead = leading(tokens, at)
  const trail = phraseAt(AFTER_PERIOD, tokens, found.end)
  const span = found.doubts.some(({ code }) => code === 'period_range')
  // "from 2023 to 2027" ends in 2027.
  const word = trail?.value ?? (span && lead?.value === 'after' ? null : (lead?.value ?? null))
  if (found.bare && countsSomething(text, tokens, at, word)) return null
  return { found, word, start: lead?.start ?? at, periodStart: at, end: trail?.end ?? found.end }
}

/** Every period that a text names, in order, bare years included. */
export function dateMarks(text: string, tokens: readonly Token[]): DateMark[] {
  const marks: DateMark[] = []
  let at = 0
  while (at < tokens.length) {
    const mark = markAt(text, tokens, at)
    if (mark) marks.push(mark)
    at = mark ? mark.end : at + 1
  }
  return marks
}
