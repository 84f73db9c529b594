import type { IsoDate } from '@/lib/domain/types'
import { IMPORT_COLUMNS, type ImportKind } from '@/lib/schemas/import'

/** One line of an import file: every column of its kind, empty where there is nothing. */
export type Row = Record<string, string>

/** A line and the day somebody could first have typed it in. */
export interface Known {
  kind: ImportKind
  on: IsoDate
  row: Row
}

/** A whole line from the columns that hold something; a column of another kind is a mistake. */
export function rowOf(kind: ImportKind, filled: Row): Row {
  for (const column of Object.keys(filled)) {
    if (!IMPORT_COLUMNS[kind].includes(column)) {
      throw new RangeError(`${kind} have no column ${column}`)
    }
  }
  return Object.fromEntries(IMPORT_COLUMNS[kind].map((column) => [column, filled[column] ?? '']))
}
