import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { pool } from './client'

// What the database could do at best with the same bytes and rows: the denominators of the benchmark. Tables are bare:
// text columns, no key, no index, no rule.

/** Takes a CSV file into a table of text columns named by its header. */
export async function copyIn(table: string, csv: Buffer): Promise<void> {
  const header = csv.toString('utf8', 0, csv.indexOf(0x0a)).trim().split(',')
  const columns = header.map((name) => `"${name}" text`).join(', ')
  await pool().query(`create table if not exists "${table}" (${columns})`)
  await filled(`copy "${table}" from stdin with (format csv, header)`, csv)
}

/** Keeps text as a table of lines. */
export async function keepLines(table: string, text: Buffer): Promise<void> {
  await pool().query(`create table "${table}" (line text)`)
  // Quotes and delimiters that a text never holds: each line is one cell.
  await filled(
    `copy "${table}" from stdin with (format csv, quote e'\\x01', delimiter e'\\x02')`,
    text,
  )
}

/** Reads a table of lines to its end and returns the bytes. */
export async function copyOut(table: string): Promise<number> {
  const client = await pool().connect()
  try {
    let bytes = 0
    for await (const chunk of client.query(copyTo(`copy "${table}" to stdout`)))
      bytes += chunk.length
    return bytes
  } finally {
    client.release()
  }
}

/** Reads every standing once and adds its target up: what a sum over the table costs without any choice of rows. */
export async function scanStandings(): Promise<void> {
  await pool().query('select count(*), sum(target) from standing')
}

/** Reads so many agreements by primary key. */
export async function lookUpAgreements(ids: readonly number[]): Promise<void> {
  await pool().query('select * from agreement where id = any($1)', [ids])
}

/** What the server's statistics need after a large load; autovacuum would come a minute later. */
export async function analyse(): Promise<void> {
  await pool().query('vacuum (analyze)')
}

/** How many standings there are. */
export async function standingCount(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    'select count(*)::int as count from standing',
  )
  return rows[0]?.count ?? 0
}

async function filled(sql: string, bytes: Buffer): Promise<void> {
  const client = await pool().connect()
  try {
    await pipeline([bytes], client.query(copyFrom(sql)))
  } finally {
    client.release()
  }
}
