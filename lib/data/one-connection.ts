import pg from 'pg'

/** Any fixed number: all instances that change one database's tables queue behind it. */
const LOCK = 7_330_201_705

/** Runs `work` on a pool of exactly one connection, so that a transaction begun on it holds for everything after. */
export async function withOneConnection<T>(
  url: string,
  work: (pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
    application_name: 'pledgebook maintenance',
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

/**
 * Runs `work` in one transaction that may change tables, while no other instance does: all of it is kept, or nothing.
 * A table that somebody holds for more than ten seconds is an error: every other query would queue behind us.
 */
export async function changingTables<T>(
  url: string,
  work: (pool: pg.Pool) => Promise<T>,
): Promise<T> {
  return withOneConnection(url, async (pool) => {
    await pool.query('begin')
    try {
      await pool.query("set local statement_timeout = 0; set local lock_timeout = '5min'")
      await pool.query('select pg_advisory_xact_lock($1)', [LOCK])
      await pool.query("set local lock_timeout = '10s'")
      const result = await work(pool)
      // The schema engine takes a lock of its own that outlives the transaction; a pooler would hand it on.
      await pool.query('select pg_advisory_unlock_all()')
      await pool.query('commit')
      return result
    } catch (error) {
      await pool.query('rollback').catch(() => undefined) // lost with its connection: as good as rolled back
      throw error
    }
  })
}

/** Why the database refused, in words for a person. */
export function refusalOf(error: unknown): string {
  if (error instanceof pg.DatabaseError) {
    const reasons: Record<string, string> = {
      '55P03': 'a table stayed locked by somebody else for too long; try again in a quiet moment',
      '42501': 'the role of DATABASE_URL may not do this',
    }
    return (error.code && reasons[error.code]) ?? error.message
  }
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n').filter(Boolean).join(' ')
}
