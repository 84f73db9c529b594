import pg from 'pg'
import { applyMigrations, differenceToSchema } from './migration-engine'
import { type MigrationStatus, statusOf } from './migration-status'

/** Any fixed number: all instances that migrate one database queue behind it. */
const LOCK = 7_330_201_705

/** A migration that could not be applied; nothing of the run was kept. The message is one line for a person. */
export class MigrationError extends Error {}

/**
 * Brings the database at `url` up to this checkout's migrations and returns the names applied, in order.
 * All of them in one transaction under one advisory lock: instances that start together wait for each other, and
 * a failure leaves the schema as it was. Throws
 * MigrationError, also when the database has migrations that this checkout does not know.
 */
export async function migrate(url: string): Promise<string[]> {
  return withConnection(url, async (pool) => {
    await pool.query('begin')
    try {
      await pool.query("set local statement_timeout = 0; set local lock_timeout = '5min'")
      await pool.query('select pg_advisory_xact_lock($1)', [LOCK])
      // A busy table must not be queued behind for ever: every other query would queue behind us.
      await pool.query("set local lock_timeout = '10s'")
      const { unknown } = await statusOf(pool)
      if (unknown.length > 0)
        throw new Error(`it is newer than this program (${unknown.join(', ')})`)
      const applied = await applyMigrations(pool)
      // The engine takes a lock of its own that outlives the transaction; a pooler would hand it on.
      await pool.query('select pg_advisory_unlock_all()')
      await pool.query('commit')
      return applied
    } catch (error) {
      await pool.query('rollback')
      throw new MigrationError(explain(error), { cause: error })
    }
  })
}

/** What of this checkout's migrations the database at `url` has. */
export async function migrationStatus(url: string): Promise<MigrationStatus> {
  return withConnection(url, (pool) => statusOf(pool))
}

/** The SQL from the database at `url` to schema.prisma; empty when they agree. */
export async function schemaDrift(url: string): Promise<string> {
  return withConnection(url, differenceToSchema)
}

async function withConnection<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
    application_name: 'pledgebook migrate',
  })
  pool.on('error', () => undefined) // the query that runs next reports a lost connection
  let connections = 0
  // A second connection would work outside the transaction of the first.
  pool.on('connect', (client) => {
    connections += 1
    if (connections > 1) void client.end()
  })
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

function explain(error: unknown): string {
  if (error instanceof pg.DatabaseError) {
    const reasons: Record<string, string> = {
      '55P03': 'a table stayed locked by somebody else for too long; try again in a quiet moment',
      '42501': 'the role of DATABASE_URL may not do this',
    }
    const reason = (error.code && reasons[error.code]) ?? error.message
    return `The database was not migrated: ${reason}.`
  }
  const message = error instanceof Error ? error.message : String(error)
  return `The database was not migrated: ${message.split('\n').filter(Boolean).join(' ')}`
}
