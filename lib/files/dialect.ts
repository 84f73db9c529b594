/** How a file of rows is read. */
export interface Dialect {
  format: 'csv' | 'xlsx'
  /** Null for a workbook. */
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | null
  /** Null for a workbook. */
  delimiter: ',' | ';' | '\t' | '|' | null
  /** Name of the sheet; null for a CSV file. */
  sheet: string | null
  /** The line of the file, or the row of the sheet, on which the names of the columns stand; the first that is not blank from there on. */
  headerRow: number
  /** How decimals are written in texts. */
  decimal: '.' | ','
}

/** A file that cannot be read at all; `code` is a key of the `errors` messages. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: string,
    readonly values?: Record<string, string | number>,
  ) {
    super(`unreadable: ${code}`)
  }
}
