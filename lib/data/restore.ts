import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { BackupError, type BackupHeader, copyLine, type Manifest } from './backup-format'
import { inspectBackup, type Part, readBackup } from './backup-read'
import { applyMigrations } from './migration-engine'
import { migrationNames } from './migrations'
import { changingTables, refusalOf } from './one-connection'
import { FilesBack } from './restore-files'

/**
 * What a backup says of itself, once its bytes have been held to its hashes and its schema to this program's. Throws
 * BackupError.
 */
export async function usableBackup(
  file: string,
): Promise<{ header: BackupHeader; manifest: Manifest }> {
  const inspected = await inspectBackup(file)
  const names = await migrationNames()
  const { migrations } = inspected.header
  const newer = migrations.filter((name) => !names.includes(name))
  if (newer.length > 0)
    throw new BackupError(`${file} is newer than this program (${newer.join(', ')}).`)
  if (migrations.some((name, index) => names[index] !== name))
    throw new BackupError(`${file} has a schema that this program never had.`)
  return inspected
}

/**
 * Replaces everything in the database at `url` by a backup, in one transaction: its schema is made as it was, filled under
 * every rule of the database, then brought up to this program. Throws BackupError, and then nothing has changed.
 */
export async function restoreBackup(url: string, file: string): Promise<void> {
  const { header, manifest } = await usableBackup(file)
  try {
    await changingTables(url, async (pool) => {
      await pool.query('drop schema public cascade; create schema public')
      await applyMigrations(pool, header.migrations)
      await fill(pool, readBackup(file), manifest)
      await applyMigrations(pool)
    })
  } catch (error) {
    throw new BackupError(`Nothing was changed: ${refusalOf(error)}`, { cause: error })
  }
}

async function fill(pool: pg.Pool, parts: AsyncGenerator<Part>, manifest: Manifest): Promise<void> {
  const rows = new Map(manifest.tables.map((table) => [table.name, table.rows]))
  const files = new FilesBack()
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    await files.take(part)
    if (part.kind === 'sequence') {
      const { name, value, called } = part.sequence
      await pool.query('select setval($1::regclass, $2, $3)', [`public."${name}"`, value, called])
    }
    if (part.kind !== 'table') continue
    const client = await pool.connect()
    try {
      const copy = client.query(copyFrom(copyLine(part.table)))
      await pipeline(rowsOf(parts), copy)
      if (copy.rowCount !== rows.get(part.table.name))
        throw new Error(`${part.table.name} did not take every row`)
    } finally {
      client.release()
    }
  }
}

async function* rowsOf(parts: AsyncGenerator<Part>): AsyncGenerator<Buffer> {
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    if (next.value.kind !== 'rows') return // the end of the table
    yield next.value.bytes
  }
}
