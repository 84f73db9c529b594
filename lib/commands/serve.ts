import { installationSecret } from '@/lib/commands/postgres/home'
import { migrate } from '@/lib/data/migrate'
import { type Env, requireServing } from '@/lib/env'
import { addressOf, requireFree } from './address'
import { ensureBuild } from './build'
import { generateClient } from './client'
import { type OpenDatabase, openDatabase } from './database'
import { untilSignal } from './signals'
import { startWeb } from './web'

/** What differs between `npm start`, `npm run dev` and `npm run demo`. */
export interface Serving {
  command: string
  mode: 'production' | 'development'
  /** Fills a database; runs after the migrations, with DATABASE_URL set, and decides itself whether there is anything to do. */
  seed: () => Promise<void>
  /** What to tell once the server answers, such as addresses that sign somebody in; it gets the server's own address. */
  welcome: (address: string) => Promise<string[]>
}

/** Starts everything, serves until a signal, and stops everything in order. Throws Failure, EnvError or MigrationError. */
export async function serve(env: Env, serving: Serving): Promise<void> {
  if (serving.mode === 'production') requireServing(env)
  await requireFree(env.host, env.port, serving.command)
  await generateClient()
  const signal = untilSignal()
  const database = await openDatabase(env)
  try {
    const stopped = await Promise.race([signal, prepare(database, serving)])
    if (stopped === undefined) await serveUntil(signal, env, serving, database)
  } finally {
    await database.close()
  }
}

async function prepare(database: OpenDatabase, { mode, seed }: Serving): Promise<undefined> {
  console.log(`Records: ${database.place}`)
  const applied = await migrate(database.url)
  if (applied.length > 0) console.log(`Migrations applied: ${applied.length}`)
  await seed()
  if (mode === 'production') await ensureBuild()
}

async function serveUntil(
  signal: Promise<NodeJS.Signals>,
  env: Env,
  { mode, welcome }: Serving,
  database: OpenDatabase,
): Promise<void> {
  const web = await startWeb(env, mode, {
    DATABASE_URL: database.url,
    PLEDGEBOOK_SECRET: env.secret ?? installationSecret(env.dataDir),
  })
  const address = env.url ?? addressOf(env.host, env.port)
  console.log(`Pledgebook: ${address}`)
  for (const line of await welcome(address)) console.log(line)
  const reason = await Promise.race([signal, web.ended])
  console.log('Stopping …')
  // Ctrl-C is a person who waits; SIGTERM is a platform that must first stop sending readers here.
  await web.stop(reason === 'SIGTERM' ? 'gracefully' : 'now')
}
