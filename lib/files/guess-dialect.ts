import { open } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { type Dialect, UnreadableFile } from './dialect'
import { guessEncoding } from './guess-encoding'
import { guessDecimal, guessHeaderRow } from './guess-header'
import { allRows } from './read-table'
import type { TableRow } from './sheet-rows'
import { unzip } from './unzip'
import { readWorkbook } from './workbook'

/** How a file seems to be written. */
export interface Guess {
  dialect: Dialect
  /** The sheets of a workbook, those that are shown first. */
  sheets: string[]
  /** What the file does not say itself. */
  guessed: readonly ('encoding' | 'delimiter' | 'headerRow' | 'decimal' | 'sheet')[]
}

const HEAD_BYTES = 64 * 1024
const SAMPLE_ROWS = 200
const DELIMITERS = [',', ';', '\t', '|'] as const
/** Excel's own way of saying the delimiter, on a line before everything else. */
const SEPARATOR_LINE = /^sep=(.)(?:\r|\n|$)/i
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const EMPTY_ZIP = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const PDF = Buffer.from('%PDF')
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

async function headOf(file: string, bytes: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function fieldCounts(text: string, delimiter: string): number[] {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
    return records.map((record) => record.length)
  } catch {
    return [] // a delimiter with which quotes do not match is not the one
  }
}

/** The delimiter that gives most rows the same number of columns. */
function guessDelimiter(text: string): (typeof DELIMITERS)[number] {
  const scores = DELIMITERS.map((delimiter) => {
    const counts = fieldCounts(text, delimiter)
    const usual = [...new Set(counts)]
      .filter((count) => count > 1)
      .map((count) => ({ count, rows: counts.filter((one) => one === count).length }))
      .toSorted((a, b) => b.rows * b.count - a.rows * a.count)[0]
    return {
      delimiter,
      score: usual ? (usual.rows / counts.length) * Math.log2(usual.count + 1) : 0,
    }
  })
  const best = scores.toSorted((a, b) => b.score - a.score)[0]
  return best && best.score > 0 ? best.delimiter : ','
}

// The last line of a piece may be cut: it says nothing about the number of columns.
function wholeLines(text: string, whole: boolean): string {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  return whole || end < 0 ? text : text.slice(0, end)
}

async function sampleOf(file: string, dialect: Dialect): Promise<TableRow[]> {
  const rows: TableRow[] = []
  // Typed numbers say nothing about how texts write theirs.
  for await (const row of allRows(file, { ...dialect, decimal: null })) {
    rows.push(row)
    if (rows.length === SAMPLE_ROWS) break
  }
  return rows
}

async function guessText(file: string, head: Buffer): Promise<Guess> {
  const { encoding, sure } = await guessEncoding(file, head)
  const text = new TextDecoder(encoding).decode(head)
  const said = DELIMITERS.find((one) => one === SEPARATOR_LINE.exec(text)?.[1])
  const delimiter = said ?? guessDelimiter(wholeLines(text, head.length < HEAD_BYTES))
  const start: Dialect = {
    format: 'csv',
    encoding,
    delimiter,
    sheet: null,
    headerRow: 1,
    decimal: '.',
  }
  const rows = await sampleOf(file, start)
  if (rows.length === 0) throw new UnreadableFile('file_blank')
  const { decimal, sure: stated } = guessDecimal(rows, delimiter === ';' ? ',' : '.')
  return {
    dialect: { ...start, headerRow: guessHeaderRow(rows), decimal },
    sheets: [],
    guessed: [
      ...(sure ? [] : (['encoding'] as const)),
      ...(said ? [] : (['delimiter'] as const)),
      'headerRow',
      ...(stated ? [] : (['decimal'] as const)),
    ],
  }
}

async function guessWorkbook(file: string): Promise<Guess> {
  const zip = await unzip(file)
  const { sheets } = await readWorkbook(zip).finally(() => zip.close())
  const names = sheets.map(({ name }) => name)
  const blank: Dialect = {
    ...{ format: 'xlsx', encoding: null, delimiter: null, headerRow: 1, decimal: '.' },
    sheet: names[0] ?? null,
  }
  // The first sheet with rows under names is the one; a cover sheet has none.
  for (const sheet of names) {
    const start = { ...blank, sheet }
    const rows = await sampleOf(file, start)
    if (rows.length < 2) continue
    const { decimal, sure } = guessDecimal(rows, '.')
    return {
      dialect: { ...start, headerRow: guessHeaderRow(rows), decimal },
      sheets: names,
      guessed: [
        ...(names.length > 1 ? (['sheet'] as const) : []),
        'headerRow',
        ...(sure ? [] : (['decimal'] as const)),
      ],
    }
  }
  throw new UnreadableFile('file_blank')
}

/** How a file of any origin seems to be written: by its first bytes, lines and numbers. Throws UnreadableFile when it holds no rows at all. */
export async function guessDialect(file: string): Promise<Guess> {
  const head = await headOf(file, HEAD_BYTES)
  const starts = (magic: Buffer) => head.subarray(0, magic.length).equals(magic)
  if (head.length === 0) throw new UnreadableFile('file_blank')
  if (starts(OLE))
    throw new UnreadableFile(head.includes(ENCRYPTED) ? 'file_encrypted' : 'file_old_excel')
  if (starts(PDF)) throw new UnreadableFile('file_no_table')
  return starts(ZIP) || starts(EMPTY_ZIP) ? guessWorkbook(file) : guessText(file, head)
}
