import { startEmbedded } from '@/lib/commands/postgres/server'
import { serverVersion } from '@/lib/data/administration'
import type { Env } from '@/lib/env'
import { Failure } from './failure'
import { untilSignal } from './signals'

const OLDEST = 15

/** The database of this installation, open for one command. */
export interface OpenDatabase {
  url: string
  embedded: boolean
  /** For people: where the records are. */
  place: string
  /** Lets go of the database; an embedded server stops with its last user. */
  close: () => Promise<void>
}

/**
 * Opens the database that the environment names, else the embedded one (started, or adopted when it runs already),
 * and puts its address into DATABASE_URL for whatever this process loads next. Throws Failure.
 */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  const database =
    env.databaseUrl === undefined ? await embedded(env.dataDir) : await given(env.databaseUrl)
  process.env.DATABASE_URL = database.url
  return database
}

/** Runs one command on the database and lets go of it, also after Ctrl-C. Throws Failure. */
export async function withDatabase(
  env: Env,
  work: (database: OpenDatabase) => Promise<void>,
): Promise<void> {
  const signal = untilSignal()
  const database = await openDatabase(env)
  try {
    const working = work(database)
    working.catch(() => undefined) // once stopped, nobody waits for it
    const stopped = await Promise.race([signal, working])
    if (stopped !== undefined) throw new Failure('Stopped.')
  } finally {
    await database.close()
  }
}

async function embedded(dataDir: string): Promise<OpenDatabase> {
  const server = await startEmbedded(dataDir)
  return { url: server.url, embedded: true, place: server.cluster, close: server.stop }
}

async function given(url: string): Promise<OpenDatabase> {
  const { host, pathname } = new URL(url)
  const version = await serverVersion(url).catch((error: unknown) => {
    throw new Failure(`DATABASE_URL cannot be reached: ${reasonOf(error)}`, { cause: error })
  })
  requireRecent(version)
  return { url, embedded: false, place: `${host}${pathname}`, close: async () => undefined }
}

/** Throws Failure for a server whose SQL is older than ours. */
export function requireRecent({ number, text }: { number: number; text: string }): void {
  if (number < OLDEST * 10_000)
    throw new Failure(
      `DATABASE_URL leads to PostgreSQL ${text}; Pledgebook needs ${OLDEST} or later.`,
    )
}

/** One line; a refused connection to a name with several addresses comes as an AggregateError without a message. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first.message : String(first)
}
