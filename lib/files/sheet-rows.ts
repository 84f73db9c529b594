import { cellText, type RawCell } from './cell-text'
import type { Unzipped } from './unzip'
import type { SheetPart, Workbook } from './workbook'
import { readWholeXml, readXml } from './xml-stream'

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
  decimal: '.' | ',',
): AsyncGenerator<TableRow> {
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
        const text = cellText(cell, workbook, decimal)
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

/** Cells that are merged: from one row and column to another, rows from 1 and columns from 0. */
export interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

/** The merged cells of a sheet in its first rows. */
export async function mergesOf(zip: Unzipped, sheet: SheetPart, rows: number): Promise<Merge[]> {
  const merges: Merge[] = []
  await readWholeXml(await zip.open(sheet.path), {
    open(name, attribute) {
      if (name !== 'mergeCell') return
      const [from = '', to = from] = (attribute('ref') ?? '').split(':')
      const [left, right] = [columnOf(from), columnOf(to)]
      const [top, bottom] = [from, to].map((cell) => Number(/\d+$/.exec(cell)?.[0]))
      if (left === null || right === null || !top || !bottom || top > rows) return
      merges.push({ top, bottom, left, right })
    },
    close: () => {},
    text: () => {},
  })
  return merges
}
