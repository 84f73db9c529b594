import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Db, Tx } from './client'

/** A value as JSON carries it into the database: amounts as text, so that none is rounded. */
export type Cell = string | number | boolean | null | object

/** Columns of a table with the SQL type that each is read as. */
export type Columns = Record<string, string>

type Row = Record<string, Cell | bigint | undefined>

// The JSON text of one statement stays within a few megabytes, however long a file is.
const PER_STATEMENT = 5_000
// Lines of one write to the connection.
const PER_CHUNK = 500

function quoted(name: string): string {
  return `"${name}"`
}

/** JSON text of rows; bigint becomes text, which the column's type reads back exactly. */
export function rowsJson(rows: readonly Row[]): string {
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
}

/** `r(column type, …)` over the JSON array in $1. */
export function recordset(columns: Columns): string {
  const list = Object.entries(columns).map(([name, type]) => `${quoted(name)} ${type}`)
  return `jsonb_to_recordset($1::jsonb) as r(${list.join(', ')})`
}

/** Rows in their order, as many at a time as one statement takes. */
export function* batches<T>(rows: readonly T[], size = PER_STATEMENT): Generator<T[]> {
  for (let first = 0; first < rows.length; first += size) yield rows.slice(first, first + size)
}

/**
 * Inserts any number of rows in their order. `computed` gives the SQL expression of a column that is
 * not stored as it comes. Table, columns and expressions are ours, never a user's.
 */
export async function insertRows(
  db: Db,
  table: string,
  columns: Columns,
  rows: readonly Row[],
  computed: Record<string, string> = {},
): Promise<void> {
  const names = Object.keys(columns)
  const values = names.map((name) => computed[name] ?? quoted(name))
  for (const batch of batches(rows)) {
    await db.query(
      `insert into ${quoted(table)} (${names.map(quoted).join(', ')})
       select ${values.join(', ')} from ${recordset(columns)}`,
      [rowsJson(batch)],
    )
  }
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

// COPY's text format: a tab between cells, \N for null.
function copyCell(value: Row[string]): string {
  if (value === null || value === undefined) return '\\N'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
}

/** Inserts rows by COPY, in their order, the fastest way for tables of many columns and rows. Table and columns are ours, never a user's. */
export async function copyRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const line = (row: Row) => `${columns.map((name) => copyCell(row[name])).join('\t')}\n`
  function* chunks() {
    for (const batch of batches(rows, PER_CHUNK)) yield batch.map(line).join('')
  }
  const sql = `copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`
  await pipeline(Readable.from(chunks()), tx.query(copyFrom(sql)))
}

/** Rows by key, in their order. (Map.groupBy needs Node 21.) */
export function groupBy<K, T>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
