import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { terminal } from '@/lib/auth/viewer'
import { createDatabase, dropDatabases, emptyDatabase } from '@/lib/data/administration'
import { migrate, migrationStatus, schemaDrift } from '@/lib/data/migrate'
import { migrationFile } from '@/lib/data/migrations'
import { type Env, readEnv } from '@/lib/env'
import { requireLocal, requireWord } from './ask'
import { generateClient } from './client'
import { type OpenDatabase, withDatabase } from './database'
import { backup } from './db/backup'
import { restore } from './db/restore'
import { verify } from './db/verify'
import { Failure, run } from './failure'
import { seedShipped } from './seed'

type Work = (database: OpenDatabase, args: string[], env: Env) => Promise<void>

interface Action {
  work: Work
  /** What follows its name, for people. */
  takes: string
  /** Words beside flags, at least and at most. */
  words: 0 | 1
  flags: string[]
}

const actions: Record<string, Action> = {
  migrate: { work: apply, takes: '', words: 0, flags: [] },
  status: { work: status, takes: '', words: 0, flags: [] },
  new: { work: draft, takes: 'NAME', words: 1, flags: [] },
  seed: { work: seed, takes: '', words: 0, flags: [] },
  backup: { work: backup, takes: 'FILE', words: 1, flags: [] },
  restore: { work: restore, takes: 'FILE [--force]', words: 1, flags: ['--force'] },
  verify: { work: verify, takes: '[--head=SEQ:HASH]', words: 0, flags: ['--head'] },
  rebuild: { work: rebuild, takes: '[--repair]', words: 0, flags: ['--repair'] },
  reset: { work: reset, takes: '[--force]', words: 0, flags: ['--force'] },
}

await run(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action === undefined) {
    const all = Object.entries(actions).map(([known, { takes }]) => `${known} ${takes}`.trim())
    throw new Failure(`Usage: npm run db -- ${all.join(' | ')}`)
  }
  requireArguments(name, action, args)
  const env = readEnv()
  await withDatabase(env, (database) => action.work(database, args, env))
})

/** Throws Failure for a word or flag too many or too few: a misspelt one is not passed over. */
function requireArguments(name: string, { takes, words, flags }: Action, args: string[]): void {
  const given = args.filter((arg) => !arg.startsWith('--'))
  const known = args.every(
    (arg) => !arg.startsWith('--') || flags.includes(arg.replace(/=.*$/, '')),
  )
  if (given.length !== words || !known)
    throw new Failure(`Usage: npm run db -- ${name} ${takes}`.trim())
}

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
async function draft({ url }: OpenDatabase, [name = '']: string[]): Promise<void> {
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

async function seed(database: OpenDatabase, _args: string[], env: Env): Promise<void> {
  await generateClient()
  await migrate(database.url)
  await seedShipped({ ...env, portfolio: 'morocco' })
}

/** Computes every standing again and says whether the stored ones agree. */
async function rebuild(_database: OpenDatabase, args: string[]): Promise<void> {
  await generateClient()
  const { rebuildStandings } = await import('@/lib/features/ledger/rebuild-standings')
  const repair = args.includes('--repair')
  const { computed, missing, surplus } = await rebuildStandings(terminal(), repair)
  console.log(`standings computed ${computed} · missing ${missing} · surplus ${surplus}`)
  if (missing + surplus > 0 && !repair)
    throw new Failure('The stored standings differ; npm run db -- rebuild --repair replaces them.')
}

async function reset(database: OpenDatabase, args: string[], env: Env): Promise<void> {
  requireLocal(database, args.includes('--force'))
  await requireWord(`This deletes every record in ${database.place}.`, 'reset')
  await emptyDatabase(database.url)
  await migrate(database.url)
  await generateClient()
  await seedShipped(env)
  console.log('The database is as after the first start.')
}
