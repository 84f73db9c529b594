import { type DateMark, dateMarks } from './date-marks'
import { type Mention, mentionAt } from './mention'
import { type Token, tokensOf } from './tokens'

/** A text in parts: its tokens, the dates it names and the numbers that are no part of a date, in order. */
export interface Parts {
  text: string
  tokens: Token[]
  dates: DateMark[]
  numbers: Mention[]
}

// A noun before a number ends in front of it; the next number begins after the last one's figures, not after its noun.
function nextAfter(mention: Mention, noun: boolean): number {
  return noun ? mention.noun.start : mention.end
}

/** The dates and numbers of a text, in linear time; never fails. */
export function partsOf(text: string): Parts {
  const tokens = tokensOf(text)
  const dates = dateMarks(text, tokens)
  // A bare year with nothing before it may be a number; nothing else needs it.
  const sure = dates.filter((date) => date.word !== null || !date.found.bare)
  const byStart = new Map(sure.map((date) => [date.periodStart, date]))
  const numbers: Mention[] = []
  let at = 0
  while (at < tokens.length) {
    const date = byStart.get(at)
    const mention = date ? null : mentionAt(text, tokens, at)
    if (mention) numbers.push(mention)
    if (date) at = date.end
    else if (mention) at = Math.max(at + 1, nextAfter(mention, mention.noun.start > mention.number))
    else at += 1
  }
  return { text, tokens, dates, numbers }
}
