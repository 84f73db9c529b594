import { cellText, type Decimal, type RawCell } from './cell-text'
import { readStrings } from './string-table'
import type { Unzipped } from './unzip'
import type { SheetPart, Workbook } from './workbook'
import { readXml } from './xml-stream'

/** A row of a file: the line on which it starts, or its number in the sheet, and its texts. */
export interface TableRow {
  line: number
  fields: string[]
}

const A = 'A'.charCodeAt(0)
const LETTERS = 26

/** The column of a cell's name such as AB12, from 0; null when it names none. */
export function columnOf(name: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(name)?.[0]
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - A + 1, 0) - 1
}

/** The rows of a sheet that say anything, in their order. */
export async function* sheetRows(
  zip: Unzipped,
  workbook: Workbook,
  sheet: SheetPart,
  decimal: Decimal,
): AsyncGenerator<TableRow> {
  const strings = await readStrings(zip, workbook.stringsPath)
  let gathered: TableRow[] = []
  let row: TableRow = { line: 0, fields: [] }
  let cell: RawCell | null = null
  let place = 0
  let reads = false
  const listener = {
    open(name: string, attribute: (name: string) => string | undefined) {
      if (name === 'row') {
        row = { line: Number(attribute('r') ?? row.line + 1), fields: [] }
        place = 0
      } else if (name === 'c') {
        place = columnOf(attribute('r') ?? '') ?? place
        cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '' }
      } else if (name === 'v' || name === 't') reads = cell !== null
    },
    text(text: string) {
      if (reads && cell) cell.value += text
    },
    close(name: string) {
      if (name === 'v' || name === 't') reads = false
      else if (name === 'c' && cell) {
        const text = cellText(cell, workbook, strings, decimal)
        while (row.fields.length < place) row.fields.push('')
        row.fields[place] = text
        place += 1
        cell = null
      } else if (name === 'row' && row.fields.some((field) => field.trim() !== ''))
        gathered.push(row)
    },
  }
  for await (const _ of readXml(await zip.open(sheet.path), listener)) {
    yield* gathered
    gathered = []
  }
}
