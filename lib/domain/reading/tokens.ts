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
  /** An Arabic word and what is left of it without its prefixes (and, with, for, the); null in other scripts. */
  forms: readonly string[] | null
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
// No number has more; what goes on is a list.
const MOST_GROUPS = 12

enum Kind {
  Unknown,
  Invisible,
  Space,
  Digit,
  Letter,
  Other,
}

// One byte for each UTF-16 unit, filled as units are met: a long text asks for the same few again and again.
const kinds = new Uint8Array(0x10000)

function computeKind(char: string): Kind {
  const folded = foldChar(char)
  if (folded === '') return Kind.Invisible
  if (folded >= '0' && folded <= '9' && folded.length === 1) return Kind.Digit
  if (LETTER.test(folded[0] ?? '')) return Kind.Letter
  return /\s/.test(folded) ? Kind.Space : Kind.Other
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

type Spelling = Pick<Word, 'text' | 'forms'>

class Scanner {
  private at = 0
  private sentence = 0
  private glued = false
  private readonly tokens: Token[] = []
  private readonly spellings = new Map<string, Spelling>()

  constructor(private readonly text: string) {}

  private kind(at: number): Kind {
    if (at < 0 || at >= this.text.length) return Kind.Other
    const code = this.text.charCodeAt(at)
    const known = kinds[code]
    if (known) return known
    const computed = computeKind(this.text[at] ?? '')
    kinds[code] = computed
    return computed
  }

  private folded(from: number, to: number): string {
    let text = ''
    for (let at = from; at < to; at += 1) text += foldChar(this.text[at] ?? '')
    return text
  }

  // A text repeats its words: each spelling is folded once.
  private spelling(start: number): Spelling {
    const written = this.text.slice(start, this.at)
    const known = this.spellings.get(written)
    if (known) return known
    const text = this.folded(start, this.at)
    const spelling = { text, forms: ARABIC.test(text) ? withoutPrefixes(text) : null }
    this.spellings.set(written, spelling)
    return spelling
  }

  private word(): void {
    const start = this.at
    let kind = Kind.Letter
    while (kind === Kind.Letter || kind === Kind.Invisible) {
      this.at += 1
      kind = this.kind(this.at)
    }
    const { text, forms } = this.spelling(start)
    this.tokens.push({
      kind: 'word',
      text,
      start,
      end: this.at,
      glued: this.glued,
      sentence: this.sentence,
      forms,
      capital: isCapital(this.text[start] ?? ''),
    })
  }

  // A date begins with one, two or four digits and a separator.
  private figures(): boolean {
    let from = this.at
    while (from < this.at + 5 && this.kind(from) === Kind.Digit) from += 1
    if (!'-/.'.includes(this.text[from] ?? ' ') || this.kind(from + 1) !== Kind.Digit) return false
    const text = this.folded(this.at, this.at + LONGEST_FIGURES)
    const found = FIGURES.map((pattern) => pattern.exec(text)?.[0]).find(Boolean)
    if (!found) return false
    const start = this.at
    this.at += found.length
    // What cannot be seen between the digits would shift every place.
    if (this.folded(start, this.at) !== found) {
      this.at = start
      return false
    }
    this.push('figures', found, start)
    return true
  }

  private push(kind: 'figures' | 'sign', text: string, start: number): void {
    const { at: end, glued, sentence } = this
    this.tokens.push({ kind, text, start, end, glued, sentence })
  }

  private run(): string {
    const start = this.at
    while (this.kind(this.at) === Kind.Digit) this.at += 1
    return this.folded(start, this.at)
  }

  private digitsFollow(from: number): number {
    let count = 0
    while (count < 4 && this.kind(from + count) === Kind.Digit) count += 1
    return count
  }

  private separator({ groups, separators }: Written): string | null {
    const char = this.text[this.at] ?? ''
    const space = char !== '' && GROUP_SPACES.includes(char)
    const separator = space ? ' ' : SEPARATORS[char]
    if (separator === undefined) return null
    const follow = this.digitsFollow(this.at + 1)
    if (separator === ' ') {
      const [first = ''] = groups
      const grouped = first.length <= 3 && first[0] !== '0' && (groups.length === 1 || this.even)
      return grouped && separators.every((other) => other === ' ') && follow === 3 ? ' ' : null
    }
    if (follow === 0) return null
    return separator === "'" && follow !== 3 ? null : separator
  }

  // Whether every group after the first has three digits so far.
  private even = true

  private number(): void {
    const start = this.at
    const written: Written = { groups: [this.run()], separators: [] }
    this.even = true
    for (let next = this.separator(written); next; next = this.separator(written)) {
      written.separators.push(next)
      this.at += 1
      const group = this.run()
      written.groups.push(group)
      this.even &&= group.length === 3
      if (written.groups.length > MOST_GROUPS) break
    }
    const plain = written.separators.length === 0
    const { at: end, glued, sentence } = this
    const text = written.groups.join(written.separators[0] ?? '')
    this.tokens.push({
      kind: 'digits',
      text,
      start,
      end,
      glued,
      sentence,
      ...digitsValue(written),
      plain,
    })
  }

  private afterSpaces(from: number): string {
    let at = from
    while (at < from + 8 && this.kind(at) === Kind.Space) at += 1
    return this.text[at] ?? ''
  }

  // A full stop ends a sentence unless something small goes on ("M. de", "12 M. DH").
  private sign(): void {
    const start = this.at
    const char = foldChar(this.text[start] ?? '')
    this.at += 1
    this.push('sign', char, start)
    if (BREAKS.includes(char)) this.sentence += 1
    if (!ENDS.includes(char)) return
    const next = this.text[this.at] ?? ''
    if (next !== '' && this.kind(this.at) !== Kind.Space && next !== '»' && next !== '"') return
    const then = this.afterSpaces(this.at)
    const goesOn = char === '.' && /^[a-zàâçéèêëîïôûù]$/.test(then)
    if (!goesOn) this.sentence += 1
  }

  private space(): void {
    let lines = 0
    while (this.kind(this.at) === Kind.Space && this.at < this.text.length) {
      if (this.text[this.at] === '\n') lines += 1
      this.at += 1
    }
    this.glued = false
    if (lines === 0) return
    const next = this.text[this.at] ?? ''
    if (lines > 1 || isCapital(next) || HYPHENS.includes(next)) this.sentence += 1
  }

  // Apostrophes and hyphens between letters only part words: "d'ici" is two, "vingt-cinq" too.
  private isJoint(char: string): boolean {
    if (APOSTROPHES.includes(char)) return true
    if (!HYPHENS.includes(char)) return false
    return this.kind(this.at - 1) === Kind.Letter && this.kind(this.at + 1) === Kind.Letter
  }

  private step(kind: Kind): void {
    if (kind === Kind.Letter) this.word()
    else if (kind === Kind.Digit) this.figures() || this.number()
    else this.sign()
    this.glued = true
  }

  scan(): Token[] {
    while (this.at < this.text.length) {
      const kind = this.kind(this.at)
      if (kind === Kind.Invisible) this.at += 1
      else if (kind === Kind.Space) this.space()
      else if (kind === Kind.Other && this.isJoint(this.text[this.at] ?? '')) {
        this.at += 1
        this.glued = false
      } else this.step(kind)
    }
    return this.tokens
  }
}

function isCapital(char: string): boolean {
  if (char >= 'a' && char <= 'z') return false
  return char !== char.toLowerCase()
}

/** Text as words, numbers, dates in figures and signs, folded, with their places; never fails, in linear time. */
export function tokensOf(text: string): Token[] {
  return new Scanner(text).scan()
}
