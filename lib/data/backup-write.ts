import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'
import { attachmentStore } from './attachment-store'
import {
  BackupError,
  copyLine,
  dataLine,
  END_OF_ROWS,
  FIRST_LINE,
  fileLine,
  headerLine,
  type Manifest,
  manifestLine,
  type Sequence,
  sequenceLine,
} from './backup-format'
import { type LedgerTable, ledgerTables } from './backup-tables'
import { head } from './changes'
import { statusOf } from './migration-status'
import { withOneConnection } from './one-connection'

const BYTES_A_LINE = 48_000

const sequenceRow = z.object({ name: z.string(), value: z.string(), called: z.boolean() })

/**
 * Writes every table of the database at `url` to a new file, all as of one moment, while others go on writing. Returns
 * what the file holds. Throws BackupError; the file is there whole or not at all.
 */
export async function writeBackup(url: string, file: string, now: Date): Promise<Manifest> {
  if (await exists(file))
    throw new BackupError(`${file} exists already; a backup replaces nothing.`)
  const unfinished = `${file}.unfinished`
  const manifest: Manifest = { tables: [], files: 0, missing: [], sha256: '' }
  try {
    await withOneConnection(url, async (pool) => {
      await pool.query('begin isolation level repeatable read read only')
      await pool.query('set local statement_timeout = 0')
      const out = createWriteStream(unfinished, { mode: 0o600, flush: true })
      await pipeline(script(pool, now, manifest), createGzip(), out)
    })
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    if (!(error instanceof Error && 'syscall' in error && 'path' in error)) throw error
    throw new BackupError(`${file} cannot be written (${'code' in error ? error.code : ''}).`, {
      cause: error,
    })
  }
  return manifest
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

/** The bytes of a backup; `manifest` is complete when they are. */
async function* script(pool: pg.Pool, now: Date, manifest: Manifest): AsyncGenerator<Buffer> {
  const whole = createHash('sha256')
  const said = (bytes: Buffer) => {
    whole.update(bytes)
    return bytes
  }
  const line = (text: string) => said(Buffer.from(`${text}\n`))
  const { applied, unknown, pending } = await statusOf(pool)
  if (unknown.length > 0 || pending.length > 0)
    throw new BackupError('The database has not the schema of this program: npm run db -- status')
  const { seq, hash } = await head(pool)
  yield line(FIRST_LINE)
  yield line(
    '-- npm run db -- restore FILE, or into an empty database: npm run db -- migrate, then',
  )
  yield line(
    '-- gunzip --stdout FILE | psql --single-transaction --set ON_ERROR_STOP=1 DATABASE_URL',
  )
  const last = seq === 0 ? null : `${seq}:${hash.toString('hex')}`
  yield line(headerLine({ taken: now.toISOString(), migrations: applied, head: last }))
  yield line("SET client_encoding = 'UTF8';")
  for (const table of await ledgerTables(pool)) {
    yield line(copyLine(table))
    const rows = createHash('sha256')
    const copy = await copyOut(pool, table)
    for await (const chunk of copy.stream) {
      rows.update(chunk)
      yield said(chunk)
    }
    copy.release()
    manifest.tables.push({
      name: table.name,
      rows: copy.stream.rowCount,
      sha256: rows.digest('hex'),
    })
    yield line(END_OF_ROWS)
  }
  for (const sequence of await sequences(pool)) yield line(sequenceLine(sequence))
  for await (const text of attachedFiles(pool, manifest)) yield line(text)
  manifest.sha256 = whole.digest('hex')
  yield Buffer.from(`${manifestLine(manifest)}\n`)
}

const attachedRow = z.object({ name: z.string(), sha256: z.string() })

/** Every attached file as lines. One that the store does not have, or not as it was uploaded, is told and stops nothing. */
async function* attachedFiles(pool: pg.Pool, manifest: Manifest): AsyncGenerator<string> {
  const { rows } = await pool.query(
    `select name, encode(sha256, 'hex') as sha256 from attachment order by name`,
  )
  for (const file of z.array(attachedRow).parse(rows)) {
    const stream = await attachmentStore().open(file.name)
    const bytes = stream === null ? null : Buffer.concat(await stream.toArray())
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
      manifest.missing.push(file.name)
      continue
    }
    manifest.files += 1
    yield fileLine(file)
    for (let at = 0; at < bytes.length; at += BYTES_A_LINE)
      yield dataLine(bytes.subarray(at, at + BYTES_A_LINE))
  }
}

async function copyOut(pool: pg.Pool, { name, columns, key }: LedgerTable) {
  const client = await pool.connect()
  const list = (names: string[]) => names.map((column) => `"${column}"`).join(', ')
  const order = key.length > 0 ? `order by ${list(key)}` : ''
  const stream = client.query(
    copyTo(`copy (select ${list(columns)} from "${name}" ${order}) to stdout`),
  )
  return { stream, release: () => client.release() }
}

/** Numbers given out so far: a restored database must not give one again. */
async function sequences(pool: pg.Pool): Promise<Sequence[]> {
  const { rows } = await pool.query(
    `select sequencename as name, coalesce(last_value, start_value)::text as value, last_value is not null as called
     from pg_sequences where schemaname = 'public' order by sequencename`,
  )
  return z.array(sequenceRow).parse(rows)
}
