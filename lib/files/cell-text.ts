import type { StringTable } from './string-table'
import type { NumberStyle, Workbook } from './workbook'

const DAY_MS = 86_400_000
// Day 1 is 1 January 1900, and Excel counts a 29 February 1900 that never was.
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const BEFORE_LEAP = 61
const SIGNIFICANT = 15
/** Most numbers are whole and short, and are shown as they stand. */
const PLAIN = /^-?(?:0|[1-9]\d{0,14})$/

/** What separates decimals; null shows none of them, while it is still being guessed how the texts of a file do. */
export type Decimal = '.' | ',' | null

/** A number without what binary fractions add to it, and never with an exponent; `decimal` separates its decimals. */
export function plainNumber(text: string, decimal: Decimal): string {
  if (PLAIN.test(text)) return text
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text
  const rounded = decimal === null ? Math.trunc(number) : Number(number.toPrecision(SIGNIFICANT))
  const shown = String(rounded)
  const plain = shown.includes('e')
    ? Math.abs(rounded) >= 1
      ? BigInt(rounded).toString()
      : rounded.toFixed(20).replace(/0+$/, '')
    : shown
  return decimal === ',' ? plain.replace('.', ',') : plain
}

/** The day of a serial number as YYYY-MM-DD, the time of day left out; null for a mere time. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial)
  if (day < 1 && !from1904) return null
  const shifted = !from1904 && day < BEFORE_LEAP - 1 ? day + 1 : day
  const date = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + shifted * DAY_MS)
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999
    ? null
    : date.toISOString().slice(0, 10)
}

/** A cell of a sheet as its parts say it. */
export interface RawCell {
  /** The `t` of the cell: s, inlineStr, str, b, e, d or n. */
  type: string
  style: number
  value: string
}

function styled(text: string, style: NumberStyle, from1904: boolean, decimal: Decimal): string {
  if (style === 'date') return dayOfSerial(Number(text), from1904) ?? plainNumber(text, decimal)
  if (style === 'percent') return `${plainNumber(String(Number(text) * 100), decimal)} %`
  return plainNumber(text, decimal)
}

/** What a cell says as text: days as ISO 8601, numbers plain, the last result of a formula, nothing for an error. */
export function cellText(
  { type, style, value }: RawCell,
  { styles, from1904 }: Pick<Workbook, 'styles' | 'from1904'>,
  strings: StringTable,
  decimal: Decimal,
): string {
  if (value === '') return ''
  if (type === 's') return strings.at(Number(value))
  if (type === 'inlineStr' || type === 'str') return value
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  if (type === 'd') return value.slice(0, 10)
  return styled(value, styles[style] ?? 'number', from1904, decimal)
}
