import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { Unavailable } from '@/lib/errors'
import { PrismaClient } from './generated/client'

// A request waits this long for a free connection, then answers 503; the default queue waits for ever.
const CONNECT_WITHIN_MS = 5_000
const STATEMENT_WITHIN_MS = 30_000
const IDLE_MS = 30_000
// An import of a large file holds its transaction this long at most.
const TRANSACTION_STATEMENT_WITHIN_MS = 300_000

/** What can run a query: the pool, or the one connection of a transaction. */
export type Db = Pick<pg.Pool, 'query'>

/** A connection with an open transaction. */
export type Tx = pg.PoolClient

// Calendar days stay strings: a Date would move them across zones.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.DATE ? (text: string) => text : pg.types.getTypeParser(oid, format),
}

interface Connections {
  pool: pg.Pool
  prisma: PrismaClient
}

// On globalThis, because the development server evaluates this module again after every edit.
const kept = globalThis as typeof globalThis & { ledgerConnections?: Connections }

function connections(): Connections {
  kept.ledgerConnections ??= connect()
  return kept.ledgerConnections
}

function connect(): Connections {
  const { databaseUrl, databasePoolMax } = env()
  if (databaseUrl === undefined)
    throw new Error('DATABASE_URL is not set: start the database first')
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: databasePoolMax,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idleTimeoutMillis: IDLE_MS,
    query_timeout: TRANSACTION_STATEMENT_WITHIN_MS,
    application_name: 'pledgebook',
    types,
    // Set by a statement, not a start-up parameter: PgBouncer refuses those.
    onConnect: async (client) => {
      await client.query(`set statement_timeout = ${STATEMENT_WITHIN_MS}`)
    },
  })
  pool.on('error', () => undefined) // an idle connection was lost; the next query opens another
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

/** The one pool of this process, for SQL, COPY and Prisma alike. */
export function pool(): pg.Pool {
  return connections().pool
}

/** Prisma over the same pool. */
export function prisma(): PrismaClient {
  return connections().prisma
}

/** Closes every connection, so that a command line can end. */
export async function disconnect(): Promise<void> {
  const open = kept.ledgerConnections
  delete kept.ledgerConnections
  await open?.prisma.$disconnect()
  await open?.pool.end()
}

/** Runs `work` in one transaction: all of it is kept, or nothing. Throws Unavailable when no connection comes. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(work, 'commit')
}

/** Runs `work` in one transaction of which nothing is kept, and returns what it saw. Throws Unavailable when no connection comes. */
export function rehearsal<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(work, 'rollback')
}

async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  end: 'commit' | 'rollback',
): Promise<T> {
  const client = await pool()
    .connect()
    .catch((error: unknown) => {
      throw new Unavailable(undefined, { cause: error })
    })
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query(`set local statement_timeout = ${TRANSACTION_STATEMENT_WITHIN_MS}`)
    const result = await work(client)
    await client.query(end)
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken) // a connection that cannot roll back is thrown away
  }
}
