import { z } from 'zod'
import type { Db, Tx } from '@/lib/data/client'
import type { ImportReport } from '@/lib/data/plans/refusal'
import type { Instant } from '@/lib/domain/types'
import type { ImportKind } from '@/lib/schemas/import'

/** What came of a file whose rows were proposed, without the refusals: there are none. */
export type ProposedCounts = Omit<ImportReport, 'refused'>

const counts = z.object({
  read: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
})

/** A file that ended as proposals. */
export interface NewImport {
  author: string
  kind: ImportKind
  fileName: string
  size: number
  report: ProposedCounts
  /** Idempotency key, unique among all authors, and the hash of what came with it. */
  key: string | null
  keyHash: Buffer | null
  at: Instant
}

/** Keeps that a file was proposed; the id of it, or null when its key was used already. */
export async function insertProposedImport(tx: Tx, one: NewImport): Promise<string | null> {
  const { rows } = await tx.query(
    `insert into import_file (id, author, kind, file_name, size, report, key, key_hash, proposed_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (key) do nothing returning id`,
    [
      ...[one.author, one.kind, one.fileName, one.size, JSON.stringify(one.report)],
      ...[one.key, one.keyHash, new Date(one.at).toISOString()],
    ],
  )
  return rows.length === 0 ? null : z.object({ id: z.string() }).parse(rows[0]).id
}

const keyedRow = z.object({
  id: z.string(),
  hash: z.custom<Buffer>(Buffer.isBuffer),
  report: counts,
})

/** The import that a key made, and the hash of what came with it; null when the key is new. */
export async function importOfKey(
  db: Db,
  key: string,
): Promise<{ id: string; hash: Buffer; report: ProposedCounts } | null> {
  const { rows } = await db.query(
    'select id, key_hash as hash, report from import_file where key = $1',
    [key],
  )
  return rows.length === 0 ? null : keyedRow.parse(rows[0])
}
