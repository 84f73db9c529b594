import type { Rational } from '@/lib/domain/types'
import { digitsValue, type Written } from './digits'
import { foldChar } from './fold'

interface At {
  /** Folded text. */
  text: string
  /** Offsets in the original text. */
  start: number
  end: number
  /** Nothing stands between this token and the one before. */
  glued: boolean
  sentence: number
}

export interface Word extends At {
  kind: 'word'
  /** The text and what is left of it without Arabic prefixes (and, with, for, the). */
  forms: readonly string[]
  capital: boolean
}

export interface Digits extends At {
  kind: 'digits'
  value: Rational | null
  other: Rational | null
  /** Plain digits without separators. */
  plain: boolean
}

/** A date written with figures only, as `29/04/2024` or `2024-04-29`. */
export interface Figures extends At {
  kind: 'figures'
}

export interface Sign extends At {
  kind: 'sign'
}

export type Token = Word | Digits | Figures | Sign

const LETTER = /\p{L}/u
const ARABIC = /^[\u0621-\u064A\u0671-\u06D3]+$/
const GROUP_SPACES = ' \u00A0\u202F\u2009\u2007\u2008'
const SEPARATORS: Readonly<Record<string, string>> = {
  '.': '.',
  ',': ',',
  '٫': ',',
  '،': ',',
  '٬': "'",
  "'": "'",
  '’': "'",
  ʼ: "'",
}
const APOSTROPHES = "'’ʼ‘`´"
const HYPHENS = '-‐‑'
const ENDS = '.!?؟…'
const BREAKS = ';؛•▪●|'
const FIGURES = [
  /^(?:19|20|21)\d\d([-/.])\d{1,2}\1\d{1,2}(?!\d)/,
  /^\d{1,2}([-/.])\d{1,2}\1(?:19|20|21)\d\d(?!\d)/,
  /^\d{1,2}\/\d{1,2}\/\d\d(?!\d)/,
  /^(?:0?[1-9]|1[0-2])\/(?:19|20|21)\d\d(?![\d/])/,
  /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])(?![\d-])/,
]
const LONGEST_FIGURES = 11

function isDigit(char: string): boolean {
  return char.length === 1 && char >= '0' && char <= '9'
}

function isLetter(char: string): boolean {
  return char >= 'a' && char <= 'z' ? true : char > '\u007F' && LETTER.test(char)
}

function isSpace(char: string): boolean {
  return char === ' ' || (char !== '' && /\s/.test(char))
}

function withoutPrefixes(text: string): readonly string[] {
  const forms = [text]
  const strip = (prefixes: readonly string[], longer: number) => {
    for (const form of [...forms]) {
      const prefix = prefixes.find((start) => form.startsWith(start))
      if (prefix && form.length > longer) forms.push(form.slice(prefix.length))
    }
  }
  strip(['و', 'ف'], 3)
  strip(['ب', 'ل', 'ك'], 3)
  strip(['ال', 'لل'], 4)
  return forms
}

class Scanner {
  private at = 0
  private sentence = 0
  private glued = false
  readonly tokens: Token[] = []

  constructor(private readonly text: string) {}

  private folded(at: number): string {
    return foldChar(this.text[at] ?? '')
  }

  private place(start: number, text: string): At {
    return { text, start, end: this.at, glued: this.glued, sentence: this.sentence }
  }

  private word(): void {
    const start = this.at
    let text = ''
    for (; this.at < this.text.length; this.at += 1) {
      const char = this.folded(this.at)
      if (char !== '' && !isLetter(char[0] ?? '')) break
      text += char
    }
    const first = this.text[start] ?? ''
    const forms = ARABIC.test(text) ? withoutPrefixes(text) : [text]
    const capital = first !== first.toLowerCase()
    this.tokens.push({ kind: 'word', ...this.place(start, text), forms, capital })
  }

  private figures(): boolean {
    const window = Array.from({ length: LONGEST_FIGURES }, (_, index) =>
      this.folded(this.at + index),
    )
    // Every unit must stay one character, so that lengths agree.
    const text = window.map((char) => (char.length === 1 ? char : '\n')).join('')
    const found = FIGURES.map((pattern) => pattern.exec(text)?.[0]).find(Boolean)
    if (!found) return false
    const start = this.at
    this.at += found.length
    this.tokens.push({ kind: 'figures', ...this.place(start, found) })
    return true
  }

  private run(): string {
    let digits = ''
    while (isDigit(this.folded(this.at))) {
      digits += this.folded(this.at)
      this.at += 1
    }
    return digits
  }

  private digitsFollow(from: number): number {
    let count = 0
    while (count < 4 && isDigit(this.folded(from + count))) count += 1
    return count
  }

  private separator({ groups, separators }: Written): string | null {
    const char = this.text[this.at] ?? ''
    const follow = this.digitsFollow(this.at + 1)
    if (GROUP_SPACES.includes(char) && char !== '') {
      const [first = '', ...rest] = groups
      const grouped = first.length <= 3 && first[0] !== '0' && rest.every((g) => g.length === 3)
      const only = separators.every((separator) => separator === ' ')
      return grouped && only && follow === 3 ? ' ' : null
    }
    const separator = SEPARATORS[char]
    if (separator === undefined || follow === 0) return null
    return separator === "'" && follow !== 3 ? null : separator
  }

  private number(): void {
    const start = this.at
    const written: Written = { groups: [this.run()], separators: [] }
    for (let next = this.separator(written); next; next = this.separator(written)) {
      written.separators.push(next)
      this.at += 1
      written.groups.push(this.run())
    }
    const plain = written.separators.length === 0
    const place = this.place(start, written.groups.join(written.separators[0] ?? ''))
    this.tokens.push({ kind: 'digits', ...place, ...digitsValue(written), plain })
  }

  private afterSpaces(from: number): string {
    let at = from
    while (at < from + 8 && isSpace(this.text[at] ?? '')) at += 1
    return this.text[at] ?? ''
  }

  // A full stop ends a sentence unless something small goes on ("M. de", "12 M. DH").
  private sign(char: string): void {
    const start = this.at
    this.at += 1
    this.tokens.push({ kind: 'sign', ...this.place(start, char) })
    if (BREAKS.includes(char)) this.sentence += 1
    if (!ENDS.includes(char)) return
    const next = this.text[this.at] ?? ''
    if (next !== '' && !isSpace(next) && next !== '»' && next !== '"') return
    const then = this.afterSpaces(this.at)
    const goesOn = char === '.' && /^[a-zàâçéèêëîïôûù]$/.test(then)
    if (!goesOn) this.sentence += 1
  }

  private space(): void {
    let lines = 0
    while (this.at < this.text.length && isSpace(this.folded(this.at))) {
      if (this.text[this.at] === '\n') lines += 1
      this.at += 1
    }
    if (lines === 0) return
    const next = this.text[this.at] ?? ''
    if (lines > 1 || next !== next.toLowerCase() || HYPHENS.includes(next)) this.sentence += 1
  }

  // Apostrophes and hyphens between letters only part words: "d'ici" is two, "vingt-cinq" too.
  private isJoint(char: string): boolean {
    if (APOSTROPHES.includes(char)) return true
    if (!HYPHENS.includes(char)) return false
    const [before, after] = [this.folded(this.at - 1), this.folded(this.at + 1)]
    return isLetter(before[0] ?? '') && isLetter(after[0] ?? '')
  }

  scan(): Token[] {
    while (this.at < this.text.length) {
      const raw = this.text[this.at] ?? ''
      const char = this.folded(this.at)
      if (char === '') this.at += 1
      else if (isSpace(char)) {
        this.space()
        this.glued = false
      } else if (this.isJoint(raw)) {
        this.at += 1
        this.glued = false
      } else {
        if (isDigit(char)) this.figures() || this.number()
        else if (isLetter(char[0] ?? '')) this.word()
        else this.sign(char)
        this.glued = true
      }
    }
    return this.tokens
  }
}

/** Text as words, numbers, dates in figures and signs, folded, with their places; never fails, in linear time. */
export function tokensOf(text: string): Token[] {
  return new Scanner(text).scan()
}
