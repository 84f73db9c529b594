import { csvField, guardFormula } from '@/lib/domain/csv'
import { IMPORT_COLUMNS, type ImportKind } from '@/lib/schemas/import'
import type { Row } from './row'

/** Rows as a file of the import: all columns of the kind, comma, CRLF. */
export function batchCsv(kind: ImportKind, rows: readonly Row[]): string {
  const columns = IMPORT_COLUMNS[kind]
  // A leading minus is a number here, and the import takes the apostrophe off again.
  const lines = rows.map((row) => columns.map((name) => csvField(guardFormula(row[name] ?? ''))))
  return [columns, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')
}
