import { setTimeout as delay } from 'node:timers/promises'
import { Failure } from '@/lib/commands/failure'
import { ensureDatabase, isWrongPassword } from '@/lib/data/administration'
import { postgresBinaries } from './binaries'
import { initialise, OWNER } from './cluster'
import { type Home, openHome } from './home'
import { launch, type Parameters } from './launch'
import { join, leave, withLock } from './lock'
import { postmasterOf } from './postmaster'

const LOOK_EVERY_MS = 1_000
const STOP_WITHIN_MS = 60_000

/** The embedded server as its user sees it. */
export interface EmbeddedServer {
  url: string
  /** Where PostgreSQL keeps the data; under a 0700 home of root it is not the data directory. */
  cluster: string
  /** Stops the server unless another process of this data directory still uses it. */
  stop: () => Promise<void>
}

/**
 * Starts the embedded PostgreSQL of a data directory, or adopts the one that runs, and restarts it should it die.
 * Throws Failure.
 */
export async function startEmbedded(
  dataDir: string,
  parameters: Parameters = {},
): Promise<EmbeddedServer> {
  const home = openHome(dataDir)
  const start = () =>
    withLock(home.directory, async () => {
      const binaries = postgresBinaries(home.account, home.stage)
      initialise(home, binaries)
      const { port } = await launch(home, binaries, parameters)
      join(home.directory)
      return port
    })
  const port = await start()
  await ensureOwnDatabase(home, port)
  const stopWatching = watch(home, start)
  return {
    url: urlOf(home, port),
    cluster: home.cluster,
    stop: async () => {
      await stopWatching()
      await withLock(home.directory, async () => {
        if (leave(home.directory)) await stopServer(home)
      })
    },
  }
}

function urlOf(home: Home, port: number, database = OWNER): string {
  return `postgresql://${OWNER}:${home.settings.password}@127.0.0.1:${port}/${database}`
}

async function ensureOwnDatabase(home: Home, port: number): Promise<void> {
  try {
    await ensureDatabase(urlOf(home, port, 'postgres'), OWNER)
  } catch (error) {
    if (!isWrongPassword(error)) throw error
    throw new Failure(
      `The password in ${home.directory}/postgres.json is not that of the database.`,
      { cause: error },
    )
  }
}

/** Restarts the server when it dies. Returns how to stop watching. */
function watch(home: Home, start: () => Promise<number>): () => Promise<void> {
  let looking: Promise<void> | undefined
  const timer = setInterval(() => {
    if (looking !== undefined || postmasterOf(home.cluster) !== null) return
    console.warn('The embedded database has gone; starting it again.')
    looking = start().then(
      () => undefined,
      (error: unknown) => console.warn(error instanceof Error ? error.message : error),
    )
    looking.finally(() => {
      looking = undefined
    })
  }, LOOK_EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}

/** A fast shutdown: sessions end, everything is written, the next start needs no recovery. */
async function stopServer(home: Home): Promise<void> {
  const server = postmasterOf(home.cluster)
  if (server === null) return
  process.kill(server.pid, 'SIGINT')
  const until = Date.now() + STOP_WITHIN_MS
  while (postmasterOf(home.cluster) !== null) {
    if (Date.now() > until) throw new Failure('The embedded database does not stop; see its log.')
    await delay(25)
  }
}
