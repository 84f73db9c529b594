/** What a column of a file holds; it decides how a spreadsheet is helped to read it, and its datatype in the metadata. */
export type ColumnKind =
  | 'text'
  | 'literal'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'period'
  | 'boolean'
  | 'instant'
  | 'url'

/** A column of a file with the head that a reader sees. */
export interface FileColumn {
  name: string
  kind: ColumnKind
  label: string
}

/** A cell as a CSV file writes it: numbers unformatted with a point, days as ISO 8601; null is absent. */
export type FileCell = string | null

export type FileRow = readonly FileCell[]

/** Rows under their columns, all in memory or as they come. */
export interface FileTable {
  columns: readonly FileColumn[]
  rows: Iterable<FileRow> | AsyncIterable<FileRow>
}

/** Whether people or a source wrote the words of a column, so that a spreadsheet might take them for a formula. */
export function holdsWords(kind: ColumnKind): boolean {
  return kind === 'text' || kind === 'url'
}
