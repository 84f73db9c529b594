import { isCurrency } from '@/lib/domain/money'
import { CURRENCY_WORDS, type CurrencyWord, GLUED_CURRENCIES } from './currency-words'
import { ABBREVIATIONS } from './number-words'
import { phraseAt, wordSet } from './phrases'
import type { Token } from './tokens'

/** Money named beside a number, with the size that a short form such as MDH brings; end exclusive. */
export interface CurrencyFound extends CurrencyWord {
  scale: bigint
  /** The short form, where its size is not certain. */
  unsure: string | null
  start: number
  end: number
}

const BETWEEN = wordSet('de d of in en ب من')
// Codes that headlines in capitals write as words and names.
const WORDS = wordSet('all top try cup cop mop gel pen sos mur ron bob lak bam')
const SURE_CODES = new Set(['mad', 'eur', 'usd', 'gbp'])
const SHORT = /^(k|m|mm|md|mds|mrd|mrds|mn|b|bn)(dh|dhs|mad|usd|eur|euro|euros)$/
const MOST_BETWEEN = 2

function shortForm(token: Token): Omit<CurrencyFound, 'start' | 'end'> | null {
  const [, size = '', name = ''] = SHORT.exec(token.text) ?? []
  const code = GLUED_CURRENCIES[name]
  const scale = ABBREVIATIONS.get(size)
  if (!code || !scale) return null
  const unsure = size === 'b' || (size === 'mm' && code !== 'MAD') || token.text === 'mmad'
  return { code, scale: scale.value, unsure: unsure ? token.text : null }
}

// A code of ISO 4217 in capitals; in small letters several are words ("all", "top", "try").
function isoCode(text: string, token: Token): string | null {
  const raw = text.slice(token.start, token.end)
  if (raw.length !== 3 || WORDS.has(token.text)) return null
  if (isCurrency(raw)) return raw
  const code = raw.toUpperCase()
  return SURE_CODES.has(token.text) && isCurrency(code) ? code : null
}

/** The currency that begins at a token. */
export function currencyAt(
  text: string,
  tokens: readonly Token[],
  at: number,
): CurrencyFound | null {
  const token = tokens[at]
  if (!token) return null
  const named = phraseAt(CURRENCY_WORDS, tokens, at)
  if (named) return { ...named.value, scale: 1n, unsure: null, start: named.start, end: named.end }
  if (token.kind !== 'word') return null
  const short = shortForm(token)
  if (short) return { ...short, start: at, end: at + 1 }
  const code = isoCode(text, token)
  return code ? { code, scale: 1n, unsure: null, start: at, end: at + 1 } : null
}

/** The currency after a number that ends before the token, "of" or "de" between them. */
export function currencyAfter(
  text: string,
  tokens: readonly Token[],
  end: number,
): CurrencyFound | null {
  for (let at = end; at <= end + MOST_BETWEEN; at += 1) {
    const found = currencyAt(text, tokens, at)
    if (found) return found
    const token = tokens[at]
    if (!token || !(BETWEEN.has(token.text) || token.text === 'ال')) return null
  }
  return null
}

const LONGEST_NAME = 3

/** The currency that stands just before a number. */
export function currencyBefore(
  text: string,
  tokens: readonly Token[],
  start: number,
): CurrencyFound | null {
  for (let at = start - LONGEST_NAME; at < start; at += 1) {
    const found = at < 0 ? null : currencyAt(text, tokens, at)
    if (found?.end === start) return found
  }
  return null
}
