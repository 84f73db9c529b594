import { CsvError, parse } from 'csv-parse/sync'
import type { FileRow, Refusal } from '@/lib/data/plans/refusal'
import { unguardFormula } from '@/lib/domain/csv'

const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const [LF, CR] = [0x0a, 0x0d]

/** What a file holds: its columns and rows, or why it cannot be read at all. */
export interface CsvFile {
  /** Lines of data, those refused included. */
  read: number
  columns: string[]
  rows: FileRow[]
  refused: Refusal[]
}

interface RawRecord {
  record: string[]
  info: { bytes: number }
}

function isBreak(byte: number | undefined): boolean {
  return byte === LF || byte === CR
}

/** Offsets just after each line break: LF, CR LF or CR, also within quotes. */
function lineStarts(bytes: Buffer): number[] {
  const starts = [0]
  for (let i = 0; i < bytes.length; i += 1) {
    const crlf = bytes[i] === CR && bytes[i + 1] === LF
    if (isBreak(bytes[i]) && !crlf) starts.push(i + 1)
  }
  return starts
}

/** The line, from 1, on which an offset lies. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}

/** The offset of the first byte that no UTF-8 text holds, a NUL included; null when there is none. */
function firstBadByte(bytes: Buffer): number | null {
  const nul = bytes.indexOf(0)
  const decodes = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
      return true
    } catch {
      return false // the decoder's way of saying no
    }
  }
  const cut = !decodes(bytes.length)
  if (!cut && nul < 0) return endsInside(bytes) ? bytes.length - 1 : null
  let [good, bad] = [0, bytes.length]
  while (cut && bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(middle)) good = middle
    else bad = middle
  }
  const invalid = cut ? bad - 1 : bytes.length
  return nul < 0 ? invalid : Math.min(nul, invalid)
}

// A stream may stop inside a character, a file may not.
function endsInside(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return false
  } catch {
    return true // the decoder's way of saying yes
  }
}

/** The separator that the header uses: names of columns hold neither. */
function delimiterOf(bytes: Buffer): ',' | ';' {
  const end = bytes.findIndex((byte) => isBreak(byte))
  const header = bytes.subarray(0, end < 0 ? bytes.length : end).toString()
  return header.split(';').length > header.split(',').length ? ';' : ','
}

// The parser takes a quote inside a field as text, as in 37° 36' 37.8"; at its beginning it must be one of a pair.
function quotesMatch(record: string, delimiter: string): boolean {
  const field = new RegExp(
    `(?:"(?:[^"]|"")*"|(?!\\s*")[^${delimiter}\\r\\n]*)(?:${delimiter}|[\\r\\n]*$)`,
    'y',
  )
  while (field.lastIndex < record.length) if (!field.test(record)) return false
  return true
}

function fileRefusal(line: number, code: string): CsvFile {
  return {
    read: 0,
    columns: [],
    rows: [],
    refused: [{ line, column: '', value: '', reason: { code } }],
  }
}

/** Reads a CSV file: comma or semicolon, with a BOM or not, any line ends; each row knows the line on which it starts (contract, section 5). */
export function readCsv(bytes: Buffer): CsvFile {
  const starts = lineStarts(bytes)
  const bad = firstBadByte(bytes)
  if (bad !== null)
    return fileRefusal(lineAt(starts, bad), bytes[bad] === 0 ? 'csv_nul' : 'csv_not_utf8')
  const records: RawRecord[] = []
  const body = bytes.subarray(0, 3).equals(BOM) ? bytes.subarray(3) : bytes
  const offset = bytes.length - body.length
  const delimiter = delimiterOf(body)
  try {
    parse(body, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      on_record: (entry: unknown) => {
        records.push(entry as RawRecord) // the shape that `info` gives
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return fileRefusal(
      lineAt(starts, startOf(bytes, offset + (records.at(-1)?.info.bytes ?? 0))),
      'csv_quotes',
    )
  }
  let from = offset
  const located: { line: number; fields: string[] }[] = []
  for (const { record, info } of records) {
    const start = startOf(bytes, from)
    const line = lineAt(starts, start)
    from = offset + info.bytes
    const suspect = record.some((field) => field.trimStart().startsWith('"'))
    if (suspect && !quotesMatch(bytes.toString('utf8', start, from), delimiter))
      return fileRefusal(line, 'csv_quotes')
    located.push({ line, fields: record.map(unguardFormula) })
  }
  const [header, ...rows] = located
  return header ? named(header.fields, rows) : fileRefusal(1, 'csv_empty')
}

// Blank lines before a record belong to no record.
function startOf(bytes: Buffer, offset: number): number {
  let start = offset
  while (start < bytes.length - 1 && isBreak(bytes[start])) start += 1
  return start
}

function named(header: string[], rows: { line: number; fields: string[] }[]): CsvFile {
  const columns = header.map((name) => name.trim())
  const refused = rows
    .filter(({ fields }) => fields.length !== columns.length)
    .map(({ line, fields }) => ({
      line,
      column: '',
      value: String(fields.length),
      reason: { code: 'csv_ragged', values: { expected: columns.length, found: fields.length } },
    }))
  return {
    read: rows.length,
    columns,
    rows: rows
      .filter(({ fields }) => fields.length === columns.length)
      .map(({ line, fields }) => ({
        line,
        cells: Object.fromEntries(columns.map((column, i) => [column, fields[i] ?? ''])),
      })),
    refused,
  }
}
