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
  /** The replica, or the pool itself where there is none. */
  reader: pg.Pool
  prisma: PrismaClient
}

type Connected = Parameters<Parameters<pg.Pool['connect']>[0]>[0]

/** A pool that says in our own words that nobody answers: pg's error of a full queue has neither a class nor a code. */
class LedgerPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(done: Parameters<pg.Pool['connect']>[0]): void
  override connect(done?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | undefined {
    if (!done) return super.connect().catch((cause: unknown) => Promise.reject(away(cause)))
    super.connect((cause: Connected, client, release) =>
      done(cause && away(cause), client, release),
    )
    return undefined
  }
}

function away(cause: unknown): Unavailable {
  return new Unavailable(undefined, { cause })
}

// On globalThis, because the development server evaluates this module again after every edit.
const kept = globalThis as typeof globalThis & { ledgerConnections?: Connections }

function connections(): Connections {
  kept.ledgerConnections ??= connect()
  return kept.ledgerConnections
}

function connect(): Connections {
  const { databaseUrl, databaseReplicaUrl } = env()
  if (databaseUrl === undefined)
    throw new Error('DATABASE_URL is not set: start the database first')
  const pool = openPool(databaseUrl)
  const reader = databaseReplicaUrl === undefined ? pool : openPool(databaseReplicaUrl)
  return { pool, reader, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

function openPool(url: string): pg.Pool {
  const pool = new LedgerPool({
    connectionString: url,
    max: env().databasePoolMax,
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
  return pool
}

/** The one pool of this process that writes, for SQL, COPY and Prisma alike. */
export function pool(): pg.Pool {
  return connections().pool
}

/** The pool for pages and exports: the replica's where DATABASE_REPLICA_URL names one; what it shows may be a moment old. */
export function reader(): pg.Pool {
  return connections().reader
}

/**
 * Prisma over the same pool: what the models of accounts are read with.
 * @public
 */
export function prisma(): PrismaClient {
  return connections().prisma
}

/** Closes every connection, so that a command line can end. */
export async function disconnect(): Promise<void> {
  const open = kept.ledgerConnections
  delete kept.ledgerConnections
  await open?.prisma.$disconnect()
  if (open && open.reader !== open.pool) await open.reader.end()
  await open?.pool.end()
}

/** Runs `work` in one transaction: all of it is kept, or nothing. Throws Unavailable when no connection comes. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(pool(), 'begin', 'commit', (tx) => patiently(tx, work))
}

/** Runs `work` in one transaction of which nothing is kept, and returns what it saw. Throws Unavailable when no connection comes. */
export function rehearsal<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(pool(), 'begin', 'rollback', (tx) => patiently(tx, work))
}

/** Runs several reads on one state of the ledger. Throws Unavailable when no connection comes. */
export function snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(reader(), 'begin isolation level repeatable read read only', 'commit', work)
}

async function patiently<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.query(`set local statement_timeout = ${TRANSACTION_STATEMENT_WITHIN_MS}`)
  return work(tx)
}

async function within<T>(
  from: pg.Pool,
  begin: string,
  end: 'commit' | 'rollback',
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await from.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
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
