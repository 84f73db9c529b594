import { CLUES_AFTER, CLUES_BEFORE, MONEY_CLUES, type PeopleClue, SIGNING } from './article-words'
import { type PhraseBook, phraseAt } from './phrases'
import type { Token } from './tokens'

/** A clue and the tokens that say it, end exclusive. */
export interface Clue<T> {
  value: T
  start: number
  end: number
}

/** The clues of a text by the token at which each begins. */
export interface Clues {
  money: readonly (Clue<'invest' | 'weak' | 'other'> | null)[]
  before: readonly (Clue<PeopleClue> | null)[]
  after: readonly (Clue<PeopleClue> | null)[]
  /** Sentences that speak of signing. */
  signing: ReadonlySet<number>
}

function located<T>(book: PhraseBook<T>, tokens: readonly Token[]): (Clue<T> | null)[] {
  const found: (Clue<T> | null)[] = tokens.map(() => null)
  let at = 0
  while (at < tokens.length) {
    const phrase = phraseAt(book, tokens, at)
    found[at] = phrase
    at = phrase ? phrase.end : at + 1
  }
  return found
}

/** Finds every clue of a text once. */
export function cluesOf(tokens: readonly Token[]): Clues {
  const signing = located(SIGNING, tokens)
  return {
    money: located(MONEY_CLUES, tokens),
    before: located(CLUES_BEFORE, tokens),
    after: located(CLUES_AFTER, tokens),
    signing: new Set(
      signing.filter((clue) => clue !== null).map(({ start }) => tokens[start]?.sentence ?? -1),
    ),
  }
}

/** The nearest clue before a token, within its sentence and no further than `from`. */
export function lastClue<T>(
  clues: readonly (Clue<T> | null)[],
  tokens: readonly Token[],
  from: number,
  before: number,
): Clue<T> | null {
  const sentence = tokens[before]?.sentence
  for (let at = before - 1; at >= from; at -= 1) {
    if (tokens[at]?.sentence !== sentence) return null
    const clue = clues[at]
    if (clue && clue.end <= before) return clue
  }
  return null
}

/** The first clue from a token on, within the sentence of the token before it and before `to`. */
export function nextClue<T>(
  clues: readonly (Clue<T> | null)[],
  tokens: readonly Token[],
  from: number,
  to: number,
): Clue<T> | null {
  const sentence = tokens[from - 1]?.sentence
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.sentence !== sentence) return null
    const clue = clues[at]
    if (clue) return clue
  }
  return null
}
