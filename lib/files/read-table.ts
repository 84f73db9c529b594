import type { Decimal } from './cell-text'
import { csvRows } from './csv-rows'
import { type Dialect, UnreadableFile } from './dialect'
import { isData } from './guess-header'
import { type Merge, mergesOf } from './merged-cells'
import { sheetRows, type TableRow } from './sheet-rows'
import { unzip } from './unzip'
import { readWorkbook } from './workbook'

export type { TableRow }

/** A file as its columns' names and the rows under them, which come as they are read. */
export interface Table {
  header: string[]
  rows: AsyncIterable<TableRow>
}

/** A dialect whose decimals may still have to be guessed. */
type AnyDialect = Omit<Dialect, 'decimal'> & { decimal: Decimal }

async function* workbookRows(file: string, { sheet, decimal }: AnyDialect) {
  const zip = await unzip(file)
  try {
    const workbook = await readWorkbook(zip)
    const part = workbook.sheets.find(({ name }) => name === sheet) ?? workbook.sheets[0]
    if (!part) throw new UnreadableFile('file_no_workbook')
    yield* sheetRows(zip, workbook, part, decimal)
  } finally {
    zip.close()
  }
}

/** Every row of a file that says anything, whatever it is. Throws UnreadableFile. */
export function allRows(file: string, dialect: AnyDialect): AsyncGenerator<TableRow> {
  return dialect.format === 'csv' ? csvRows(file, dialect) : workbookRows(file, dialect)
}

async function headMerges(file: string, { sheet, headerRow }: Dialect): Promise<Merge[]> {
  const zip = await unzip(file)
  try {
    const { sheets } = await readWorkbook(zip)
    const part = sheets.find(({ name }) => name === sheet) ?? sheets[0]
    return part ? await mergesOf(zip, part, headerRow + 1) : []
  } finally {
    zip.close()
  }
}

/** The names of columns under merged cells: the text stands over each of them, and a second row of names follows it. */
function mergedHeader(first: TableRow, second: TableRow | undefined, merges: readonly Merge[]) {
  const all = Math.max(first.fields.length, second?.fields.length ?? 0)
  // What spans the whole table is its title.
  const over = merges.filter(
    ({ top, bottom, left, right }) =>
      top <= first.line && first.line <= bottom && right - left + 1 < all,
  )
  const names = [...first.fields]
  for (const { left, right } of over)
    for (let column = left; column <= right; column += 1) names[column] = first.fields[left] ?? ''
  const wide = over.filter(({ left, right, bottom }) => right > left && bottom === first.line)
  // Under a name of two columns may stand more names, or the first row already.
  const named = second?.line === first.line + 1 && !second.fields.some(isData)
  if (wide.length === 0 || !second || !named)
    return { header: names.map((name) => name ?? ''), rows: 1 }
  const width = Math.max(names.length, second.fields.length)
  const header = Array.from({ length: width }, (_, column) => {
    const parts = [names[column] ?? '', second.fields[column] ?? ''].map((part) => part.trim())
    return [...new Set(parts.filter((part) => part !== ''))].join(' / ')
  })
  return { header, rows: 2 }
}

/** Reads a file as its dialect says; its rows stream, so a file of any length takes little memory. Throws UnreadableFile. */
export async function readTable(file: string, dialect: Dialect): Promise<Table> {
  const merges = dialect.format === 'xlsx' ? await headMerges(file, dialect) : []
  const rows = allRows(file, dialect)
  const early: TableRow[] = []
  for (let found = 0; found < 2; ) {
    const next = await rows.next()
    if (next.done) break
    if (next.value.line < dialect.headerRow) continue
    early.push(next.value)
    found += 1
  }
  const [first, second] = early
  if (!first) {
    await rows.return(undefined)
    return { header: [], rows: (async function* () {})() }
  }
  const { header, rows: taken } = mergedHeader(first, second, merges)
  return {
    header,
    rows: (async function* () {
      yield* early.slice(taken)
      yield* rows
    })(),
  }
}
