const INVISIBLE = /^[\p{M}\p{Cf}\u0640]*$/u
const PRESENTATION = /[\uFB50-\uFDFF\uFE70-\uFEFC\uFF01-\uFF5E]/
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  گ: 'ك',
  ٱ: 'ا',
}
const ZEROES = [0x0660, 0x06f0]

function digitOf(unit: number): string | null {
  const zero = ZEROES.find((start) => unit >= start && unit <= start + 9)
  return zero === undefined ? null : String(unit - zero)
}

function compute(char: string): string {
  const digit = digitOf(char.charCodeAt(0))
  if (digit !== null) return digit
  const form = PRESENTATION.test(char) ? 'NFKD' : 'NFD'
  const bare = char.normalize(form).replace(/[\p{M}\p{Cf}\u0640]/gu, '')
  return [...bare.toLowerCase()].map((letter) => LETTERS[letter] ?? letter).join('')
}

// Indexed by UTF-16 unit; filled as units are met.
const known: string[] = []

/** One UTF-16 unit without case, accents and variants of spelling: "É" is "e", "أ" is "ا", "٣" is "3"; empty for what cannot be seen. */
export function foldChar(char: string): string {
  const code = char.charCodeAt(0)
  if (code < 0x80) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : char
  const cached = known[code]
  if (cached !== undefined) return cached
  const folded = INVISIBLE.test(char) ? '' : compute(char)
  known[code] = folded
  return folded
}
