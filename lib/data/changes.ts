import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '@/lib/domain/types'
import type { Db, Tx } from './client'
import { insertRows } from './rows'

/** Any fixed number: every writer of the ledger queues behind it. */
const LOCK = 5_210_040_917

/** What the first change follows. */
export const FIRST_HASH = Buffer.alloc(32)

/** What a change says, before its place in the chain is known. Diffs hold text, whole numbers, booleans, lists and objects only. */
export interface ChangeDraft {
  actor: string
  verb: string
  reason: string | null
  subject: string
  diff: object
  key: string | null
  batch: string | null
  undoes: number | null
}

/** The last change: what the next one follows. seq 0 = there is none yet. */
export interface Head {
  seq: number
  at: Instant
  hash: Buffer
}

export interface Change extends ChangeDraft, Head {}

// A diff may hold a whole agreement: a page stays within a few megabytes.
const PAGE = 500

const headRow = z.object({ seq: z.string(), at: z.date(), hash: z.custom<Buffer>(Buffer.isBuffer) })

/** The end of the chain as this connection sees it. */
export function head(db: Db): Promise<Head> {
  return headBy(db, null)
}

/** The last change by an instant; null: of all. */
export async function headBy(db: Db, instant: Instant | null): Promise<Head> {
  const { rows } = await db.query(
    'select seq, at, hash from change where $1::timestamptz is null or at <= $1 order by seq desc limit 1',
    [instant === null ? null : new Date(instant).toISOString()],
  )
  if (rows.length === 0) return { seq: 0, at: Number.NEGATIVE_INFINITY, hash: FIRST_HASH }
  const row = headRow.parse(rows[0])
  return { seq: Number(row.seq), at: row.at.getTime(), hash: row.hash }
}

/** Waits for the turn to write, held until the transaction ends, and returns what the next change follows. */
export async function lockChain(tx: Tx): Promise<Head> {
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK])
  return head(tx)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

/** SHA-256 over the hash before and the row with sorted keys: changing any change breaks every later hash. */
export function hashOf(previous: Buffer, change: Omit<Change, 'hash'>): Buffer {
  const { seq, at, actor, verb, reason, subject, diff, key, batch, undoes } = change
  const row = { seq, at, actor, verb, reason, subject, diff, key, batch, undoes }
  return createHash('sha256').update(previous).update(canonical(row)).digest()
}

/** Places drafts behind the head, one millisecond apart at least, so that every instant names one seq. */
export function chain(last: Head, drafts: readonly ChangeDraft[], now: Instant): Change[] {
  let previous = last
  return drafts.map((draft) => {
    const placed = { ...draft, seq: previous.seq + 1, at: Math.max(now, previous.at + 1) }
    const change = { ...placed, hash: hashOf(previous.hash, placed) }
    previous = change
    return change
  })
}

const COLUMNS = {
  seq: 'bigint',
  at: 'timestamptz',
  actor: 'text',
  verb: 'text',
  reason: 'text',
  subject: 'text',
  diff: 'jsonb',
  key: 'text',
  batch: 'text',
  undoes: 'bigint',
  hash: 'bytea',
}

/** Appends chained changes; the caller holds the chain (lockChain). */
export async function appendChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  const rows = changes.map((change) => ({
    ...change,
    at: new Date(change.at).toISOString(),
    hash: `\\x${change.hash.toString('hex')}`,
  }))
  await insertRows(tx, 'change', COLUMNS, rows)
}

const changeRow = headRow.extend({
  actor: z.string(),
  verb: z.string(),
  reason: z.string().nullable(),
  subject: z.string(),
  diff: z.looseObject({}),
  key: z.string().nullable(),
  batch: z.string().nullable(),
  undoes: z.string().nullable(),
})

function toChange(row: unknown): Change {
  const change = changeRow.parse(row)
  return {
    ...change,
    seq: Number(change.seq),
    at: change.at.getTime(),
    undoes: change.undoes === null ? null : Number(change.undoes),
  }
}

/** Every change in order. */
export async function allChanges(db: Db): Promise<Change[]> {
  const { rows } = await db.query('select * from change order by seq')
  return rows.map(toChange)
}

/** Every change in order, a few at a time whatever their number. */
export async function* eachChange(db: Db): AsyncGenerator<Change> {
  let last = 0
  for (;;) {
    const { rows } = await db.query(
      `select * from change where seq > $1 order by seq limit ${PAGE}`,
      [last],
    )
    if (rows.length === 0) return
    for (const row of rows) {
      const change = toChange(row)
      last = change.seq
      yield change
    }
  }
}

/** When a change was accepted; null when there is none of that number. */
export async function instantOf(db: Db, seq: string): Promise<Instant | null> {
  const { rows } = await db.query('select at from change where seq = $1', [seq])
  return rows.length === 0 ? null : headRow.pick({ at: true }).parse(rows[0]).at.getTime()
}

/** The hash of a change, in hexadecimal; null when there is none of that number. */
export async function hashAt(db: Db, seq: number): Promise<string | null> {
  const { rows } = await db.query('select hash from change where seq = $1', [seq])
  return rows.length === 0 ? null : headRow.pick({ hash: true }).parse(rows[0]).hash.toString('hex')
}
