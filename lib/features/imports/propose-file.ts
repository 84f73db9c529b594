import 'server-only'
import { createHash } from 'node:crypto'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool, rehearsal, type Tx, transaction } from '@/lib/data/client'
import { importOfKey, insertProposedImport } from '@/lib/data/import-files'
import type { ImportReport } from '@/lib/data/plans/refusal'
import { insertBrought } from '@/lib/data/proposal-batches'
import type { Instant } from '@/lib/domain/types'
import { Refused } from '@/lib/errors'
import type { ImportKind } from '@/lib/schemas/import'
import { broughtOf, refusalsOfProposing } from './brought-rows'
import { judgeFile, NOBODY } from './prepare-file'

/** A file in the import format whose rows are to be reviewed. */
export interface ProposeInput {
  viewer: Viewer
  kind: ImportKind
  file: Buffer
  fileName: string
  dryRun: boolean
  /** Hand the rows in at once; otherwise they are drafts. */
  submit: boolean
  /** An idempotency key of the client's own: the same key and file give the first result again. */
  key?: string
  clock: () => Instant
}

/** What came of a file: `batch` is the import that its proposals belong to, null when there are none. */
export interface ProposedReport extends ImportReport {
  batch: string | null
}

/** What an edit that came with a file gives as its reason. */
export function reasonOf(fileName: string): string {
  return `Import: ${fileName}`
}

function hashOf({ kind, submit, file }: ProposeInput): Buffer {
  return createHash('sha256').update(`${kind} ${submit}\n`).update(file).digest()
}

async function madeBefore(
  tx: Tx,
  key: string | null,
  hash: Buffer | null,
): Promise<ProposedReport | null> {
  const made = key === null ? null : await importOfKey(tx, key)
  if (!made) return null
  if (!hash || !made.hash.equals(hash)) throw new Refused('key_reused')
  return { ...made.report, refused: [], batch: made.id }
}

/**
 * Makes a proposal of every row of a file that is new or differs, all in one transaction, or of none when any row is
 * refused (contract, section 4); a trial only tells. Throws Forbidden, and Refused when the key came with something else before.
 */
export async function proposeFile(input: ProposeInput): Promise<ProposedReport> {
  const { viewer, kind, file, fileName, dryRun, submit, clock } = input
  authorise(viewer, 'proposal.create')
  const key = input.key === undefined || dryRun ? null : `${viewer.name} ${input.key}`
  const keyHash = key === null ? null : hashOf(input)
  const found = await judgeFile(pool(), kind, file, NOBODY)
  const { judged, rows, read } = found
  return (dryRun ? rehearsal : transaction)(async (tx) => {
    const before = await madeBefore(tx, key, keyHash)
    if (before) return before
    if (!judged) return { ...uncounted(read), refused: found.refused, batch: null }
    const more = await refusalsOfProposing(tx, viewer, kind, rows, judged)
    const { created, updated, unchanged } = judged
    const counts = { read, created, updated, unchanged }
    const refused = [...found.refused, ...more].sort((a, b) => a.line - b.line)
    if (dryRun || refused.length > 0 || created + updated === 0)
      return { ...counts, refused, batch: null }
    const at = clock()
    const made = { author: viewer.name, kind, fileName, size: file.length, report: counts }
    const batch = await insertProposedImport(tx, { ...made, key, keyHash, at })
    // The same key came twice at once: the other one was first.
    const first = batch === null ? await madeBefore(tx, key, keyHash) : null
    if (first) return first
    if (batch === null) throw new Refused('key_reused')
    const brought = broughtOf(kind, rows, judged, reasonOf(fileName))
    await insertBrought(tx, brought, { importId: batch, author: viewer.name, submit, at })
    return { ...counts, refused, batch }
  })
}

function uncounted(read: number) {
  return { read, created: 0, updated: 0, unchanged: 0 }
}
