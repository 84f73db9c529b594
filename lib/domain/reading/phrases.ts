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

function says(token: Token | undefined, word: string): boolean {
  if (!token) return false
  if (token.text === word) return true
  return token.kind === 'word' && token.forms !== null && token.forms.includes(word)
}

/** Whether a token is one of the words, Arabic prefixes aside. */
export function isOneOf(words: ReadonlySet<string>, token: Token | undefined): boolean {
  if (!token) return false
  if (words.has(token.text)) return true
  return (
    token.kind === 'word' && token.forms !== null && token.forms.some((form) => words.has(form))
  )
}

function covers(words: readonly string[], tokens: readonly Token[], start: number): boolean {
  if (start < 0) return false
  for (let index = 0; index < words.length; index += 1)
    if (!says(tokens[start + index], words[index] ?? '')) return false
  return true
}

// Where a phrase begins if the token that finds it is its first word, or its last.
function matched<T>(
  phrases: readonly Phrase<T>[] | undefined,
  tokens: readonly Token[],
  at: number,
  last: boolean,
): Phrase<T> | null {
  if (!phrases) return null
  for (const phrase of phrases)
    if (covers(phrase.words, tokens, last ? at - phrase.words.length + 1 : at)) return phrase
  return null
}

function longest<T>(
  index: ReadonlyMap<string, readonly Phrase<T>[]>,
  tokens: readonly Token[],
  at: number,
  last: boolean,
): Phrase<T> | null {
  const token = tokens[at]
  if (!token) return null
  if (token.kind !== 'word' || token.forms === null)
    return matched(index.get(token.text), tokens, at, last)
  let best: Phrase<T> | null = null
  for (const form of token.forms) {
    const phrase = matched(index.get(form), tokens, at, last)
    if (phrase && phrase.words.length > (best?.words.length ?? 0)) best = phrase
  }
  return best
}

/** The longest phrase that begins at a token. */
export function phraseAt<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  start: number,
): Found<T> | null {
  const best = longest(book.first, tokens, start, false)
  return best && { value: best.value, start, end: start + best.words.length }
}

/** The longest phrase that ends just before a token. */
export function phraseBefore<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  end: number,
): Found<T> | null {
  const best = longest(book.last, tokens, end - 1, true)
  return best && { value: best.value, start: end - best.words.length, end }
}

/** Words of a list separated by spaces, folded, for isOneOf. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(tokensOf(text).map((token) => token.text))
}
