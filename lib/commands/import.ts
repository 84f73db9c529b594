import { readFile } from 'node:fs/promises'
import { createTranslator } from 'use-intl/core'
import { terminal } from '@/lib/auth/viewer'
import { migrate } from '@/lib/data/migrate'
import type { ImportReport, Refusal } from '@/lib/data/plans/refusal'
import { readEnv } from '@/lib/env'
import { importFile } from '@/lib/features/imports/import-file'
import messages from '@/lib/messages/en.json'
import { IMPORT_KINDS, type ImportKind } from '@/lib/schemas/import'
import { withDatabase } from './database'
import { Failure, run } from './failure'
import { givenPath } from './given-path'

const USAGE = `Usage: npm run import -- ${IMPORT_KINDS.join('|')} FILE [--dry-run]`
const SHOWN = 60

interface Arguments {
  kind: ImportKind
  path: string
  dryRun: boolean
}

await run(async () => {
  const { kind, path, dryRun } = readArguments(process.argv.slice(2))
  const file = await readFile(givenPath(path)).catch((error: unknown) => {
    throw new Failure(`${path} cannot be read.`, { cause: error })
  })
  await withDatabase(readEnv(), async (database) => {
    await migrate(database.url)
    const viewer = terminal()
    const report = await importFile({ viewer, kind, file, dryRun, clock: Date.now })
    print(report, dryRun)
  })
})

function readArguments(args: string[]): Arguments {
  const [given, path, ...more] = args.filter((arg) => arg !== '--dry-run')
  const kind = IMPORT_KINDS.find((known) => known === given)
  if (!kind || path === undefined || more.length > 0) throw new Failure(USAGE)
  return { kind, path, dryRun: args.includes('--dry-run') }
}

function print({ read, created, updated, unchanged, refused }: ImportReport, dryRun: boolean) {
  for (const refusal of refused) console.log(line(refusal))
  // What was not written is not told as if it were.
  const [made, changed] =
    dryRun || refused.length > 0 ? ['would create', 'would update'] : ['created', 'updated']
  console.log(
    `read ${read} · ${made} ${created} · ${changed} ${updated} · unchanged ${unchanged} · refused ${refused.length}`,
  )
  if (refused.length > 0) throw new Failure('Nothing was written.')
  if (read === 0) console.log('The file has no rows below its head.')
  else if (dryRun) console.log('A trial: nothing was written.')
  else if (created + updated === 0) console.log('The ledger already says all of this.')
}

function line({ line, column, value, reason }: Refusal): string {
  const where = column === '' ? `line ${line}` : `line ${line}, ${column}`
  // Only the key is ours to choose: the translator checks it when it is asked.
  const translate = createTranslator({ locale: 'en', messages, namespace: 'errors' }) as (
    code: string,
    values?: Record<string, string | number>,
  ) => string
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value
  return `${where}, ${JSON.stringify(shown)}: ${translate(reason.code, reason.values)}`
}
