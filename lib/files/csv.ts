import { Readable } from 'node:stream'
import { csvField, type Delimiter, guardFormula } from '@/lib/domain/csv'
import { type FileColumn, type FileRow, type FileTable, holdsWords } from './table'

const BOM = '\uFEFF'

/** How a reader's spreadsheet takes a CSV file. */
export interface CsvStyle {
  delimiter: Delimiter
  decimalComma: boolean
  /** Tells Excel that the text is UTF-8. */
  mark: boolean
}

/** The lines of a CSV file: its head with the words that readers see, and a row; words are guarded against formulas. */
export function csvWriter(
  columns: readonly FileColumn[],
  { delimiter, decimalComma, mark }: CsvStyle,
): { head: string; line: (row: FileRow) => string } {
  const joined = (cells: readonly string[]) =>
    `${cells.map((cell) => csvField(cell, delimiter)).join(delimiter)}\r\n`
  return {
    head: `${mark ? BOM : ''}${joined(columns.map(({ label }) => guardFormula(label)))}`,
    line: (row) =>
      joined(
        columns.map(({ kind }, index) => {
          const cell = row[index] ?? ''
          if (holdsWords(kind)) return guardFormula(cell)
          return kind === 'decimal' && decimalComma ? cell.replace('.', ',') : cell
        }),
      ),
  }
}

const CHUNK = 64 * 1024

async function* chunksOf({ columns, rows }: FileTable, style: CsvStyle): AsyncGenerator<Buffer> {
  const { head, line } = csvWriter(columns, style)
  let text = head
  for await (const row of rows) {
    text += line(row)
    if (text.length < CHUNK) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
}

/** The bytes of a table as a CSV file, RFC 4180, as the rows come and as the reader takes them. */
export function csvOf(table: FileTable, style: CsvStyle): Readable {
  return Readable.from(chunksOf(table, style), { objectMode: false })
}
