import { csvRows } from './csv-rows'
import { type Dialect, UnreadableFile } from './dialect'
import { type Merge, mergesOf, sheetRows, type TableRow } from './sheet-rows'
import { unzip } from './unzip'
import { readWorkbook } from './workbook'

export type { TableRow }

/** A file as its columns' names and the rows under them, which come as they are read. */
export interface Table {
  header: string[]
  rows: AsyncIterable<TableRow>
}

async function* workbookRows(file: string, { sheet, decimal }: Dialect) {
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
export function allRows(file: string, dialect: Dialect): AsyncGenerator<TableRow> {
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
  const over = merges.filter(({ top, bottom }) => top <= first.line && first.line <= bottom)
  const names = [...first.fields]
  for (const { left, right } of over)
    for (let column = left; column <= right; column += 1) names[column] = first.fields[left] ?? ''
  const wide = over.filter(({ left, right, bottom }) => right > left && bottom === first.line)
  if (wide.length === 0 || !second) return { header: names.map((name) => name ?? ''), rows: 1 }
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
