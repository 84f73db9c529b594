import type { Refusal } from '@/lib/data/plans/refusal'
import { IMPORT_COLUMNS, type ImportKind, REQUIRED_COLUMNS } from '@/lib/schemas/import'
import { nearest } from '@/lib/schemas/nearest'

function refuseColumn(column: string, code: string, values: Record<string, string>): Refusal {
  return { line: 1, column, value: column, reason: { code, values } }
}

/** The columns of a file that a kind does not know, that stand there twice, or that it lacks. */
export function checkColumns(kind: ImportKind, columns: readonly string[]): Refusal[] {
  const known = IMPORT_COLUMNS[kind]
  const unknown = columns
    .filter((column) => !known.includes(column))
    .map((column) => {
      const near = nearest(column, known)
      return near
        ? refuseColumn(column, 'column_unknown_near', { given: column, nearest: near })
        : refuseColumn(column, 'column_unknown', { given: column })
    })
  const twice = columns
    .filter((column, index) => known.includes(column) && columns.indexOf(column) !== index)
    .map((column) => refuseColumn(column, 'column_twice', { given: column }))
  const missing = REQUIRED_COLUMNS[kind]
    .filter((column) => !columns.includes(column))
    .map((column) => refuseColumn(column, 'column_missing', { given: column }))
  return [...unknown, ...twice, ...missing]
}
