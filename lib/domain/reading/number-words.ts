import { tokensOf } from './tokens'

/** What a word does to the number being read. `article` words are "one" only before a word of size. */
export type NumberWord =
  | { kind: 'unit'; value: bigint; article?: true }
  | { kind: 'hundred' }
  | { kind: 'scale'; value: bigint; times: bigint; many: boolean; billion?: true }
  | { kind: 'collective'; value: bigint; many: boolean }
  | { kind: 'half' }

const THOUSAND = 1_000n
const MILLION = 1_000_000n
const MILLIARD = 1_000_000_000n
const TRILLION = 1_000_000_000_000n

/** Numbers below a hundred, and the hundreds that Arabic writes as one word. */
const UNITS: readonly (readonly [number, string])[] = [
  [0, 'zero zéro صفر'],
  [1, 'one واحد واحدة أحد إحدى'],
  [2, 'two deux اثنان اثنين اثنتان اثنتين اثنا اثني'],
  [3, 'three trois ثلاثة ثلاث'],
  [4, 'four quatre أربعة أربع'],
  [5, 'five cinq خمسة خمس'],
  [6, 'six ستة ست'],
  [7, 'seven sept سبعة سبع'],
  [8, 'eight huit ثمانية ثماني ثمان'],
  [9, 'nine neuf تسعة تسع'],
  [10, 'ten dix عشرة عشر'],
  [11, 'eleven onze'],
  [12, 'twelve douze'],
  [13, 'thirteen treize'],
  [14, 'fourteen quatorze'],
  [15, 'fifteen quinze'],
  [16, 'sixteen seize'],
  [17, 'seventeen'],
  [18, 'eighteen'],
  [19, 'nineteen'],
  [20, 'twenty vingt vingts عشرون عشرين'],
  [30, 'thirty trente ثلاثون ثلاثين'],
  [40, 'forty fourty quarante أربعون أربعين'],
  [50, 'fifty cinquante خمسون خمسين'],
  [60, 'sixty soixante ستون ستين'],
  [70, 'seventy septante سبعون سبعين'],
  [80, 'eighty octante huitante ثمانون ثمانين'],
  [90, 'ninety nonante تسعون تسعين'],
  [200, 'مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي'],
  [300, 'ثلاثمئة ثلاثمائة'],
  [400, 'أربعمئة أربعمائة'],
  [500, 'خمسمئة خمسمائة'],
  [600, 'ستمئة ستمائة'],
  [700, 'سبعمئة سبعمائة'],
  [800, 'ثمانمئة ثمانمائة ثمانيمائة'],
  [900, 'تسعمئة تسعمائة'],
]

/** Size, then the words for one of it, for two of it (Arabic), and for many that give no number when alone. */
const SCALES: readonly (readonly [bigint, string, string, string])[] = [
  [THOUSAND, 'thousand mille ألف ألفا', 'ألفان ألفين ألفا ألفي', 'thousands آلاف'],
  [MILLION, 'million مليون مليونا', 'مليونان مليونين مليوني', 'millions ملايين'],
  [MILLIARD, 'milliard مليار مليارا بليون', 'ملياران مليارين ملياري', 'milliards مليارات بلايين'],
  [MILLIARD, 'billion', '', 'billions'],
  [TRILLION, 'trillion تريليون', '', 'trillions تريليونات'],
]

/** Round numbers that are nouns, then their plural, which gives no number when alone. */
const COLLECTIVES: readonly (readonly [bigint, string, string])[] = [
  [10n, 'dizaine', 'dizaines عشرات'],
  [12n, 'douzaine dozen', 'douzaines dozens'],
  [15n, 'quinzaine', 'quinzaines'],
  [20n, 'vingtaine', ''],
  [30n, 'trentaine', ''],
  [40n, 'quarantaine', ''],
  [50n, 'cinquantaine', ''],
  [60n, 'soixantaine', ''],
  [100n, 'centaine', 'centaines hundreds مئات مئآت'],
  [THOUSAND, 'millier', 'milliers'],
]

function folded(words: string): string[] {
  return tokensOf(words).map((token) => token.text)
}

function table(): Map<string, NumberWord> {
  const words = new Map<string, NumberWord>()
  const put = (text: string, word: NumberWord) => {
    for (const each of folded(text)) if (!words.has(each)) words.set(each, word)
  }
  for (const [value, text] of UNITS) put(text, { kind: 'unit', value: BigInt(value) })
  put('un une a an', { kind: 'unit', value: 1n, article: true })
  put('hundred cent cents مئة مائة', { kind: 'hundred' })
  put('half demi نصف', { kind: 'half' })
  for (const [value, one, two, many] of SCALES) {
    const billion = one === 'billion' ? { billion: true as const } : {}
    put(one, { kind: 'scale', value, times: 1n, many: false, ...billion })
    put(two, { kind: 'scale', value, times: 2n, many: false })
    put(many, { kind: 'scale', value, times: 1n, many: true, ...billion })
  }
  for (const [value, one, many] of COLLECTIVES) {
    put(one, { kind: 'collective', value, many: false })
    put(many, { kind: 'collective', value, many: true })
  }
  return words
}

/** Words of numbers in English, French and Arabic, folded. */
export const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = table()

/** Short forms of sizes after digits. A sure one needs no currency beside it; the others could be a unit or another size. */
export const ABBREVIATIONS: ReadonlyMap<string, { value: bigint; sure: boolean }> = new Map([
  ['k', { value: THOUSAND, sure: false }],
  ['m', { value: MILLION, sure: false }],
  ['mn', { value: MILLION, sure: true }],
  ['mln', { value: MILLION, sure: true }],
  ['mio', { value: MILLION, sure: true }],
  ['mm', { value: MILLIARD, sure: false }],
  ['md', { value: MILLIARD, sure: true }],
  ['mds', { value: MILLIARD, sure: true }],
  ['mrd', { value: MILLIARD, sure: true }],
  ['mrds', { value: MILLIARD, sure: true }],
  ['b', { value: MILLIARD, sure: false }],
  ['tn', { value: TRILLION, sure: true }],
  ['bn', { value: MILLIARD, sure: true }],
])
