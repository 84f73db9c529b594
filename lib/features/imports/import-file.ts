import 'server-only'
import { randomUUID } from 'node:crypto'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { head, lockChain } from '@/lib/data/changes'
import { pool, transaction } from '@/lib/data/client'
import type { ImportReport } from '@/lib/data/plans/refusal'
import type { Instant } from '@/lib/domain/types'
import type { ImportKind } from '@/lib/schemas/import'
import { prepareFile } from './prepare-file'

/** A file in the import format and who brings it. */
export interface ImportInput {
  viewer: Viewer
  kind: ImportKind
  file: Buffer
  dryRun: boolean
  /** Now, in milliseconds. */
  clock: () => Instant
}

/**
 * Imports a file of accepted records: all of it in one transaction with one Change per record, or nothing when any row
 * is refused; what the ledger already says is left alone (contract, section 5). Returns what was done, or with `dryRun`
 * would be. Throws Forbidden without the permission import.accept.
 */
export async function importFile(input: ImportInput): Promise<ImportReport> {
  const { viewer, kind, file, dryRun, clock } = input
  authorise(viewer, 'import.accept')
  const batch = { actor: viewer.name, id: randomUUID() }
  // Read and judge first, so that other writers wait for the writing alone.
  const seen = await head(pool())
  const ready = await prepareFile(pool(), kind, file, batch)
  if (dryRun || !ready.write) return ready.report
  return transaction(async (tx) => {
    const last = await lockChain(tx)
    // When somebody wrote meanwhile, judge again: nobody else can write now.
    const sure = last.seq === seen.seq ? ready : await prepareFile(tx, kind, file, batch)
    await sure.write?.(tx, last, clock())
    return sure.report
  })
}
