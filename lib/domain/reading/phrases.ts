import { type Token, tokensOf } from './tokens'

interface Phrase<T> {
  words: readonly string[]
  value: T
}

/** Phrases of several words by their first and their last word, longest first. */
export interface PhraseBook<T> {
  first: ReadonlyMap<string, readonly Phrase<T>[]>
  last: ReadonlyMap<string, readonly Phrase<T>[]>
}

/** A phrase that was found: its meaning and the tokens it covers, end exclusive. */
export interface Found<T> {
  value: T
  start: number
  end: number
}

function indexed<T>(phrases: readonly Phrase<T>[], at: 0 | -1): Map<string, Phrase<T>[]> {
  const index = new Map<string, Phrase<T>[]>()
  for (const phrase of phrases) {
    const word = phrase.words.at(at) ?? ''
    index.set(word, [...(index.get(word) ?? []), phrase])
  }
  return index
}

/** A book of phrases; each meaning with its phrases separated by `|`, in ordinary spelling. */
export function phraseBook<T>(entries: readonly (readonly [T, string])[]): PhraseBook<T> {
  const phrases = entries
    .flatMap(([value, text]) =>
      text.split('|').map((phrase) => ({ value, words: tokensOf(phrase).map(({ text: t }) => t) })),
    )
    .sort((a, b) => b.words.length - a.words.length)
  return { first: indexed(phrases, 0), last: indexed(phrases, -1) }
}

function formsOf(token: Token | undefined): readonly string[] {
  if (!token) return []
  return token.kind === 'word' ? token.forms : [token.text]
}

/** Whether a token is one of the words, Arabic prefixes aside. */
export function isOneOf(words: ReadonlySet<string>, token: Token | undefined): boolean {
  return formsOf(token).some((form) => words.has(form))
}

function covers(words: readonly string[], tokens: readonly Token[], start: number): boolean {
  return (
    start >= 0 &&
    words.every((word, index) => formsOf(tokens[start + index]).some((form) => form === word))
  )
}

/** The longest phrase that begins at a token. */
export function phraseAt<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  start: number,
): Found<T> | null {
  let best: Phrase<T> | null = null
  for (const form of formsOf(tokens[start]))
    for (const phrase of book.first.get(form) ?? [])
      if (phrase.words.length > (best?.words.length ?? 0) && covers(phrase.words, tokens, start))
        best = phrase
  return best && { value: best.value, start, end: start + best.words.length }
}

/** The longest phrase that ends just before a token. */
export function phraseBefore<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  end: number,
): Found<T> | null {
  let best: Phrase<T> | null = null
  for (const form of formsOf(tokens[end - 1]))
    for (const phrase of book.last.get(form) ?? []) {
      const start = end - phrase.words.length
      if (phrase.words.length > (best?.words.length ?? 0) && covers(phrase.words, tokens, start))
        best = phrase
    }
  return best && { value: best.value, start: end - best.words.length, end }
}

/** Words of a list separated by spaces, folded, for isOneOf. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(tokensOf(text).map((token) => token.text))
}
