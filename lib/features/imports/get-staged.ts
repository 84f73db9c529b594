import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { transaction } from '@/lib/data/client'
import { countOpen } from '@/lib/data/proposal-batches'
import { listMappings, type SavedMapping } from '@/lib/data/saved-mappings'
import { findStaged, type StagedFile } from '@/lib/data/staged-files'
import { type StagedRow, stagedRows } from '@/lib/data/staged-rows'
import { NotFound } from '@/lib/errors'
import type { StagedView } from '@/lib/schemas/staged'
import { isStagedId } from './own-staged'

const ALIKE_ROWS = 50

/** A staged file with a page of its judged rows; `next` is the line behind which more follow, null when none does. */
export interface StagedPage {
  staged: StagedFile
  rows: StagedRow[]
  next: number | null
  /** The first rows that are like an agreement of the ledger, and not decided. */
  alike: StagedRow[]
  /** How many of the proposals that it made nobody has decided on. */
  open: number
  mappings: SavedMapping[]
}

export type { StagedRow }

/** A file that this account brought, with so many of its rows behind a line. Throws Forbidden, and NotFound also for another's. */
export async function getStaged(
  viewer: Viewer,
  id: string,
  { view, after, limit }: { view: StagedView | null; after: number; limit: number },
): Promise<StagedPage> {
  authorise(viewer, 'proposal.create')
  if (!isStagedId(id)) throw new NotFound('import', id)
  return transaction(async (tx) => {
    const staged = await findStaged(tx, id)
    if (!staged || staged.author !== viewer.name) throw new NotFound('import', id)
    const found = await stagedRows(tx, id, { view, after, limit: limit + 1 })
    const rows = found.slice(0, limit)
    const next = found.length > limit ? (rows.at(-1)?.line ?? null) : null
    const alike = await stagedRows(tx, id, { view: 'alike', after: 0, limit: ALIKE_ROWS })
    const open = staged.importId === null ? 0 : await countOpen(tx, staged.importId)
    return { staged, rows, next, alike, open, mappings: await listMappings(tx, staged.kind) }
  })
}
