import { BEFORE_DURATION, DURATION_UNITS, RELATIVE_TERMS } from './date-words'
import { numberAt } from './number'
import { isOneOf, phraseAt, phraseBefore } from './phrases'
import type { Token } from './tokens'

/** A length of time or a date that depends on today ("within five years", "à moyen terme"); tokens from start to end, exclusive. */
export interface Length {
  start: number
  end: number
  /** Something is due within it. */
  due: boolean
}

function lengthAt(text: string, tokens: readonly Token[], at: number): Length | null {
  const term = phraseAt(RELATIVE_TERMS, tokens, at)
  const end = term?.end ?? counted(text, tokens, at)
  if (end === null) return null
  const lead = phraseBefore(BEFORE_DURATION, tokens, at)
  return { start: lead?.start ?? at, end, due: lead?.value === 'due' || term !== null }
}

function counted(text: string, tokens: readonly Token[], at: number): number | null {
  const number = numberAt(text, tokens, at)
  if (!number?.value) return null
  const dash = tokens[number.end]?.text === '-' ? 1 : 0
  return isOneOf(DURATION_UNITS, tokens[number.end + dash]) ? number.end + dash + 1 : null
}

/** Every length of time in a text, in order. */
export function lengthsOf(text: string, tokens: readonly Token[]): Length[] {
  const lengths: Length[] = []
  let at = 0
  while (at < tokens.length) {
    const length = lengthAt(text, tokens, at)
    if (length) lengths.push(length)
    at = length ? length.end : at + 1
  }
  return lengths
}
