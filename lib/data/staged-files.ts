import { z } from 'zod'
import type { Db, Tx } from '@/lib/data/client'
import { IMPORT_KINDS } from '@/lib/schemas/import'
import {
  type ColumnMapping,
  columnMapping,
  dialect,
  type NameChoices,
  nameChoices,
  STAGED_STATES,
  type StagedCounts,
  type StagedState,
  stagedCounts,
} from '@/lib/schemas/staged'

const failure = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

const sample = z.array(z.object({ line: z.number(), fields: z.array(z.string()) }))

const stagedRow = z.object({
  id: z.string(),
  author: z.string(),
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  size: z.number(),
  sheets: z.array(z.string()),
  dialect,
  guessed: z.array(z.string()),
  header: z.array(z.string()),
  sample,
  mapping: columnMapping,
  names: nameChoices,
  state: z.enum(STAGED_STATES),
  problem: failure.nullable(),
  total: z.number().nullable(),
  done: z.number(),
  counts: stagedCounts.nullable(),
  seq: z.coerce.number().nullable(),
  submit: z.boolean(),
  part: z.boolean(),
  importId: z.string().nullable(),
  version: z.number(),
  createdAt: z.date().transform((date) => date.getTime()),
})

/** A file on its way in, apart from its bytes and rows. `sample` holds its first rows as they stand. */
export type StagedFile = z.output<typeof stagedRow>

const COLUMNS = `id, author, kind, file_name as "fileName", size, sheets, dialect, guessed, header, sample, mapping, names,
  state, problem, total, done, counts, seq, submit, part, import_id as "importId", version, created_at as "createdAt"`

/** A file as it arrives: how it was understood at first. */
export type NewStagedFile = Pick<
  StagedFile,
  'author' | 'kind' | 'fileName' | 'size' | keyof Described
>

/** How a file is read, and what its columns are taken for. */
export type Described = Pick<
  StagedFile,
  'sheets' | 'dialect' | 'guessed' | 'header' | 'sample' | 'mapping'
>

/** Keeps a file that is to be described; its bytes follow. Returns its id. */
export async function insertStaged(tx: Tx, one: NewStagedFile): Promise<string> {
  const { rows } = await tx.query(
    `insert into staged_file (id, author, kind, file_name, size, sheets, dialect, guessed, header, sample, mapping, state, created_at, updated_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'mapping', now(), now()) returning id`,
    [
      ...[one.author, one.kind, one.fileName, one.size, one.sheets, JSON.stringify(one.dialect)],
      ...[one.guessed, one.header, JSON.stringify(one.sample), JSON.stringify(one.mapping)],
    ],
  )
  return z.object({ id: z.string() }).parse(rows[0]).id
}

/** Keeps a piece of a file's bytes. */
export async function insertChunk(tx: Tx, id: string, part: number, bytes: Buffer): Promise<void> {
  await tx.query('insert into staged_chunk (file_id, part, bytes) values ($1, $2, $3)', [
    ...[id, part, bytes],
  ])
}

/** The bytes of a file, piece by piece. */
export async function* stagedBytes(db: Db, id: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part += 1) {
    const { rows } = await db.query(
      'select bytes from staged_chunk where file_id = $1 and part = $2',
      [id, part],
    )
    if (rows.length === 0) return
    yield z.object({ bytes: z.custom<Buffer>(Buffer.isBuffer) }).parse(rows[0]).bytes
  }
}

/** A staged file; null when there is none of that id. */
export async function findStaged(db: Db, id: string): Promise<StagedFile | null> {
  const { rows } = await db.query(`select ${COLUMNS} from staged_file where id = $1`, [id])
  return rows.length === 0 ? null : stagedRow.parse(rows[0])
}

/** The same, locked until the transaction ends. */
export async function lockStaged(tx: Tx, id: string): Promise<StagedFile | null> {
  const { rows } = await tx.query(`select ${COLUMNS} from staged_file where id = $1 for update`, [
    id,
  ])
  return rows.length === 0 ? null : stagedRow.parse(rows[0])
}

/** The files that somebody brought, the newest first. */
export async function stagedOf(db: Db, author: string, limit: number): Promise<StagedFile[]> {
  const { rows } = await db.query(
    `select ${COLUMNS} from staged_file where author = $1 order by created_at desc, id limit $2`,
    [author, limit],
  )
  return z.array(stagedRow).parse(rows)
}

/** Reads a file in another way; what was judged of it is gone. */
export async function describeStaged(tx: Tx, id: string, one: Described): Promise<void> {
  await tx.query(
    `update staged_file set sheets = $2, dialect = $3, guessed = $4, header = $5, sample = $6, mapping = $7,
       state = 'mapping', problem = null, counts = null, version = version + 1, updated_at = now() where id = $1`,
    [
      ...[id, one.sheets, JSON.stringify(one.dialect), one.guessed, one.header],
      ...[JSON.stringify(one.sample), JSON.stringify(one.mapping)],
    ],
  )
}

/** Has a file judged with a mapping and the names that a person confirmed. */
export async function askToCheck(
  tx: Tx,
  id: string,
  { mapping, names }: { mapping: ColumnMapping; names: NameChoices },
): Promise<void> {
  await tx.query(
    `update staged_file set mapping = $2, names = $3, state = 'checking', problem = null, done = 0, total = null,
       counts = null, worker = null, leased_to = null, version = version + 1, updated_at = now() where id = $1`,
    [id, JSON.stringify(mapping), JSON.stringify(names)],
  )
}

/** Has the rows of a judged file proposed. */
export async function askToWrite(
  tx: Tx,
  id: string,
  { submit, part }: { submit: boolean; part: boolean },
): Promise<void> {
  await tx.query(
    `update staged_file set state = 'writing', submit = $2, part = $3, done = 0, worker = null, leased_to = null,
       version = version + 1, updated_at = now() where id = $1`,
    [id, submit, part],
  )
}

/** Forgets a file with its rows; what it proposed stays. */
export async function deleteStaged(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from staged_file where id = $1', [id])
}

/** Forgets files that nobody has touched for so many days. */
export async function deleteStale(db: Db, days: number): Promise<void> {
  await db.query(
    `delete from staged_file where updated_at < now() - make_interval(days => $1) and state not in ('checking', 'writing')`,
    [days],
  )
}

/** Takes a file on which work waits, for one worker: nobody else takes it until the lease ends, should this one die. Null when none waits. */
export async function takeStaged(
  db: Db,
  worker: string,
  leaseSeconds: number,
): Promise<StagedFile | null> {
  const { rows } = await db.query(
    `update staged_file set worker = $1, leased_to = now() + make_interval(secs => $2)
     where id = (
       select id from staged_file where state in ('checking', 'writing') and (leased_to is null or leased_to < now())
       order by updated_at limit 1 for update skip locked
     ) returning ${COLUMNS}`,
    [worker, leaseSeconds],
  )
  return rows.length === 0 ? null : stagedRow.parse(rows[0])
}

/** Tells how far the work on a file is and keeps its lease; false when it is somebody else's by now, or nobody's. */
export async function tellProgress(
  db: Db,
  id: string,
  worker: string,
  { done, total, leaseSeconds }: { done: number; total: number | null; leaseSeconds: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update staged_file set done = $3, total = coalesce($4, total), leased_to = now() + make_interval(secs => $5)
     where id = $1 and worker = $2 and state in ('checking', 'writing')`,
    [id, worker, done, total, leaseSeconds],
  )
  return rowCount === 1
}

/** Ends the work on a file: where it stands now. False when it is no longer this worker's. */
export async function endWork(
  db: Db,
  id: string,
  worker: string,
  end: {
    state: StagedState
    problem?: z.output<typeof failure>
    counts?: StagedCounts
    seq?: number
    importId?: string
  },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update staged_file set state = $3, problem = $4, counts = coalesce($5, counts), seq = coalesce($6, seq), import_id = $7,
       worker = null, leased_to = null, version = version + 1, updated_at = now() where id = $1 and worker = $2`,
    [
      ...[id, worker, end.state, end.problem ? JSON.stringify(end.problem) : null],
      ...[end.counts ? JSON.stringify(end.counts) : null, end.seq ?? null, end.importId ?? null],
    ],
  )
  return rowCount === 1
}
