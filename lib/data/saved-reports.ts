import { z } from 'zod'
import { EXPORT_FILES } from '@/lib/schemas/export-files'
import { type Db, reader, type Tx } from './client'

const figures = z.object({
  count: z.number(),
  promised: z.string().nullable(),
  created: z.string().nullable(),
})

/** The numbers that a report is remembered by: agreements, Σ T, Σ c over R, in persons or centimes; null where the file has none. */
export type ReportFigures = z.output<typeof figures>

const row = z.object({
  id: z.string(),
  title: z.string(),
  file: z.enum(EXPORT_FILES),
  query: z.string(),
  seq: z.string(),
  knownAt: z.date().transform((date) => date.getTime()),
  method: z.string(),
  base: z.string(),
  columns: z.array(z.string()),
  rowCount: z.number(),
  sha256: z.string(),
  figures: figures.nullable(),
  author: z.string().nullable(),
  createdAt: z.date(),
})

/** A file as it was when somebody kept it; `sha256` in hexadecimal, `knownAt` the instant of the last change that counted. */
export type SavedReport = z.output<typeof row>

const SELECT = `select r.id, r.title, r.file, r.query, r.seq::text as seq, c."at" as "knownAt", r.method, r.base, r.columns,
    r.row_count as "rowCount", encode(r.sha256, 'hex') as sha256, r.figures, a.name as author, r.created_at as "createdAt"
  from saved_report r join change c on c.seq = r.seq left join account a on a.id = r.author`

/** A kept report; null when there is none of that id. */
export async function findReport(id: string, db: Db = reader()): Promise<SavedReport | null> {
  const { rows } = await db.query(`${SELECT} where r.id = $1`, [id])
  return rows.length === 0 ? null : row.parse(rows[0])
}

/** The reports kept last, the latest first, at most `limit`. */
export async function latestReports(limit: number, db: Db = reader()): Promise<SavedReport[]> {
  const { rows } = await db.query(`${SELECT} order by r.created_at desc, r.id limit $1`, [limit])
  return z.array(row).parse(rows)
}

/** What is kept of a report; the rest the database knows. */
export type NewReport = Omit<SavedReport, 'knownAt' | 'createdAt' | 'author'> & { author: string }

/** Keeps a report. */
export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  const { id, title, file, query, seq, method, base, columns, rowCount, sha256, author } = report
  await tx.query(
    `insert into saved_report (id, title, file, query, seq, method, base, columns, row_count, sha256, figures, author, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, decode($10, 'hex'), $11, $12, now())`,
    [
      ...[id, title, file, query, seq, method, base, columns, rowCount, sha256],
      ...[JSON.stringify(report.figures), author],
    ],
  )
}

const rewriting = z.object({
  seq: z.string(),
  at: z.date(),
  subject: z.string(),
  columns: z.array(z.string()),
})

/** A change that wrote over a description after a report was kept. */
export type Rewriting = z.output<typeof rewriting>

// What describes a record is edited in place (decision 0002); every other column of a file is dated in the ledger.
const IN_PLACE: Record<'agreement' | 'target', readonly string[]> = {
  agreement: [
    ...['title', 'type', 'binding', 'company', 'other_companies', 'government_parties', 'sector'],
    ...['signatories', 'signed_basis', 'region', 'place', 'summary', 'notes', 'other_sources'],
    ...['source_url', 'source_publisher', 'source_date', 'source_language'],
  ],
  target: [
    ...['title', 'programme', 'measure', 'quantity', 'currency', 'deadline', 'baseline'],
    ...['baseline_date', 'sector', 'region', 'source_url', 'source_date', 'as_stated', 'notes'],
  ],
}

/** The changes after the report's that wrote over what describes one of its kind of records, the latest first, at most `limit`. */
export async function rewritingsSince(
  { seq, file }: Pick<SavedReport, 'seq' | 'file'>,
  limit: number,
  db: Db = reader(),
): Promise<Rewriting[]> {
  const { rows } = await db.query(
    `select c.seq::text as seq, c."at", c.subject, touched.columns
     from change c cross join lateral (
       select array_agg(key order by key) as columns
       from jsonb_object_keys(case when jsonb_typeof(c.diff->'changed') = 'object' then c.diff->'changed' else '{}' end) key
       where key = any($2)
     ) touched
     where c.seq > $1 and touched.columns is not null
       and exists (select from ${file === 'targets' ? 'target t where t.code' : 'agreement t where t.reference'} = c.subject)
     order by c.seq desc limit $3`,
    [seq, IN_PLACE[file === 'targets' ? 'target' : 'agreement'], limit],
  )
  return z.array(rewriting).parse(rows)
}
