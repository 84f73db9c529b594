import { csvField, type Delimiter, guardFormula } from '@/lib/domain/csv'
import { type ColumnKind, type FileCell, type FileTable, holdsWords } from './table'

/** How a CSV file helps a spreadsheet of a language. */
export type Dialect = 'fr' | 'en' | null

const CRLF = '\r\n'
const BOM = '\uFEFF'

function field(kind: ColumnKind, value: FileCell, dialect: Dialect, delimiter: Delimiter): string {
  if (value === null) return ''
  const guarded = holdsWords(kind) ? guardFormula(value) : value
  const local = kind === 'decimal' && dialect === 'fr' ? guarded.replace('.', ',') : guarded
  return csvField(local, delimiter)
}

/** A table as RFC 4180 writes it, line by line; the head is `heads`, or the names of the columns. */
export async function* csvOf(
  { columns, rows }: FileTable,
  dialect: Dialect,
  heads: 'names' | 'labels',
): AsyncGenerator<string> {
  const delimiter = dialect === 'fr' ? ';' : ','
  const names = columns.map((column) => (heads === 'names' ? column.name : column.label))
  const head = names.map((name) => csvField(guardFormula(name), delimiter))
  yield (dialect ? BOM : '') + head.join(delimiter) + CRLF
  for await (const row of rows) {
    const cells = columns.map(({ kind }, index) =>
      field(kind, row[index] ?? null, dialect, delimiter),
    )
    yield cells.join(delimiter) + CRLF
  }
}
