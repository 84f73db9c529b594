import fc from 'fast-check'
import { addDays } from '@/lib/domain/iso-date'
import { PREPOSITIONS } from '@/lib/domain/types'

const LONGEST_NAME = 30
const SIGNS = [
  '=1+1',
  '-5',
  "'=a",
  "''",
  '"',
  'a,b',
  'a;b',
  'a|b',
  'a\r\nb',
  'a\nb',
  'a\rb',
  '\t',
  ' a ',
  'été',
  'عربي',
  '😀',
  'NULL',
  '_x0041_',
]

/** What people may write: any character but NUL, often one that files trip over; often nothing. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom(...SIGNS) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'binary', maxLength: 6 })
      .map((text) => text.replaceAll('\0', '').toWellFormed()),
  },
)

/** A title: a text that says something. */
export const anyTitle = anyText.map((text) => (text.trim() === '' ? 'T' : text))

/** A name as a member of a list: no sign that separates, no blanks around it. */
export const anyName = anyText.map(
  (text) => text.replaceAll(/[;|]/g, '').trim().slice(0, LONGEST_NAME).toWellFormed() || 'N',
)

/** Names separated as files separate them, none twice. */
export const anyNames = fc.uniqueArray(anyName, { maxLength: 2 }).map((names) => names.join(';'))

const FIRST = '2000-01-01'

/** A day in the span of so many days from 2000 on, later than `after`. */
export function dayUpTo(days: number): fc.Arbitrary<string> {
  return fc.nat({ max: days }).map((count) => addDays(FIRST, count))
}

/** A date as precise as its source: a year, a month or a day, up to the end of 2024. */
export const anyDated = fc
  .tuple(dayUpTo(9000), fc.constantFrom(4, 7, 10))
  .map(([day, length]) => day.slice(0, length))

/** A date or nothing. */
export const maybeDated = fc.oneof(fc.constant(''), anyDated)

/** A deadline in 2026 or later, after everything that begins. */
export const anyDeadline = fc
  .tuple(
    fc.constantFrom(...PREPOSITIONS),
    fc.integer({ min: 2026, max: 2040 }),
    fc.constantFrom('', '-06', '-H1', '-H2', '-03-31'),
  )
  .map(([preposition, year, rest]) =>
    preposition === 'by' && rest === '-03-31'
      ? `${year}${rest}`
      : `${preposition.replace('_', ' ')} ${year}${rest}`,
  )

/** A number of persons or of whole units, from 1. */
const number = fc.integer({ min: 1, max: 99_999 })

/** A promised quantity as its literal, with so many decimals. */
export function anyQuantity(decimals: number): fc.Arbitrary<string> {
  const cents = fc.nat({ max: 10 ** decimals - 1 }).map((part) => {
    const written = String(part).padStart(decimals, '0').replace(/0+$/, '')
    return decimals === 0 || written === '' ? '' : `.${written}`
  })
  return fc
    .tuple(fc.constantFrom('', '>', '>=', '~', '<=', '<', '..'), number, cents)
    .map(([sign, whole, part]) =>
      sign === '..' ? `${whole}${part}..${whole + 1}${part}` : `${sign}${whole}${part}`,
    )
}

/** A counted value as its literal. */
export const anyCount = fc
  .tuple(fc.constantFrom('', '>', '>=', '~'), fc.nat({ max: 99_999 }))
  .map(([sign, value]) => `${sign}${value}`)

/** An address that a source has, one of many. */
export const anyUrl = fc.nat({ max: 999 }).map((page) => `https://example.org/${page}?a=1,2&b="c"`)

/** What a source is cited with. */
export const anySource = fc.record({
  source_url: anyUrl,
  source_publisher: anyText,
  source_date: maybeDated,
})
