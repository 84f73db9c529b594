import { add, compare, multiply, rational } from '@/lib/domain/rational'
import type { Rational } from '@/lib/domain/types'
import { currencyAt, currencyBefore } from './currency'
import { ABBREVIATIONS, NUMBER_WORDS, type NumberWord } from './number-words'
import { type Doubt, doubt } from './reading'
import type { Digits, Token, Word } from './tokens'

/** A number of digits, words or both; tokens from start to end, exclusive. */
export interface NumberFound {
  start: number
  end: number
  /** Null: a size without a number ("thousands", "a few hundred"), or figures that are no number. */
  value: Rational | null
  problem: 'vague_number' | 'number_unclear' | null
  /** The value if the lone separator were meant the other way. */
  other: Rational | null
  /** The size word that closes it, 1 without. */
  scale: bigint
  /** "une centaine": about. */
  about: boolean
  doubts: Doubt[]
}

const FIRST_ARABIC = '\u0600'
const ZERO = rational(0n)
const ONE = rational(1n)
const HALF = rational(1n, 2n)
const NATURAL_ALONE = new Set(['mille', 'الف', 'مليون', 'مليار', 'ميه', 'مايه', 'cent', 'hundred'])
const FEW = new Set('several few plusieurs quelques عده بضع بضعه dozens many tens'.split(' '))
const JOINS = new Set(['and', 'et'])

interface Match {
  word: NumberWord
  /** The word carries the Arabic "and". */
  joined: boolean
  text: string
}

function match(token: Token | undefined): Match | null {
  if (token?.kind !== 'word') return null
  const plain = token.forms === null ? NUMBER_WORDS.get(token.text) : undefined
  if (plain) return { word: plain, joined: false, text: token.text }
  for (const form of token.forms ?? []) {
    const word = NUMBER_WORDS.get(form)
    if (word) return { word, joined: form !== token.text && token.text.startsWith('و'), text: form }
  }
  return null
}

/** Reads one number from left to right; what cannot belong to it ends it. */
class NumberReader {
  private total = ZERO
  private group: { hundreds: bigint; small: bigint } | null = null
  private digits: Digits | null = null
  private half = false
  private more = false
  private last: bigint | null = null
  private other: Rational | null = null
  private about = false
  private at: number
  private readonly doubts: Doubt[] = []

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly start: number,
  ) {
    this.at = start
  }

  private groupValue(): Rational | null {
    const group = this.group && rational(this.group.hundreds + this.group.small)
    const value = this.half ? HALF : this.digits ? this.digits.value : group
    return value && this.more ? add(value, HALF) : value
  }

  private get empty(): boolean {
    return !this.digits && !this.half && !this.group
  }

  // 60 + 11, 80 + 11 (French), 20 + 5, and the Arabic 5 + 20, 3 + 10.
  private fits(value: bigint, small: bigint, arabic: boolean): boolean {
    if (small === 0n) return true
    if (value < 10n) return small % 10n === 0n && small >= 20n
    if (value < 20n && (small === 60n || small === 80n)) return true
    return arabic && small < 10n && value % 10n === 0n
  }

  private unit(value: bigint, text: string): boolean {
    if (this.digits || this.half) return false
    const { hundreds, small } = this.group ?? { hundreds: 0n, small: 0n }
    if (value >= 100n) {
      if (hundreds + small > 0n) return false
      this.group = { hundreds: value, small: 0n }
      return true
    }
    if (value === 20n && small % 100n === 4n && text.startsWith('vingt'))
      this.group = { hundreds, small: 80n }
    else if (
      this.fits(value, small, text >= FIRST_ARABIC) &&
      !(this.group && small === 0n && hundreds === 0n)
    )
      this.group = { hundreds, small: small + value }
    else return false
    return true
  }

  private hundred(): boolean {
    if (this.half || this.digits?.value === null) return false
    if (this.digits) return this.size(100n, 1n)
    const { hundreds, small } = this.group ?? { hundreds: 0n, small: 1n }
    if (hundreds > 0n || small === 0n) return false
    this.group = { hundreds: small * 100n, small: 0n }
    return true
  }

  private close(): void {
    this.digits = null
    this.group = null
    this.half = false
    this.more = false
  }

  private size(value: bigint, times: bigint): boolean {
    const factor = rational(value * times)
    const group = this.groupValue()
    if (this.digits && !group) return false
    if (group && times > 1n) return false
    if (!group && this.last !== null && value > this.last && times === 1n) {
      this.total = multiply(this.total, factor)
      this.last *= value
      return true
    }
    if (this.last !== null && value >= this.last) return false
    // Another reading of "1.500 million" is scaled as the first is.
    if (this.digits?.other && this.last === null) this.other = multiply(this.digits.other, factor)
    this.total = add(this.total, multiply(group ?? ONE, factor))
    this.last = value
    this.close()
    return true
  }

  private scaleWord(match: Match): boolean {
    const { word, text } = match
    if (word.kind !== 'scale' && word.kind !== 'collective') return false
    const alone = this.empty && this.last === null
    if (alone && word.many) return false
    if (word.kind === 'collective') {
      if (!this.size(word.value, 1n)) return false
      this.about = true
      return true
    }
    const fresh = this.last === null
    if (!this.size(word.value, word.times)) return false
    if (alone && word.times === 1n && !NATURAL_ALONE.has(text))
      this.doubts.push(doubt('implied_one'))
    if (fresh && word.billion && frenchAround(this.tokens, this.start, this.at))
      this.doubts.push(doubt('billion_scale'))
    return true
  }

  private take(found: Match): boolean {
    const { word, text } = found
    if (word.kind === 'hundred') return this.hundred()
    if (word.kind === 'half') return this.takeHalf()
    if (word.kind !== 'unit') return this.scaleWord(found)
    if (word.article) {
      const next = match(this.tokens[this.at + 1])?.word
      const sized = next && next.kind !== 'unit'
      if (!sized && (text === 'a' || text === 'an' || this.empty)) return false
    }
    return this.unit(word.value, text)
  }

  // "half a million", "نصف مليون", "demi-million".
  private takeHalf(): boolean {
    if (!this.empty || this.last !== null) return false
    const next = match(this.tokens[this.at + 1])
    const after = next?.word.kind === 'unit' && next.word.article ? 2 : 1
    if (match(this.tokens[this.at + after])?.word.kind !== 'scale') return false
    this.half = true
    this.at += after - 1
    return true
  }

  // "un million et demi", "a million and a half", "مليار ونصف المليار".
  private addHalf(): boolean {
    const inside = !this.empty
    if (this.last === null && !inside) return false
    let at = this.at
    const token = this.tokens[at]
    const joined = match(token)?.joined ?? false
    if (!joined && token && JOINS.has(token.text)) at += 1
    else if (!joined) return false
    if (this.tokens[at]?.text === 'a') at += 1
    if (match(this.tokens[at])?.word.kind !== 'half' && this.tokens[at]?.text !== 'demie')
      return false
    at += 1
    const again = match(this.tokens[at])
    // "one and a half million": the size follows.
    if (inside) {
      if (again?.word.kind !== 'scale' || this.half) return false
      this.more = true
      this.at = at
      return true
    }
    if (this.last === null) return false
    if (again?.word.kind === 'scale' && again.word.value === this.last) at += 1
    this.total = add(this.total, multiply(HALF, rational(this.last)))
    this.at = at
    return true
  }

  // "2 and a half million" is no group of digits and words that we build; "two hundred and fifty", "vingt et un" are.
  private join(): boolean {
    const token = this.tokens[this.at]
    if (!token || !JOINS.has(token.text) || this.at === this.start || this.digits) return false
    const next = match(this.tokens[this.at + 1])?.word
    if (next?.kind !== 'unit' || next.value >= 100n) return false
    if (token.text === 'et' && next.value !== 1n && next.value !== 11n) return false
    const after = match(this.tokens[this.at + 2])?.word.kind
    if (after === 'hundred' || after === 'scale') return false
    const before = match(this.tokens[this.at - 1])?.word
    const large = before?.kind === 'hundred' || before?.kind === 'scale'
    if (token.text === 'and' && !large) return false
    if (next.article && token.text === 'and') return false
    this.at += 1
    const fits = this.unit(next.value, '')
    if (!fits) this.at -= 1
    return fits
  }

  private takeDigits(token: Digits): boolean {
    if (!this.empty || token.value === null) return false
    if (this.last !== null) {
      const room = compare(token.value, rational(this.last)) < 0
      const follows = match(this.tokens[this.at + 1])?.word.kind === 'scale'
      const enough = compare(multiply(token.value, rational(1000n)), rational(this.last)) >= 0
      if (!room || !(follows || enough)) return false
    }
    this.digits = token
    return true
  }

  // "50M", "1.2bn", "5 k DH": a size in short after digits.
  private abbreviation(): boolean {
    const token = this.tokens[this.at]
    if (token?.kind !== 'word' || !this.digits) return false
    const short = ABBREVIATIONS.get(token.text)
    if (!short) return false
    const dot = this.tokens[this.at + 1]?.text === '.' ? 1 : 0
    const money =
      currencyAt(this.text, this.tokens, this.at + 1 + dot) ??
      currencyBefore(this.text, this.tokens, this.start)
    // "K" and a capital "M" may stand apart; a small "m" apart is a metre.
    const apart = token.text === 'k' || (token.text === 'm' && token.capital)
    if (!short.sure && !money && !token.glued && !apart) return false
    if (token.text === 'mm' || (!short.sure && !money))
      this.doubts.push(doubt('scale_abbreviation', { text: token.text }))
    if (!this.size(short.value, 1n)) return false
    this.at += money && dot ? 1 : 0
    return true
  }

  private step(): boolean {
    const token = this.tokens[this.at]
    if (!token) return false
    if (token.kind === 'digits') return this.takeDigits(token)
    if (this.at > this.start && this.addHalf()) {
      this.at -= 1
      return true
    }
    const found = match(token)
    if (found && this.at > this.start && found.joined === false && isArabicUnit(found, token)) {
      // Arabic adds with "and"; without it only ten and sizes follow ("ثلاثة عشر", "ثلاثة آلاف").
      const tens = found.word.kind === 'unit' && found.word.value === 10n
      if (found.word.kind === 'unit' && !tens) return false
    }
    if (found && this.take(found)) return true
    return this.abbreviation() || this.join()
  }

  read(): NumberFound | null {
    while (this.step()) this.at += 1
    const rest = this.groupValue()
    if (this.at === this.start || (this.empty && this.last === null)) return null
    const value = rest ? add(this.total, rest) : this.total
    const other =
      this.other ?? (this.last === null && this.digits?.other ? this.digits.other : null)
    const spelled = this.tokens
      .slice(this.start, this.at)
      .some((token) =>
        ['unit', 'hundred', 'collective', 'half'].includes(match(token)?.word.kind ?? ''),
      )
    if (spelled)
      this.doubts.push(
        doubt('word_number', { text: fragment(this.text, this.tokens, this.start, this.at) }),
      )
    return {
      start: this.start,
      end: this.at,
      value,
      problem: null,
      other,
      scale: this.empty ? (this.last ?? 1n) : 1n,
      about: this.about,
      doubts: this.doubts,
    }
  }
}

function isArabicUnit(found: Match, token: Token): boolean {
  return found.word.kind === 'unit' && token.text >= FIRST_ARABIC
}

const FRENCH = new Set('de d des les le la euros un une et milliards en'.split(' '))

function frenchAround(tokens: readonly Token[], start: number, at: number): boolean {
  return [tokens[start - 1], tokens[start - 2], tokens[at + 1], tokens[at + 2]].some(
    (token) => token && FRENCH.has(token.text),
  )
}

/** The original text from one token to another, end exclusive. */
export function fragment(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): string {
  return text.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0)
}

const ORDINALS = new Set('e er ere eme ieme iere nd nde rd th st g h eo'.split(' '))
const GLUING = new Set(['/', ':', '.', ',', '-', '–', '\\', '_'])

function isLatin(token: Word): boolean {
  return token.text < '\u0100'
}

// "G20", "A-320", "Covid-19"; not "d'500", "ب500", "US$450", "MAD50".
function namesThing(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token?.glued) return false
  const before = tokens[at - 1]
  if (before?.kind === 'word') return isLatin(before) && !currencyBefore(text, tokens, at)
  if (before?.text === '/' || before?.text === ':') return before.glued
  return before?.text === '-' && before.glued && tokens[at - 2]?.kind === 'word'
}

// "2e", "5G", "1e30", "24/7", "10:30".
function isPartOfName(text: string, tokens: readonly Token[], end: number): boolean {
  const next = tokens[end]
  if (!next?.glued) return false
  if (next.kind === 'word') {
    if (!isLatin(next)) return false
    if (ORDINALS.has(next.text)) return true
    if (next.text === 'x') return true
    const digitsAgain = tokens[end + 1]?.kind === 'digits' && tokens[end + 1]?.glued
    return digitsAgain === true || (next.text.length < 3 && !currencyAt(text, tokens, end))
  }
  const then = tokens[end + 1]
  const continues = then?.glued && (then.kind === 'digits' || then.kind === 'figures')
  return Boolean(
    continues &&
      GLUING.has(next.text) &&
      next.text !== '-' &&
      next.text !== '–' &&
      next.text !== '.',
  )
}

function without(start: number, end: number, problem: NumberFound['problem']): NumberFound {
  return { start, end, value: null, problem, other: null, scale: 1n, about: false, doubts: [] }
}

/** The number that begins at a token, or why what stands there gives none; null when nothing like a number begins there. */
export function numberAt(
  text: string,
  tokens: readonly Token[],
  start: number,
): NumberFound | null {
  const token = tokens[start]
  if (!token || token.kind === 'sign' || token.kind === 'figures') return null
  if (token.kind === 'word') return wordsAt(text, tokens, start)
  const found = new NumberReader(text, tokens, start).read()
  const end = found?.end ?? start + 1
  const leadingZero = token.text.length > 1 && token.text[0] === '0' && token.plain
  const clear =
    found && !leadingZero && !namesThing(text, tokens, start) && !isPartOfName(text, tokens, end)
  return clear ? found : without(start, end, 'number_unclear')
}

function wordsAt(text: string, tokens: readonly Token[], start: number): NumberFound | null {
  const first = match(tokens[start])
  const few = FEW.has(tokens[start]?.text ?? '')
  if (!first && !few) return null
  if (few) {
    const next = match(tokens[start + 1])?.word.kind
    return next && next !== 'unit' && next !== 'half'
      ? without(start, start + 2, 'vague_number')
      : null
  }
  const size = first?.word
  if ((size?.kind === 'scale' || size?.kind === 'collective') && size.many)
    return without(start, start + 1, 'vague_number')
  return new NumberReader(text, tokens, start).read()
}
