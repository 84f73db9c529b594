import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { IsoDate } from '@/lib/domain/types'

const shape = z.object({ today: z.string(), done: z.number().int() })

/** How far the loading of the invented portfolio has come: the day it was invented on, and the batches that are in. */
export type Progress = z.output<typeof shape>

const fileOf = (dataDir: string) => path.join(dataDir, 'demo.json')

/** Where an interrupted loading stopped; a fresh start for an empty ledger. */
export function readProgress(dataDir: string, empty: boolean, today: IsoDate): Progress {
  const file = fileOf(dataDir)
  if (empty || !existsSync(file)) return { today, done: 0 }
  return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Keeps the progress; a crash leaves the old file or the new one, never half of it. */
export function writeProgress(dataDir: string, progress: Progress): void {
  const next = `${fileOf(dataDir)}.next`
  writeFileSync(next, JSON.stringify(progress))
  renameSync(next, fileOf(dataDir))
}
