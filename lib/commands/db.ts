import './node-version'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { terminal } from '@/lib/auth/viewer'
import { createDatabase, dropDatabases, emptyDatabase } from '@/lib/data/administration'
import { migrate, migrationStatus, schemaDrift } from '@/lib/data/migrate'
import { migrationFile } from '@/lib/data/migrations'
import { type Env, isLoopback, readEnv } from '@/lib/env'
import { generateClient } from './client'
import { type OpenDatabase, openDatabase } from './database'
import { Failure, run } from './failure'
import { seedShipped } from './seed'

const USAGE =
  'Usage: npm run db -- migrate | status | new NAME | seed | rebuild [--repair] | reset [--force]'

type Action = (database: OpenDatabase, env: Env, args: string[]) => Promise<void>

const actions: Record<string, Action> = { migrate: apply, status, new: draft, seed, rebuild, reset }

await run(async () => {
  const [name, ...args] = process.argv.slice(2)
  const action = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action === undefined) throw new Failure(USAGE)
  const env = readEnv()
  const database = await openDatabase(env)
  try {
    await action(database, env, args)
  } finally {
    await database.close()
  }
})

async function apply({ url }: OpenDatabase): Promise<void> {
  const applied = await migrate(url)
  for (const name of applied) console.log(`applied ${name}`)
  if (applied.length === 0) console.log('Nothing to apply.')
}

async function status({ url, place }: OpenDatabase): Promise<void> {
  const { applied, pending, unknown } = await migrationStatus(url)
  console.log(`Database: ${place}`)
  for (const name of applied) console.log(`applied ${name}`)
  for (const name of pending) console.log(`pending ${name}`)
  for (const name of unknown) console.log(`unknown to this checkout ${name}`)
}

/** Writes the migration that leads from the migrations so far to schema.prisma; a person reads and completes it. */
async function draft({ url }: OpenDatabase, _env: Env, args: string[]): Promise<void> {
  const [name = ''] = args
  if (!/^[a-z][a-z0-9_]{0,60}$/.test(name))
    throw new Failure('A migration is named in small letters, digits and underscores.')
  const scratchName = `pledgebook_scratch_${process.pid}`
  const scratch = await createDatabase(url, scratchName)
  const sql = await migrate(scratch)
    .then(() => schemaDrift(scratch))
    .finally(() => dropDatabases(url, scratchName))
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const file = migrationFile(`${stamp}_${name}`)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, sql === '' ? '-- schema.prisma asks for nothing new.\n' : sql)
  console.log(path.relative('.', file))
}

async function seed(database: OpenDatabase, env: Env): Promise<void> {
  await generateClient()
  await migrate(database.url)
  await seedShipped({ ...env, portfolio: 'morocco' })
}

/** Computes every standing again and says whether the stored ones agree. */
async function rebuild(_database: OpenDatabase, _env: Env, args: string[]): Promise<void> {
  const { rebuildStandings } = await import('@/lib/features/ledger/rebuild-standings')
  const repair = args.includes('--repair')
  const report = await rebuildStandings(terminal(), repair)
  const { computed, missing, surplus, brokenAt } = report
  console.log(`standings computed ${computed} · missing ${missing} · surplus ${surplus}`)
  if (brokenAt !== null) throw new Failure(`The chain of changes is broken at change ${brokenAt}.`)
  if (missing + surplus > 0 && !repair)
    throw new Failure('The stored standings differ; npm run db -- rebuild --repair replaces them.')
}

async function reset(database: OpenDatabase, env: Env, args: string[]): Promise<void> {
  const { hostname } = new URL(database.url)
  if (!isLoopback(hostname) && !args.includes('--force'))
    throw new Failure(`${hostname} is not this machine; add --force if you mean it.`)
  const answer = await ask(`This deletes every record in ${database.place}. Type reset to go on: `)
  if (answer !== 'reset') throw new Failure('Nothing was deleted.')
  await emptyDatabase(database.url)
  await migrate(database.url)
  await generateClient()
  await seedShipped(env)
  console.log('The database is as after the first start.')
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    // An input that ends without an answer is a no.
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')))
    return (await Promise.race([terminal.question(question), ended])).trim()
  } finally {
    terminal.close()
  }
}
