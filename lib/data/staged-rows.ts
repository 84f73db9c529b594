import { z } from 'zod'
import type { Db, Tx } from '@/lib/data/client'
import { copyRows } from '@/lib/data/rows'
import { PROPOSAL_KINDS, type ProposalKind, REGIONS, type Region } from '@/lib/domain/types'
import type { Cells } from '@/lib/schemas/proposal'
import {
  STAGED_FATES,
  type StagedCounts,
  type StagedFate,
  type StagedView,
} from '@/lib/schemas/staged'

const refusal = z.object({
  column: z.string(),
  value: z.string(),
  reason: z.object({
    code: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
})

const storedRow = z.object({
  line: z.number(),
  fields: z.array(z.string()),
  fate: z.enum(STAGED_FATES),
  doubts: z.array(z.string()),
  refusals: z.array(refusal).nullable(),
  subject: z.string().nullable(),
  changed: z.record(z.string(), z.tuple([z.string(), z.string()])).nullable(),
  alike: z.array(z.string()).nullable(),
  kind: z.enum(PROPOSAL_KINDS).nullable(),
  region: z.enum(REGIONS).nullable(),
  cells: z.record(z.string(), z.string()).nullable(),
})

/** A row of a staged file as it was judged: as written, and what it would become or why it is refused. */
export type StagedRow = z.output<typeof storedRow>

/** The same with what a proposal of it would start from. */
export interface JudgedRow extends Omit<StagedRow, 'kind'> {
  kind: ProposalKind | null
  baseVersion: number | null
  base: Cells | null
}

const COPIED = [
  ...['file_id', 'line', 'fields', 'fate', 'doubts', 'refusals', 'subject', 'changed', 'alike'],
  ...['kind', 'region', 'cells', 'base_version', 'base'],
]

// A text array as COPY's text takes it.
function array(items: readonly string[]): string {
  const quoted = items.map((item) => `"${item.replaceAll(/[\\"]/g, (one) => `\\${one}`)}"`)
  return `{${quoted.join(',')}}`
}

/** Keeps judged rows, in one COPY. */
export async function copyStaged(
  tx: Tx,
  fileId: string,
  rows: readonly JudgedRow[],
): Promise<void> {
  const copied = rows.map(({ fields, doubts, baseVersion, ...row }) => ({
    ...row,
    file_id: fileId,
    fields: array(fields),
    doubts: array(doubts),
    base_version: baseVersion,
  }))
  await copyRows(tx, 'staged_row', COPIED, copied)
}

/** Forgets what was judged of a file. */
export async function clearStaged(tx: Tx, fileId: string): Promise<void> {
  await tx.query('delete from staged_row where file_id = $1', [fileId])
}

const VIEWS: Record<StagedView, string> = {
  created: `fate = 'created'`,
  updated: `fate = 'updated'`,
  unchanged: `fate = 'unchanged'`,
  refused: `fate = 'refused'`,
  doubt: `doubts <> '{}' and fate <> 'refused'`,
  alike: `alike is not null`,
}

const COLUMNS = 'line, fields, fate, doubts, refusals, subject, changed, alike, kind, region, cells'

/** Rows of a file behind a line, in its order. */
export async function stagedRows(
  db: Db,
  fileId: string,
  { view, after, limit }: { view: StagedView | null; after: number; limit: number },
): Promise<StagedRow[]> {
  const { rows } = await db.query(
    `select ${COLUMNS} from staged_row where file_id = $1 and line > $2 and ${view ? VIEWS[view] : 'true'}
     order by line limit $3`,
    [fileId, after, limit],
  )
  return z.array(storedRow).parse(rows)
}

const fateRow = z.object({
  fate: z.enum(STAGED_FATES),
  rows: z.number(),
  doubt: z.number(),
  alike: z.number(),
})

/** How many rows of a file have which fate, are doubted, or are like an agreement of the ledger. */
export async function countStaged(
  db: Db,
  fileId: string,
): Promise<Omit<StagedCounts, 'unknown' | 'unsought'>> {
  const { rows } = await db.query(
    `select fate, count(*)::int as rows, (count(*) filter (where ${VIEWS.doubt}))::int as doubt,
       (count(*) filter (where ${VIEWS.alike}))::int as alike
     from staged_row where file_id = $1 group by fate`,
    [fileId],
  )
  const found = z.array(fateRow).parse(rows)
  const of = (fate: StagedFate) => found.find((row) => row.fate === fate)?.rows ?? 0
  const sum = (part: 'rows' | 'doubt' | 'alike') => found.reduce((all, row) => all + row[part], 0)
  const fates = Object.fromEntries(STAGED_FATES.map((fate) => [fate, of(fate)]))
  return {
    ...(fates as Record<StagedFate, number>), // an entry for each fate
    ...{ read: sum('rows'), doubt: sum('doubt'), alike: sum('alike') },
  }
}

const sliceRow = z.object({ proposed: z.number(), last: z.number().nullable() })

/** Makes proposals of so many rows of a file behind a line that are new or differ, in the order of its lines; returns how many, and the last line while there may be more. */
export async function proposeStaged(
  tx: Tx,
  fileId: string,
  one: { importId: string; author: string; submit: boolean; after: number; limit: number },
): Promise<z.output<typeof sliceRow>> {
  const { importId, author, submit, after, limit } = one
  const { rows } = await tx.query(
    `with slice as (
       select * from staged_row where file_id = $1 and fate in ('created', 'updated') and line > $5 order by line limit $6
     ), made as (
       insert into proposal (id, kind, subject, payload, base_version, base, region, state, author, import_id, created_at, submitted_at, updated_at)
       select gen_random_uuid(), kind, subject, jsonb_build_object('cells', cells, 'claims', '[]'::jsonb, 'commitments', '[]'::jsonb),
         base_version, base, region, case when $4 then 'submitted' else 'draft' end, $3, $2, now(),
         case when $4 then now() end, now()
       from slice order by line
     )
     select count(*)::int as proposed, case when count(*) = $6 then max(line) end as last from slice`,
    [fileId, importId, author, submit, after, limit],
  )
  return sliceRow.parse(rows[0])
}

/** Whether a reference that a new agreement of the file was given has been reserved by another open proposal since. */
export async function hasTakenName(tx: Tx, fileId: string): Promise<boolean> {
  const { rows } = await tx.query(
    `select exists (
       select from staged_row r join proposal p on p.subject = r.subject
       where r.file_id = $1 and r.fate = 'created' and r.kind = 'agreement' and p.kind = 'agreement'
         and p.state in ('draft', 'submitted', 'returned')) as taken`,
    [fileId],
  )
  return z.object({ taken: z.boolean() }).parse(rows[0]).taken
}

/** The regions that the rows of a file which would be proposed name, and those that their agreements are in. */
export async function regionsToWrite(tx: Tx, fileId: string): Promise<Region[]> {
  const { rows } = await tx.query(
    `select distinct unnest(array[r.region, a.region]) as region
     from staged_row r left join agreement a on a.reference = r.subject
     where r.file_id = $1 and r.fate in ('created', 'updated')`,
    [fileId],
  )
  return z
    .array(z.object({ region: z.enum(REGIONS).nullable() }))
    .parse(rows)
    .flatMap(({ region }) => region ?? [])
}

/** That rows of a file mean agreements which the ledger has (null: none of them), kept until it is forgotten. */
export async function keepChoices(
  tx: Tx,
  fileId: string,
  choices: readonly { line: number; reference: string | null }[],
): Promise<void> {
  await tx.query(
    `insert into staged_choice (file_id, line, reference) select $1, c.line, c.reference
     from unnest($2::int[], $3::text[]) as c(line, reference)
     on conflict (file_id, line) do update set reference = excluded.reference`,
    [fileId, choices.map(({ line }) => line), choices.map(({ reference }) => reference)],
  )
}

const choiceRow = z.object({ line: z.number(), reference: z.string().nullable() })

/** What a person said of rows that are like agreements of the ledger, by line. */
export async function choicesOf(db: Db, fileId: string): Promise<Map<number, string | null>> {
  const { rows } = await db.query('select line, reference from staged_choice where file_id = $1', [
    fileId,
  ])
  return new Map(
    z
      .array(choiceRow)
      .parse(rows)
      .map(({ line, reference }) => [line, reference]),
  )
}

/** Forgets what was said of rows: lines mean others once a file is read differently. */
export async function clearChoices(tx: Tx, fileId: string): Promise<void> {
  await tx.query('delete from staged_choice where file_id = $1', [fileId])
}
