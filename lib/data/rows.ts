import type { Db } from './client'

/** A value as JSON carries it into the database: amounts as text, so that none is rounded. */
export type Cell = string | number | boolean | null | object

/** Columns of a table with the SQL type that each is read as. */
export type Columns = Record<string, string>

function quoted(name: string): string {
  return `"${name}"`
}

/** JSON text of rows; bigint becomes text, which the column's type reads back exactly. */
export function rowsJson(rows: readonly Record<string, Cell | bigint | undefined>[]): string {
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
}

/** `r(column type, …)` over the JSON array in $1. */
export function recordset(columns: Columns): string {
  const list = Object.entries(columns).map(([name, type]) => `${quoted(name)} ${type}`)
  return `jsonb_to_recordset($1::jsonb) as r(${list.join(', ')})`
}

/**
 * Inserts any number of rows in one statement, in their order. `computed` gives the SQL expression of a column that is
 * not stored as it comes. Table, columns and expressions are ours, never a user's.
 */
export async function insertRows(
  db: Db,
  table: string,
  columns: Columns,
  rows: readonly Record<string, Cell | bigint | undefined>[],
  computed: Record<string, string> = {},
): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(columns)
  const values = names.map((name) => computed[name] ?? quoted(name))
  await db.query(
    `insert into ${quoted(table)} (${names.map(quoted).join(', ')})
     select ${values.join(', ')} from ${recordset(columns)}`,
    [rowsJson(rows)],
  )
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
