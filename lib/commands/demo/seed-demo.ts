import { endOfDay, today } from '@/lib/clock'
import { Failure } from '@/lib/commands/failure'
import { batchCsv } from './batch-csv'
import { type DemoBatch, demoPortfolio } from './portfolio'
import { readProgress, writeProgress } from './progress-file'

// What a batch needs of the ones before it: amendments and reports name agreements.
const ORDER = ['agreements', 'amendments', 'reports', 'events', 'targets'] as const
// The desk types in the afternoon; every change of a batch still falls on its day.
const BEFORE_MIDNIGHT_MS = 8 * 3_600_000

async function importBatch(batch: DemoBatch): Promise<void> {
  // Only now: the client these import is generated, and DATABASE_URL set, after this file is read.
  const { importFile } = await import('@/lib/features/imports/import-file')
  const { terminal } = await import('@/lib/auth/viewer')
  for (const kind of ORDER) {
    if (batch[kind].length === 0) continue
    const { refused } = await importFile({
      viewer: terminal(),
      kind,
      file: Buffer.from(batchCsv(kind, batch[kind])),
      dryRun: false,
      clock: () => endOfDay(batch.recordedOn) - BEFORE_MIDNIGHT_MS,
    })
    const [first] = refused
    if (first) {
      const { line, column, value, reason } = first
      throw new Failure(
        `The invented ${kind} of ${batch.recordedOn} are refused: line ${line}, ${column} ${value}: ${reason.code}`,
      )
    }
  }
}

/** Fills an empty ledger with the invented portfolio, batch by batch on the day of each; goes on where an interrupted loading stopped. Throws Failure. */
export async function seedDemo(dataDir: string): Promise<void> {
  const { head } = await import('@/lib/data/changes')
  const { disconnect, pool } = await import('@/lib/data/client')
  const empty = (await head(pool())).seq === 0
  const progress = readProgress(dataDir, empty, today())
  const batches = demoPortfolio(progress.today)
  if (progress.done < batches.length) console.log('Loading the invented portfolio …')
  for (let done = progress.done; done < batches.length; done++) {
    const batch = batches[done]
    if (batch) await importBatch(batch)
    writeProgress(dataDir, { today: progress.today, done: done + 1 })
  }
  await disconnect()
}
