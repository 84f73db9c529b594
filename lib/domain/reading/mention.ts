import { compare, multiply, rational } from '@/lib/domain/rational'
import type { Comparator, Rational } from '@/lib/domain/types'
import { AFTER_NUMBER, BEFORE_NUMBER, type ComparatorWord } from './comparator-words'
import { type CurrencyFound, currencyAfter, currencyBefore } from './currency'
import { type NounFound, nounAfter, nounBefore } from './noun'
import { PERCENTS } from './noun-words'
import { type NumberFound, numberAt } from './number'
import { isOneOf, phraseAt, phraseBefore, wordSet } from './phrases'
import { type Doubt, doubt } from './reading'
import type { Token } from './tokens'

/** A number in a text with all that belongs to it: comparator, range, currency, noun; tokens from start to end, exclusive. */
export interface Mention {
  start: number
  end: number
  /** Where its first number begins, after comparator and currency. */
  number: number
  comparator: Exclude<Comparator, 'missing'>
  /** In whole units, short forms multiplied in; null when the mention has a problem. */
  low: Rational | null
  high: Rational | null
  /** The other reading of a lone separator. */
  other: Rational | null
  scaled: boolean
  problem: NumberFound['problem']
  percent: boolean
  negative: boolean
  currency: CurrencyFound | null
  noun: NounFound
  doubts: Doubt[]
}

const LINKS = wordSet('à to – — - إلى الى')
const PAIR_LINKS = wordSet('et and و')
const OR_LINKS = wordSet('ou or أو')
const PAIR_OPENERS = wordSet('entre between بين')
const OPENERS = wordSet('entre between بين من de from d')
const FILLERS = wordSet('les le la the des de d a à to of ب أن an')
const MOST_FILLERS = 2

interface Range {
  high: NumberFound
  highCurrency: CurrencyFound | null
  doubts: Doubt[]
}

function linked(tokens: readonly Token[], at: number, paired: boolean): 'link' | 'or' | null {
  const token = tokens[at]
  if (!token) return null
  if (LINKS.has(token.text)) return 'link'
  if (paired && PAIR_LINKS.has(token.text)) return 'link'
  return OR_LINKS.has(token.text) ? 'or' : null
}

// Where the second number of a range begins: "200 à 250", "200..250", "بين 200 و250", "ألف وألفين".
function secondAt(tokens: readonly Token[], end: number, paired: boolean) {
  const [dot, second] = [tokens[end], tokens[end + 1]]
  if (dot?.text === '.' && second?.text === '.' && second.glued) return { at: end + 2, or: false }
  const link = linked(tokens, end, paired)
  // A dash with spaces may part two things ("Phase 2 - 500 jobs").
  const loose = dot?.kind === 'sign' && !dot.glued
  if (link) return { at: end + 1, or: link === 'or' || loose }
  const joined = paired && dot?.kind === 'word' && dot.text.startsWith('و')
  return joined ? { at: end, or: false } : null
}

function rangeAfter(
  text: string,
  tokens: readonly Token[],
  end: number,
  paired: boolean,
): Range | null {
  const second = secondAt(tokens, end, paired)
  const leading = second && tokens[second.at]?.kind === 'sign' ? 1 : 0
  const high = second && numberAt(text, tokens, second.at + leading)
  if (!second || !high?.value) return null
  if (leading && !currencyBefore(text, tokens, high.start)) return null
  // "5 to 6 years" is one range, "500 to 2e" none.
  return {
    high,
    highCurrency: currencyAfter(text, tokens, high.end),
    doubts: [...high.doubts, ...(second.or ? [doubt('range_unclear')] : [])],
  }
}

interface Before {
  start: number
  word: ComparatorWord | null
}

function isMinus(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || !'-−–'.includes(token.text) || !tokens[at + 1]?.glued) return false
  return !token.glued
}

function comparatorBefore(tokens: readonly Token[], start: number): Before {
  for (let end = start; end >= start - MOST_FILLERS; end -= 1) {
    const found = phraseBefore(BEFORE_NUMBER, tokens, end)
    const here = found && tokens[found.start]?.sentence === tokens[start]?.sentence
    if (found && here) return { start: found.start, word: found.value }
    if (!isOneOf(FILLERS, tokens[end - 1])) break
  }
  return { start, word: null }
}

function comparatorAfter(tokens: readonly Token[], ends: readonly number[]) {
  for (const end of ends) {
    const found = phraseAt(AFTER_NUMBER, tokens, end)
    const glued = found?.value.doubt !== 'sign_comparator' || tokens[end]?.glued || !tokens[end + 1]
    if (found && glued && tokens[end]?.sentence === tokens[end - 1]?.sentence) return found
  }
  return null
}

interface Values {
  low: Rational | null
  high: Rational | null
  doubts: Doubt[]
}

// "200 à 250 millions" shares its size; "900 to 1 million" cannot.
function shared(low: Rational, first: NumberFound, range: Range): Values {
  const high = range.high.value
  const scale = range.high.scale
  if (first.scale !== 1n || scale === 1n || high === null) return { low, high, doubts: [] }
  const scaled = multiply(low, rational(scale))
  if (compare(scaled, high) < 0) return { low: scaled, high, doubts: [] }
  return { low, high, doubts: [doubt('scale_shared')] }
}

function factor(currency: CurrencyFound | null): Rational {
  return currency ? rational(currency.scale, currency.hundredths ? 100n : 1n) : rational(1n)
}

function valuesOf(
  first: NumberFound,
  range: Range | null,
  currency: CurrencyFound | null,
  lowCurrency: CurrencyFound | null,
): Values {
  if (!first.value) return { low: null, high: null, doubts: [] }
  if (!range) return { low: multiply(first.value, factor(currency)), high: null, doubts: [] }
  const { low, high, doubts } = shared(first.value, first, range)
  const own = lowCurrency && lowCurrency.scale !== 1n ? lowCurrency : currency
  return {
    low: low && multiply(low, factor(own)),
    high: high && multiply(high, factor(currency)),
    doubts,
  }
}

function comparatorOf(range: Range | null, word: ComparatorWord | null, about: boolean) {
  if (range) return 'range'
  return word?.comparator ?? (about ? 'approx' : 'eq')
}

function currencyDoubts(
  before: CurrencyFound | null,
  after: CurrencyFound | null,
  chosen: CurrencyFound | null,
): Doubt[] {
  const doubts: Doubt[] = []
  if (before && after && before.code !== after.code)
    doubts.push(doubt('currency_conflict', { first: before.code ?? '', second: after.code ?? '' }))
  if (chosen?.unsure) doubts.push(doubt('scale_abbreviation', { text: chosen.unsure }))
  if (chosen?.assumed) doubts.push(doubt('currency_assumed', { currency: chosen.code ?? '' }))
  if (chosen?.hundredths) doubts.push(doubt('centimes'))
  return doubts
}

function opened(tokens: readonly Token[], start: number) {
  const paired = isOneOf(PAIR_OPENERS, tokens[start - 1])
  return { paired, opener: isOneOf(OPENERS, tokens[start - 1]) }
}

/** The mention whose number begins at a token; null when no number begins there. */
export function mentionAt(text: string, tokens: readonly Token[], at: number): Mention | null {
  const first = numberAt(text, tokens, at)
  if (!first) return null
  const before = currencyBefore(text, tokens, at)
  const minus = isMinus(tokens, at - 1)
  const outside = before?.start ?? (minus ? at - 1 : at)
  const { paired, opener } = opened(tokens, outside)
  const lowCurrency = currencyAfter(text, tokens, first.end)
  const range =
    rangeAfter(text, tokens, first.end, paired) ??
    (lowCurrency && rangeAfter(text, tokens, lowCurrency.end, paired))
  const last = range?.high ?? first
  const after = range ? (range.highCurrency ?? lowCurrency) : lowCurrency
  const currency = after ?? before
  const percent = phraseAt(PERCENTS, tokens, last.end)
  const end = Math.max(last.end, after?.end ?? 0, percent?.end ?? 0)
  const forward = nounAfter(tokens, currency ? end : last.end)
  const close = comparatorBefore(tokens, outside)
  const lead = close.word || !range || !opener ? close : comparatorBefore(tokens, outside - 1)
  const none = forward.kind === 'none' || forward.kind === 'unknown'
  const leading = none && !currency ? nounBefore(tokens, lead.start) : null
  const noun = leading ?? forward
  const nounEnd = currency ? end : Math.max(end, noun.end)
  const trail = comparatorAfter(tokens, [end, nounEnd])
  const word = lead.word ?? trail?.value ?? null
  const values = valuesOf(first, range, currency, range ? lowCurrency : null)
  const doubled = lead.word !== null && comparatorBefore(tokens, lead.start).word !== null
  const contrary =
    lead.word && (trail ? trail.value.comparator !== lead.word.comparator : range !== null)
  return {
    start: leading?.start ?? (lead.word || range === null || !opener ? lead.start : outside - 1),
    end: Math.max(nounEnd, trail?.end ?? 0),
    number: at,
    comparator: comparatorOf(range, word, first.about),
    low: values.low,
    high: values.high,
    other: range || !first.other ? null : multiply(first.other, factor(currency)),
    scaled: last.scale !== 1n || (currency?.scale ?? 1n) !== 1n,
    problem: first.problem,
    percent: percent !== null,
    negative: minus,
    currency,
    noun,
    doubts: [
      ...first.doubts,
      ...(range?.doubts ?? []),
      ...values.doubts,
      ...currencyDoubts(before, after, currency),
      ...(word?.doubt ? [doubt(word.doubt)] : []),
      ...(contrary || doubled ? [doubt('two_comparators')] : []),
    ],
  }
}
