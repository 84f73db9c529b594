import { isIsoDate } from '@/lib/domain/iso-date'
import type { ColumnKind, FileCell, FileColumn, FileTable } from './table'
import { STYLES } from './xlsx-parts'
import { xmlText } from './xml'

/** A worksheet holds this many rows, its head among them. */
export const MOST_SHEET_ROWS = 1_048_576
/** A cell of a worksheet holds a text of this many characters. */
export const MOST_CELL_TEXT = 32_767
// A spreadsheet keeps fifteen digits of a number; one with more stays a text, and so stays exact.
const MOST_DIGITS = 15
const NUMBER = /^-?\d+(\.\d+)?$/
const CHUNK = 64 * 1024
const DAY_MS = 86_400_000
const DAY_ZERO = Date.UTC(1899, 11, 30)
// The first day after the 29 February 1900 that spreadsheets believe in.
const FIRST_DAY = '1900-03-01'
const FORMULA = /^[=+\-@\t\r']/
const HALF_PAIR = /[\ud800-\udbff]$/
const WIDTHS: Partial<Record<ColumnKind, number>> = { text: 40, url: 32, instant: 26 }
const USUAL_WIDTH = 15

/** A table that does not fit into a worksheet. */
export class SheetTooLong extends Error {}

/** The letters of a column: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (index % 26))
}

/** Whether a text does not fit into a cell, which then holds its beginning and an ellipsis. */
export function isTooLong(text: FileCell): boolean {
  return text !== null && text.length > MOST_CELL_TEXT
}

function textCell(at: string, text: string): string {
  const shown = isTooLong(text)
    ? `${text.slice(0, MOST_CELL_TEXT - 1).replace(HALF_PAIR, '')}…`
    : text
  const style = FORMULA.test(text) ? STYLES.guarded : STYLES.text
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(shown)}</t></is></c>`
}

/** One cell by what its column holds: a number, a day, a truth or a text; never a formula. */
export function cellXml(at: string, kind: ColumnKind, value: FileCell): string {
  if (value === null || value === '') return ''
  if ((kind === 'integer' || kind === 'decimal') && NUMBER.test(value)) {
    const digits = value.replace(/\D/g, '').replace(/^0+/, '')
    const style = kind === 'integer' ? STYLES.integer : STYLES.decimal
    if (digits.length <= MOST_DIGITS) return `<c r="${at}" s="${style}"><v>${value}</v></c>`
  }
  if ((kind === 'date' || kind === 'period') && isIsoDate(value) && value >= FIRST_DAY) {
    const serial = (Date.parse(value) - DAY_ZERO) / DAY_MS
    return `<c r="${at}" s="${STYLES.day}"><v>${serial}</v></c>`
  }
  if (kind === 'boolean') return `<c r="${at}" t="b"><v>${value.startsWith('t') ? 1 : 0}</v></c>`
  return textCell(at, value)
}

function headXml(columns: readonly FileColumn[]): string {
  const cells = columns.map(
    ({ label }, index) =>
      `<c r="${columnName(index)}1" s="${STYLES.head}" t="inlineStr"><is><t xml:space="preserve">${xmlText(label)}</t></is></c>`,
  )
  return `<row r="1">${cells.join('')}</row>`
}

/**
 * The XML of a worksheet as its rows come: a head that stays in sight and filters the columns, typed cells, read from the
 * right where `rightToLeft`. `counted` is told how many rows there were. Throws SheetTooLong.
 */
export async function* sheetXml(
  { columns, rows }: FileTable,
  rightToLeft: boolean,
  counted: (rows: number) => void,
): AsyncGenerator<string> {
  const widths = columns.map(
    ({ kind }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${WIDTHS[kind] ?? USUAL_WIDTH}" customWidth="1"/>`,
  )
  let chunk = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${headXml(columns)}`
  const names = columns.map((_, index) => columnName(index))
  let number = 1
  for await (const row of rows) {
    number += 1
    if (number > MOST_SHEET_ROWS) throw new SheetTooLong()
    const cells = columns.map(({ kind }, index) =>
      cellXml(`${names[index]}${number}`, kind, row[index] ?? null),
    )
    chunk += `<row r="${number}">${cells.join('')}</row>`
    if (chunk.length > CHUNK) {
      yield chunk
      chunk = ''
    }
  }
  counted(number - 1)
  const last = names.at(-1) ?? 'A'
  yield `${chunk}</sheetData><autoFilter ref="A1:${last}${number}"/></worksheet>`
}
