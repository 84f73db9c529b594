import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'
import { pickedSql } from '@/lib/data/agreement-list-sql'
import { type Asked, askedSql, COPY_SOURCE, parametersOf } from '@/lib/data/asked'
import { openSql } from '@/lib/data/calendar'
import { type Db, reader, type Tx } from '@/lib/data/client'
import { crlf } from '@/lib/data/crlf'
import { AGREEMENT_COLUMNS, AGREEMENT_ROWS } from '@/lib/data/export-agreements'
import { cellSql, type ExportColumn } from '@/lib/data/export-columns'
import {
  AMENDMENT_COLUMNS,
  AMENDMENT_IMPORT,
  AMENDMENT_IMPORT_ROWS,
  AMENDMENT_ROWS,
  COMMITMENT_COLUMNS,
  COMMITMENT_ROWS,
  REPORT_COLUMNS,
  REPORT_IMPORT,
  REPORT_ROWS,
} from '@/lib/data/export-facts'
import { AGREEMENT_IMPORT, AGREEMENT_IMPORT_ROWS } from '@/lib/data/export-import-shape'
import {
  EVENT_COLUMNS,
  EVENT_IMPORT,
  EVENT_IMPORT_ROWS,
  EVENT_ROWS,
  SIGNATORY_COLUMNS,
  SIGNATORY_ROWS,
  TARGET_COLUMNS,
  TARGET_IMPORT,
  targetRows,
} from '@/lib/data/export-others'
import { lineSteps } from '@/lib/data/period-sql'
import { BEHIND_COLUMNS, BEHIND_ROWS, BEHIND_STEPS } from '@/lib/data/report-behind'
import { CHANGES_COLUMNS, CHANGES_ROWS } from '@/lib/data/report-changes'
import { DUE_COLUMNS, DUE_ROWS } from '@/lib/data/report-due'
import { PORTFOLIO_COLUMNS, PORTFOLIO_ROWS } from '@/lib/data/report-portfolio'
import { UNREPORTED_COLUMNS, UNREPORTED_ROWS } from '@/lib/data/report-unreported'
import type { TableFile } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'

/** What a file is asked for, and the public address that its records' links begin with. */
export interface ExportAsked extends Asked {
  file: TableFile
  base: string
}

interface Layout {
  columns: ExportColumn[]
  rows: string
}

function layoutOf(file: TableFile, filters: Filters): Layout {
  const shaped = filters.shape === 'import'
  switch (file) {
    case 'agreements':
      return shaped
        ? { columns: AGREEMENT_IMPORT, rows: AGREEMENT_IMPORT_ROWS }
        : { columns: AGREEMENT_COLUMNS, rows: AGREEMENT_ROWS }
    case 'reports':
      return { columns: shaped ? REPORT_IMPORT : REPORT_COLUMNS, rows: REPORT_ROWS }
    case 'commitments':
      return { columns: COMMITMENT_COLUMNS, rows: COMMITMENT_ROWS }
    case 'amendments':
      return shaped
        ? { columns: AMENDMENT_IMPORT, rows: AMENDMENT_IMPORT_ROWS }
        : { columns: AMENDMENT_COLUMNS, rows: AMENDMENT_ROWS }
    case 'events':
      return shaped
        ? { columns: EVENT_IMPORT, rows: EVENT_IMPORT_ROWS }
        : { columns: EVENT_COLUMNS, rows: EVENT_ROWS }
    case 'signatories':
      return { columns: SIGNATORY_COLUMNS, rows: SIGNATORY_ROWS }
    case 'targets':
      return { columns: shaped ? TARGET_IMPORT : TARGET_COLUMNS, rows: targetRows(filters) }
    case 'portfolio':
      return { columns: PORTFOLIO_COLUMNS, rows: PORTFOLIO_ROWS }
    case 'due':
      return { columns: DUE_COLUMNS, rows: DUE_ROWS }
    case 'behind':
      return { columns: BEHIND_COLUMNS, rows: BEHIND_ROWS }
    case 'unreported':
      return { columns: UNREPORTED_COLUMNS, rows: UNREPORTED_ROWS }
    case 'changes':
      return { columns: CHANGES_COLUMNS, rows: CHANGES_ROWS }
  }
}

function selectSql({ file, filters }: ExportAsked, source: string): string {
  const { columns, rows } = layoutOf(file, filters)
  const comma = filters.excel === 'fr' && filters.shape === null
  const cells = columns.map((column) => `${cellSql(column, comma)} as "${column.name}"`)
  return `with ${stepsOf(file, filters, source).join(', ')} select ${cells.join(', ')} ${rows}`
}

/** What the rows of a file are picked from. */
function stepsOf(file: TableFile, filters: Filters, source: string): string[] {
  const asked = askedSql(source)
  if (file === 'targets') return [asked]
  if (file === 'unreported') return [asked, openSql(filters)]
  if (file === 'changes') return [asked, lineSteps(filters)]
  return file === 'behind' ? [asked, pickedSql(filters), BEHIND_STEPS] : [asked, pickedSql(filters)]
}

function parameters({ base, ...asked }: ExportAsked): string {
  return parametersOf(asked, { base })
}

/** The columns of a file in order, and how many rows it has, in the state that a reader sees now. */
export async function describeExport(
  asked: ExportAsked,
  db: Db = reader(),
): Promise<{ columns: ExportColumn[]; rowCount: number }> {
  const sql = `select count(*)::int as count from (${selectSql(asked, '$1')}) file`
  const { rows } = await db.query(sql, [parameters(asked)])
  const { count } = z.object({ count: z.number() }).parse(rows[0])
  return { columns: layoutOf(asked.file, asked.filters).columns, rowCount: count }
}

// Where the rows of each file come from, one from a row at most.
const ORIGINS: Record<TableFile, string> = {
  agreements: 'agreement',
  reports: 'fact',
  commitments: 'commitment',
  amendments: 'fact',
  events: 'event',
  signatories: 'signatory',
  targets: 'target',
  portfolio: 'agreement',
  due: 'commitment',
  behind: 'organisation',
  unreported: 'commitment',
  changes: '(select from standing union all select from change) moved',
}

// To count a file costs as much as to write it: only one that could be so long is counted.
async function isLonger(asked: ExportAsked, most: number, db: Db): Promise<boolean> {
  const { rows } = await db.query(`select from ${ORIGINS[asked.file]} offset $1 limit 1`, [most])
  return rows.length > 0 && (await describeExport(asked, db)).rowCount > most
}

/** One state of the ledger for several files, one after the other over one connection. */
export interface ExportSession {
  /** The columns of a file in order, and how many rows it has. */
  describe: (asked: ExportAsked) => ReturnType<typeof describeExport>
  /** Whether a file has more rows than so many. */
  isLonger: (asked: ExportAsked, most: number) => Promise<boolean>
  /**
   * The bytes of a CSV file as PostgreSQL writes them, row by row as the reader takes them. An error after the first byte
   * breaks the stream off, so that a short file is never taken for a whole one.
   */
  open: (asked: ExportAsked) => Promise<Readable>
  /** Frees the connection, and ends in the database what is still running. */
  close: () => void
}

const BOM = '\uFEFF'
// The longest delay that a timer takes: a slow client may read a file for as long as it needs.
const NEVER_MS = 2 ** 31 - 1

/** Opens a state of the ledger for exports; whoever opens it closes it. Throws Unavailable when no connection comes. */
export async function openSession(): Promise<ExportSession> {
  const client = await reader().connect()
  let pid = 0
  let reading: Readable | undefined
  let closed = false
  const close = () => {
    if (closed) return
    closed = true
    const running = reading !== undefined && !reading.readableEnded
    reading?.destroy()
    // Settings of these files must not reach the next user of the connection; a new one costs a millisecond.
    client.release(true)
    if (running)
      void reader()
        .query('select pg_cancel_backend($1)', [pid])
        .catch(() => undefined) // it has ended by itself
  }
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query(
      `select pg_backend_pid() as pid, set_config('statement_timeout', '0', false)`,
    )
    pid = z.object({ pid: z.number() }).parse(rows[0]).pid
  } catch (error) {
    close()
    throw error
  }
  return {
    close,
    describe: (asked) => describeExport(asked, client),
    isLonger: (asked, most) => isLonger(asked, most, client),
    open: async (asked) => {
      await client.query(`select set_config('pb.asked', $1, false)`, [parameters(asked)])
      reading = copyOut(client, asked)
      if (closed) reading.destroy()
      return reading
    },
  }
}

function copyOut(client: Tx, asked: ExportAsked): Readable {
  const { excel } = asked.filters
  const copy = copyTo(
    `copy (${selectSql(asked, COPY_SOURCE)}) to stdout with (format csv, header, delimiter '${excel === 'fr' ? ';' : ','}')`,
  )
  copy.query_timeout = NEVER_MS
  // A connection that is closed early reports it to the statement too; the pipeline has dealt with it.
  copy.on('error', () => undefined)
  client.query(copy)
  const bytes = crlf()
  if (excel) bytes.push(BOM)
  const settled = () => copy.callback?.() // stops pg's own timer
  pipeline(copy, bytes).then(settled, settled)
  return bytes
}

/** The bytes of one CSV file. Destroying the stream cancels the statement in the database and frees the connection. */
export async function openExport(asked: ExportAsked): Promise<Readable> {
  const session = await openSession()
  try {
    const bytes = await session.open(asked)
    return bytes.once('close', session.close)
  } catch (error) {
    session.close()
    throw error
  }
}
