import type { Viewer } from '@/lib/auth/viewer'
import { head } from '@/lib/data/changes'
import { pool, type Tx, transaction } from '@/lib/data/client'
import { insertProposedImport } from '@/lib/data/import-files'
import { endWork, type StagedFile } from '@/lib/data/staged-files'
import { hasTakenName, proposeStaged, regionsToWrite } from '@/lib/data/staged-rows'
import type { Instant } from '@/lib/domain/types'
import type { Tell } from './check-staged'

/** Rows that one statement proposes: after each the lease is kept and the progress told. */
const SLICE_ROWS = 10_000

/** In whose name a file is written, and by which worker. */
export interface Writing {
  viewer: Viewer
  worker: string
  tell: Tell
  clock: () => Instant
}

// Judging refused the rows of other regions; the account may have been given another one since.
async function leavesItsRegion(tx: Tx, { region }: Viewer, fileId: string): Promise<boolean> {
  return region !== null && (await regionsToWrite(tx, fileId)).some((one) => one !== region)
}

/**
 * Makes a proposal of every row of a judged file that is new or differs, all in one transaction, as one import that can be
 * withdrawn, accepted and undone together. Returns false, with nothing written, when the ledger, the names reserved by
 * others or the region of the account have moved since it was judged: then it must be judged again.
 */
export async function writeStaged(
  staged: StagedFile,
  { viewer, worker, tell, clock }: Writing,
): Promise<boolean> {
  const { id, author, kind, fileName, size, counts, submit } = staged
  if (!counts) throw new Error('a file is written before it was judged')
  return transaction(async (tx) => {
    if ((await head(pool())).seq !== staged.seq || (await hasTakenName(tx, id))) return false
    if (await leavesItsRegion(tx, viewer, id)) return false
    const { created, updated, unchanged, read } = counts
    const report = { read, created, updated, unchanged }
    const importId = await insertProposedImport(tx, {
      ...{ author, kind, fileName, size, report, key: null, keyHash: null, at: clock() },
    })
    if (importId === null) throw new Error('an import without a key met another one')
    let after = 0
    for (let done = 0; ; ) {
      const slice = await proposeStaged(tx, id, {
        importId,
        author,
        submit,
        after,
        limit: SLICE_ROWS,
      })
      done += slice.proposed
      await tell(done, created + updated)
      if (slice.last === null) break
      after = slice.last
    }
    // The lease may have ended meanwhile: then somebody else writes it, and this comes to nothing.
    if (!(await endWork(tx, id, worker, { state: 'written', importId })))
      throw new Error('the file is somebody else’s by now')
    return true
  })
}
