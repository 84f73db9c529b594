import { z } from 'zod'
import type { Db, Tx } from '@/lib/data/client'
import { findProposals, type ProposalRecord } from '@/lib/data/proposals'
import { insertRows } from '@/lib/data/rows'
import type { Instant, ProposalKind, ProposalState, Region } from '@/lib/domain/types'
import type { Cells } from '@/lib/schemas/proposal'

/** A row of an imported file as the proposal that it becomes. */
export interface BroughtProposal {
  kind: ProposalKind
  subject: string
  cells: Cells
  region: Region | null
  /** Of an edit: the version of the agreement that it was made from, and what its row said then. */
  baseVersion: number | null
  base: Cells | null
}

/** Who brings proposals together, with which file, and whether they are handed in at once. */
export interface Bringing {
  importId: string
  author: string
  submit: boolean
  at: Instant
}

const COLUMNS = {
  id: 'uuid',
  kind: 'text',
  subject: 'text',
  payload: 'jsonb',
  base_version: 'integer',
  base: 'jsonb',
  region: 'text',
  state: 'text',
  author: 'text',
  import_id: 'uuid',
  created_at: 'timestamptz',
  submitted_at: 'timestamptz',
  updated_at: 'timestamptz',
}

/** Keeps the rows of a file as proposals, drafts or submissions, in the caller's transaction. */
export async function insertBrought(
  tx: Tx,
  brought: readonly BroughtProposal[],
  { importId, author, submit, at }: Bringing,
): Promise<void> {
  const moment = new Date(at).toISOString()
  const rows = brought.map(({ cells, baseVersion, ...one }) => ({
    ...one,
    payload: { cells, claims: [], commitments: [] },
    base_version: baseVersion,
    state: submit ? 'submitted' : 'draft',
    author,
    import_id: importId,
    created_at: moment,
    submitted_at: submit ? moment : null,
    updated_at: moment,
  }))
  await insertRows(tx, 'proposal', COLUMNS, rows, { id: 'gen_random_uuid()' })
}

const ownerRow = z.object({ author: z.string() })

/** Who brought an import; null when there is none. */
export async function authorOfImport(db: Db, importId: string): Promise<string | null> {
  const { rows } = await db.query(`select author from import_file where id = $1`, [importId])
  return rows.length === 0 ? null : ownerRow.parse(rows[0]).author
}

const waitingRow = z.object({
  id: z.string(),
  subject: z.string().nullable(),
  version: z.number(),
  region: z.string().nullable(),
  plain: z.boolean(),
  relating: z.boolean(),
})

/** A proposal of an import without what it says, of which there may be a hundred thousand. */
export type WaitingProposal = z.output<typeof waitingRow>

/**
 * The proposals of an import in a state, in the order of their subjects, locked until the transaction ends. `region` is what
 * they state, `plain` whether they say no more than a row of a file, `relating` whether they say to what they relate.
 */
export async function lockBrought(
  tx: Tx,
  importId: string,
  states: readonly ProposalState[],
): Promise<WaitingProposal[]> {
  const { rows } = await tx.query(
    `select id, subject, version, trim(payload->'cells'->>'region') as region,
       payload->'claims' = '[]' and payload->'commitments' = '[]' and coalesce(payload->'cells'->>'source_attachment', '') = '' as plain,
       coalesce(payload->'cells'->>'relations', '') <> '' or (kind = 'edit' and payload->'cells' ? 'relations') as relating
     from proposal where import_id = $1 and state = any($2) order by created_at, kind, subject, id for update`,
    [importId, states],
  )
  return z.array(waitingRow).parse(rows)
}

/** Proposals by their ids, in the order of these. */
export async function proposalsInOrder(db: Db, ids: readonly string[]): Promise<ProposalRecord[]> {
  const found = await findProposals(db, 'where id = any($1::uuid[])', [ids])
  const byId = new Map(found.map((one) => [one.id, one]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** An acceptance of several, each with the change that it wrote. */
export interface JointAcceptance {
  reviewer: string
  batch: string
  at: Instant
  changes: readonly { id: string; change: number }[]
}

/** Moves locked submissions to accepted. */
export async function acceptBrought(tx: Tx, one: JointAcceptance): Promise<void> {
  await tx.query(
    `update proposal p set state = 'accepted', reviewer = $1, batch = $2, updated_at = $3, change = c.change,
       self_accepted = (p.author = $1), version = p.version + 1
     from unnest($4::uuid[], $5::bigint[]) as c(id, change) where p.id = c.id`,
    [
      ...[one.reviewer, one.batch, new Date(one.at).toISOString()],
      ...[one.changes.map(({ id }) => id), one.changes.map(({ change }) => change)],
    ],
  )
}

/** Withdraws proposals of an import that have not ended; returns how many. */
export async function withdrawBrought(tx: Tx, importId: string, at: Instant): Promise<number> {
  const { rowCount } = await tx.query(
    `update proposal set state = 'withdrawn', updated_at = $2, version = version + 1
     where import_id = $1 and state in ('draft', 'submitted', 'returned')`,
    [importId, new Date(at).toISOString()],
  )
  return rowCount ?? 0
}

/** How many proposals of an import nobody has decided on. */
export async function countOpen(db: Db, importId: string): Promise<number> {
  const { rows } = await db.query(
    `select count(*)::int as open from proposal where import_id = $1 and state in ('draft', 'submitted', 'returned')`,
    [importId],
  )
  return z.object({ open: z.number() }).parse(rows[0]).open
}
