import { z } from 'zod'
import type { Db } from '@/lib/data/client'

const instant = z.date().transform((date) => date.getTime())
const seq = z.string().transform(Number)

const loggedRow = z.object({
  seq,
  at: instant,
  actor: z.string(),
  verb: z.string(),
  reason: z.string().nullable(),
  subject: z.string(),
  diff: z.looseObject({}),
  batch: z.string().nullable(),
  undoes: seq.nullable(),
  /** The change that undid it. */
  undoneBy: seq.nullable(),
  hash: z.custom<Buffer>(Buffer.isBuffer),
  /** Where what it recorded is found: of its first statement, else the agreement's main source. */
  source: z
    .object({
      url: z.string().nullable(),
      attachment: z.string().nullable(),
      publisher: z.string().nullable(),
      publishedOn: z.string().nullable(),
    })
    .nullable(),
})

/** A change as the log shows it. */
export type LoggedChange = z.output<typeof loggedRow>

const STATEMENT_SOURCE = `select s.url, s.attachment, s.publisher, s.published_on as "publishedOn" from (
    select source_id, 0 as rank, id from fact where recorded = c.seq
    union all select source_id, 1, id from event where recorded = c.seq
    union all select x.source_id, 2, x.source_id from agreement a join agreement_source x on x.agreement_id = a.id
      where a.reference = c.subject and x.position = 0
  ) cited join source s on s.id = cited.source_id order by cited.rank, cited.id limit 1`

const LOGGED = `select c.seq, c."at", c.actor, c.verb, c.reason, c.subject, c.diff, c.batch, c.undoes, c.hash,
    undone.seq as "undoneBy", (select to_jsonb(found) from (${STATEMENT_SOURCE}) found) as source
  from change c left join change undone on undone.undoes = c.seq`

function logged(rows: unknown[]): LoggedChange[] {
  return z.array(loggedRow).parse(rows)
}

/** A change by its number; null when there is none. */
export async function findChange(db: Db, number: number): Promise<LoggedChange | null> {
  const { rows } = await db.query(`${LOGGED} where c.seq = $1`, [number])
  return logged(rows)[0] ?? null
}

const stepRow = loggedRow.pick({
  seq: true,
  at: true,
  actor: true,
  verb: true,
  subject: true,
  undoes: true,
  undoneBy: true,
})

/** A change without what it says. */
export type LoggedStep = z.output<typeof stepRow>

/** The changes that were written together, the latest first; a large file makes a hundred thousand. */
export async function stepsOfBatch(db: Db, batch: string): Promise<LoggedStep[]> {
  const { rows } = await db.query(
    `select c.seq, c."at", c.actor, c.verb, c.subject, c.undoes, undone.seq as "undoneBy"
     from change c left join change undone on undone.undoes = c.seq where c.batch = $1 order by c.seq desc`,
    [batch],
  )
  return z.array(stepRow).parse(rows)
}

const saidRow = loggedRow.pick({ seq: true, subject: true, diff: true })

/** What a change says of its subject. */
export type ChangeSaid = z.output<typeof saidRow>

/** What changes say, by their numbers. */
export async function saidBy(
  db: Db,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, ChangeSaid>> {
  const { rows } = await db.query('select seq, subject, diff from change where seq = any($1)', [
    numbers,
  ])
  return new Map(
    z
      .array(saidRow)
      .parse(rows)
      .map((said) => [said.seq, said]),
  )
}

/** What was said of subjects after a change and still holds, apart from the changes of a batch. */
export async function saidSince(
  db: Db,
  subjects: readonly string[],
  since: number,
  exceptBatch: string | null,
): Promise<ChangeSaid[]> {
  const { rows } = await db.query(
    `select c.seq, c.subject, c.diff from change c
     where c.subject = any($1) and c.seq > $2 and c.undoes is null and ($3::text is null or c.batch is distinct from $3)
       and not exists (select from change undone where undone.undoes = c.seq) order by c.seq`,
    [subjects, since, exceptBatch],
  )
  return z.array(saidRow).parse(rows)
}

/** The changes of a subject, the latest first. */
export async function changesOfSubject(db: Db, subject: string): Promise<LoggedChange[]> {
  const { rows } = await db.query(`${LOGGED} where c.subject = $1 order by c.seq desc`, [subject])
  return logged(rows)
}

/** What is asked of the log. */
export interface LogAsked {
  subject: string | null
  actor: string | null
  verb: string | null
  /** Only changes before this one. */
  before: string | null
  limit: number
}

/** A page of the log, the latest first, and whether more follow. */
export async function selectChanges(
  db: Db,
  { subject, actor, verb, before, limit }: LogAsked,
): Promise<{ rows: LoggedChange[]; more: boolean }> {
  const { rows } = await db.query(
    `${LOGGED} where ($1::text is null or c.subject = $1) and ($2::text is null or c.actor = $2)
       and ($3::text is null or c.verb = $3) and ($4::bigint is null or c.seq < $4)
     order by c.seq desc limit $5`,
    [subject, actor, verb, before, limit + 1],
  )
  return { rows: logged(rows.slice(0, limit)), more: rows.length > limit }
}
