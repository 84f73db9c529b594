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
/** No sheet has more columns; a name of more letters names none. */
const MOST_COLUMNS = 16_384

/** The column of a cell's name such as AB12, from 0; null when it names none. Read letter by letter: a sheet asks millions of times. */
export function columnOf(name: string): number | null {
  let column = 0
  for (let at = 0; at < name.length; at += 1) {
    const letter = name.charCodeAt(at) - A
    if (letter < 0 || letter >= LETTERS) break
    column = column * LETTERS + letter + 1
    if (column > MOST_COLUMNS) return null
  }
  return column === 0 ? null : column - 1
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
