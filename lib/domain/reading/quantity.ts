import {
  type CountedValue,
  type LiteralProblem,
  type Parsed,
  parseCount,
  parseQuantity,
  printCount,
  printQuantityLiteral,
  type Unit,
} from '@/lib/domain/literal'
import { HOME_CURRENCY, isCurrency, minorDigits } from '@/lib/domain/money'
import { targetOf } from '@/lib/domain/quantity'
import { compare, rational } from '@/lib/domain/rational'
import type { Quantity, Rational } from '@/lib/domain/types'
import type { Mention } from './mention'
import { type Parts, partsOf } from './mentions'
import { FRACTIONS, NEGATIONS } from './noun-words'
import { fragment } from './number'
import { isOneOf } from './phrases'
import {
  type CountReading,
  type Doubt,
  distinct,
  doubt,
  type QuantityReading,
  type Unread,
} from './reading'

/** What a field asks for: persons, or money with the currency that stands beside the field, if one does. */
export type Asked = { unit: 'persons' } | { unit: 'money'; currency?: string }

const MANY_PERSONS = rational(5_000_000n)
const MUCH_MONEY = rational(1_000_000_000_000n)
const EARLY_YEAR = rational(1950n)
const LATE_YEAR = rational(2060n)
const MOST_LOOKED_BACK = 6
const LONGEST_SHORT = 2
const MOST_FRACTION = 3
const SIGNS: Readonly<Record<string, string>> = {
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
  approx: '~',
}

/** A decimal number as literals write it; the denominators read here divide a power of ten. */
function decimalText({ num, den }: Rational): string {
  let [digits, scale] = [0, 1n]
  while (scale % den !== 0n) [digits, scale] = [digits + 1, scale * 10n]
  const text = (num * (scale / den)).toString().padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

function literalOf(mention: Mention, low: Rational): string {
  const minus = mention.negative ? '-' : ''
  if (mention.high) return `${minus}${decimalText(low)}..${decimalText(mention.high)}`
  return `${SIGNS[mention.comparator] ?? ''}${minus}${decimalText(low)}`
}

/** The currency in which a mention of money is read: its own, the field's, or the dirham. */
export function currencyOf(mention: Mention, beside: string | undefined): string {
  return mention.currency?.code ?? beside ?? HOME_CURRENCY
}

function unitOf(mention: Mention, asked: Asked): Unit {
  return asked.unit === 'persons' ? 'persons' : { currency: currencyOf(mention, asked.currency) }
}

// "1.500" persons can only be 1,500; of money, or before a size, either is possible.
function separatorDoubt(mention: Mention, asked: Asked): Doubt[] {
  const { low, other, scaled } = mention
  if (!other || !low || (asked.unit === 'persons' && !scaled)) return []
  const read = chosenLow(mention, unitOf(mention, asked))
  const unchosen = read === other ? low : other
  return [
    doubt('ambiguous_separator', { read: decimalText(read ?? low), other: decimalText(unchosen) }),
  ]
}

function currencyDoubt(mention: Mention, asked: Asked): Doubt[] {
  if (asked.unit === 'persons') return []
  const stated = mention.currency?.code
  if (stated && asked.currency && stated !== asked.currency)
    return [doubt('currency_differs', { stated, expected: asked.currency })]
  const assumed = !stated && !asked.currency
  return assumed ? [doubt('currency_assumed', { currency: HOME_CURRENCY })] : []
}

function sizeDoubt(mention: Mention, asked: Asked): Doubt[] {
  const value = mention.high ?? chosenLow(mention, unitOf(mention, asked))
  const limit = asked.unit === 'persons' ? MANY_PERSONS : MUCH_MONEY
  return value && compare(value, limit) > 0 ? [doubt('very_large')] : []
}

function yearDoubt(mention: Mention, parts: Parts): Doubt[] {
  const token = parts.tokens[mention.number]
  const bare =
    mention.comparator === 'eq' &&
    mention.noun.kind === 'none' &&
    !mention.currency &&
    !mention.scaled
  if (!bare || token?.kind !== 'digits' || !token.plain || !mention.low) return []
  const year = compare(mention.low, EARLY_YEAR) >= 0 && compare(mention.low, LATE_YEAR) <= 0
  return year ? [doubt('looks_like_year')] : []
}

function nounDoubt(mention: Mention, asked: Asked): Doubt[] {
  const { kind, scope, word } = mention.noun
  // A letter or two after a number may be a size or a unit.
  const short = word !== '' && word.length <= LONGEST_SHORT && word < '\u0600'
  if (short || (kind === 'unknown' && !mention.currency))
    return [doubt('other_words', { text: word })]
  if (asked.unit === 'money') return []
  const indirect = scope !== 'direct' && scope !== 'unspecified'
  return indirect ? [doubt('scope_not_direct', { scope })] : []
}

function negationDoubt(mention: Mention, parts: Parts): Doubt[] {
  const from = Math.max(0, mention.start - MOST_LOOKED_BACK)
  const before = parts.tokens.slice(from, mention.start)
  const sentence = parts.tokens[mention.start]?.sentence
  const found = before.find((token) => token.sentence === sentence && isOneOf(NEGATIONS, token))
  return found ? [doubt('negation', { text: parts.text.slice(found.start, found.end) })] : []
}

function fractionDoubt(mention: Mention, parts: Parts): Doubt[] {
  const near = parts.tokens.slice(Math.max(0, mention.start - MOST_FRACTION), mention.start)
  const found = near.find((token) => isOneOf(FRACTIONS, token))
  return found ? [doubt('other_words', { text: parts.text.slice(found.start, found.end) })] : []
}

/** Every doubt about one mention read as what is asked for. */
export function doubtsOf(mention: Mention, parts: Parts, asked: Asked): Doubt[] {
  return distinct([
    ...mention.doubts,
    ...separatorDoubt(mention, asked),
    ...currencyDoubt(mention, asked),
    ...sizeDoubt(mention, asked),
    ...yearDoubt(mention, parts),
    ...nounDoubt(mention, asked),
    ...negationDoubt(mention, parts),
    ...fractionDoubt(mention, parts),
  ])
}

function unread(parts: Parts, code: string, at?: Mention, values?: Unread['values']): Unread {
  const start = at ? (parts.tokens[at.start]?.start ?? 0) : 0
  const end = at ? (parts.tokens[at.end - 1]?.end ?? 0) : parts.text.length
  return { ok: false, code, ...(values ? { values } : {}), start, end }
}

// A lone separator groups, unless the currency has three decimals or the number would be beyond all likelihood.
function chosenLow({ low, other, scaled }: Mention, unit: Unit): Rational | null {
  if (!low || !other) return low
  if (!scaled) return unit !== 'persons' && minorDigits(unit.currency) >= 3 ? other : low
  return compare(low, unit === 'persons' ? MANY_PERSONS : MUCH_MONEY) > 0 ? other : low
}

type Reader<T> = (literal: string, unit: Unit) => Parsed<T>

interface MentionRead<T> {
  ok: true
  value: T
  unit: Unit
}

function refused(parts: Parts, mention: Mention, found: LiteralProblem): Unread {
  return unread(parts, found.code, mention, found.values)
}

function valueRead<T>(
  mention: Mention,
  parts: Parts,
  asked: Asked,
  read: Reader<T>,
): MentionRead<T> | Unread {
  if (mention.problem) return unread(parts, mention.problem, mention)
  if (asked.unit === 'money' && mention.currency?.code === null)
    return unread(parts, 'currency_ambiguous', mention)
  const unit = unitOf(mention, asked)
  if (unit !== 'persons' && !isCurrency(unit.currency))
    return unread(parts, 'currency_unknown', mention, { given: unit.currency })
  const low = chosenLow(mention, unit)
  if (!low) return unread(parts, 'number_unclear', mention)
  const result = read(literalOf(mention, low), unit)
  return result.ok ? { ok: true, value: result.value, unit } : refused(parts, mention, result)
}

function rank(mention: Mention, asked: Asked): number {
  const { kind } = mention.noun
  const named = kind === 'jobs' || kind === 'people'
  if (mention.percent || kind === 'other') return 0
  if (asked.unit === 'persons') {
    if (mention.currency) return 0
    return named ? 3 : 2
  }
  if (mention.currency) return mention.currency.code === asked.currency ? 4 : 3
  if (named) return 0
  return mention.scaled ? 2 : 1
}

function why(numbers: readonly Mention[], asked: Asked): string {
  if (asked.unit === 'persons' && numbers.some((mention) => mention.currency))
    return 'money_not_persons'
  const people = numbers.some(({ noun }) => noun.kind === 'jobs' || noun.kind === 'people')
  if (asked.unit === 'money' && people) return 'persons_not_money'
  return numbers.length > 0 ? 'other_unit' : 'no_number'
}

interface Chosen {
  mention: Mention
  doubts: Doubt[]
}

function sameValue(a: Mention, b: Mention): boolean {
  if (!a.low || !b.low || a.comparator !== b.comparator) return false
  const high = a.high && b.high ? compare(a.high, b.high) === 0 : a.high === b.high
  return compare(a.low, b.low) === 0 && high && a.currency?.code === b.currency?.code
}

// One number of the kind asked for, the best named; any other that could be meant is a doubt.
function choose(parts: Parts, asked: Asked): Chosen | Unread {
  const ranked = parts.numbers
    .map((mention) => ({ mention, rank: rank(mention, asked) }))
    .filter((item) => item.rank > 0)
  const best = ranked.reduce<(typeof ranked)[number] | null>(
    (top, item) => (top && top.rank >= item.rank ? top : item),
    null,
  )
  if (!best) return unread(parts, why(parts.numbers, asked), parts.numbers[0])
  const { mention } = best
  const others = ranked.filter(
    (item) => item.mention !== mention && !sameValue(item.mention, mention),
  )
  const text =
    others[0] && fragment(parts.text, parts.tokens, others[0].mention.start, others[0].mention.end)
  return { mention, doubts: text ? [doubt('two_numbers', { other: text })] : [] }
}

function readAs<T>(text: string, asked: Asked, read: Reader<T>) {
  const parts = partsOf(text)
  const chosen = choose(parts, asked)
  if (!('mention' in chosen)) return chosen
  return readMention(chosen.mention, parts, asked, read, chosen.doubts)
}

function readMention<T>(
  mention: Mention,
  parts: Parts,
  asked: Asked,
  read: Reader<T>,
  more: readonly Doubt[] = [],
) {
  const result = valueRead(mention, parts, asked, read)
  if (!result.ok) return result
  return {
    ...result,
    currency: result.unit === 'persons' ? null : result.unit.currency,
    doubts: distinct([...doubtsOf(mention, parts, asked), ...more]),
    start: parts.tokens[mention.start]?.start ?? 0,
    end: parts.tokens[mention.end - 1]?.end ?? 0,
  }
}

function asQuantity(result: ReturnType<typeof readMention<Quantity>>): QuantityReading | Unread {
  if (!result.ok) return result
  const { value: quantity, unit, ...rest } = result
  return {
    ...rest,
    quantity,
    literal: printQuantityLiteral(quantity, unit),
    counts: targetOf(quantity),
  }
}

function countReader(negative: boolean): Reader<CountedValue> {
  return (literal, unit) => parseCount(literal, unit, { negative })
}

function asCount(result: ReturnType<typeof readMention<CountedValue>>): CountReading | Unread {
  if (!result.ok) return result
  const { value, unit, ...rest } = result
  return { ...rest, ...value, literal: printCount(value, unit) }
}

/** One mention of a text as a promised quantity. */
export function mentionQuantity(
  mention: Mention,
  parts: Parts,
  asked: Asked,
): QuantityReading | Unread {
  return asQuantity(readMention(mention, parts, asked, parseQuantity))
}

/** One mention of a text as a counted number. */
export function mentionCount(mention: Mention, parts: Parts, asked: Asked): CountReading | Unread {
  return asCount(readMention(mention, parts, asked, countReader(false)))
}

/** A promised quantity as people write it in English, French or Arabic ("plus de 50 MDH", "two thousand jobs", "أكثر من 50 مليون درهم") or as a canonical literal: persons, or minor units with the currency understood; doubts where it could be meant otherwise, else the problem and its place (method, section 2). */
export function readQuantity(text: string, asked: Asked): QuantityReading | Unread {
  return asQuantity(readAs(text, asked, parseQuantity))
}

/** A counted number as people write it: a report's value or a baseline, zero included, in persons or minor units; negative only where `negative` allows it (method, section 5). */
export function readCount(
  text: string,
  asked: Asked,
  { negative = false }: { negative?: boolean } = {},
): CountReading | Unread {
  return asCount(readAs(text, asked, countReader(negative)))
}
