import { z } from 'zod'
import type { Db, Tx } from '@/lib/data/client'
import { type Effect, effectSchema } from '@/lib/data/effects'
import {
  type Instant,
  PROPOSAL_KINDS,
  PROPOSAL_STATES,
  type ProposalKind,
  type ProposalState,
  REGIONS,
  type Region,
} from '@/lib/domain/types'
import type { Cells, Payload } from '@/lib/schemas/proposal'
import type { ReviewNote } from '@/lib/schemas/review'

const instant = z.date().transform((date) => date.getTime())
const cells = z.record(z.string(), z.string())
const payload = z.object({ cells, claims: z.array(cells), commitments: z.array(cells) })

const proposalRow = z
  .object({
    id: z.string(),
    kind: z.enum(PROPOSAL_KINDS),
    subject: z.string().nullable(),
    state: z.enum(PROPOSAL_STATES),
    version: z.number(),
    payload,
    base_version: z.number().nullable(),
    base: cells.nullable(),
    author: z.string(),
    reviewer: z.string().nullable(),
    self_accepted: z.boolean(),
    note: z.string().nullable(),
    note_field: z.string().nullable(),
    batch: z.string().nullable(),
    effect: effectSchema.nullable(),
    change: z.string().transform(Number).nullable(),
    created_at: instant,
    submitted_at: instant.nullable(),
    updated_at: instant,
  })
  .transform(
    (row): ProposalRecord => ({
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      state: row.state,
      version: row.version,
      payload: row.payload,
      baseVersion: row.base_version,
      base: row.base,
      author: row.author,
      reviewer: row.reviewer,
      selfAccepted: row.self_accepted,
      note: row.note === null ? null : { text: row.note, field: row.note_field },
      batch: row.batch,
      effect: row.effect,
      change: row.change,
      createdAt: row.created_at,
      submittedAt: row.submitted_at,
      updatedAt: row.updated_at,
    }),
  )

/** A proposal as it waits, or as it ended. */
export interface ProposalRecord {
  id: string
  kind: ProposalKind
  /** What it is about: an agreement's reference (of a new one, the name that is reserved for it; null while it has none), a target's code, or a rate's currency and day. */
  subject: string | null
  state: ProposalState
  version: number
  payload: Payload
  /** Of an edit: the version of the agreement that it was made from, and what its row said then. */
  baseVersion: number | null
  base: Cells | null
  author: string
  reviewer: string | null
  /** Accepted by its own author, when theirs was the only account. */
  selfAccepted: boolean
  note: ReviewNote | null
  /** Proposals that were brought together. */
  batch: string | null
  /** What accepting it would have done when it was submitted. */
  effect: Effect | null
  /** The change that accepting it wrote. */
  change: number | null
  createdAt: Instant
  submittedAt: Instant | null
  updatedAt: Instant
}

const COLUMNS = `id, kind, subject, state, version, payload, base_version, base, author, reviewer, self_accepted, note,
  note_field, batch, effect, change::text as change, created_at, submitted_at, updated_at`

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether text is the id of a proposal in form. */
export function isProposalId(text: string): boolean {
  return UUID.test(text)
}

/** A proposal by its id; null when there is none. In a transaction, `lock` keeps it from moving until the end. */
export async function findProposal(
  db: Db,
  id: string,
  { lock = false } = {},
): Promise<ProposalRecord | null> {
  if (!isProposalId(id)) return null
  const { rows } = await db.query(
    `select ${COLUMNS} from proposal where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  )
  return rows.length === 0 ? null : proposalRow.parse(rows[0])
}

/** Some proposals: `rest` is the end of the statement, ours and never a user's. */
export async function findProposals(
  db: Db,
  rest: string,
  values: readonly unknown[],
): Promise<ProposalRecord[]> {
  const { rows } = await db.query(`select ${COLUMNS} from proposal ${rest}`, [...values])
  return z.array(proposalRow).parse(rows)
}

/** A proposal to keep. */
export interface NewProposal {
  kind: ProposalKind
  subject: string | null
  payload: Payload
  baseVersion: number | null
  base: Cells | null
  region: Region | null
  author: string
  batch: string | null
  /** Idempotency key, unique among all authors, and the hash of what came with it. */
  key: string | null
  keyHash: Buffer | null
  at: Instant
}

/** Keeps a new draft; null when the key was used already. */
export async function insertProposal(tx: Tx, one: NewProposal): Promise<ProposalRecord | null> {
  const { rows } = await tx.query(
    `insert into proposal (id, kind, subject, payload, base_version, base, region, state, author, batch, key, key_hash, created_at, updated_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'draft', $7, $8, $9, $10, $11, $11)
     on conflict (key) do nothing returning ${COLUMNS}`,
    [
      ...[one.kind, one.subject, JSON.stringify(one.payload), one.baseVersion],
      ...[one.base && JSON.stringify(one.base), one.region, one.author, one.batch],
      ...[one.key, one.keyHash, new Date(one.at).toISOString()],
    ],
  )
  return rows.length === 0 ? null : proposalRow.parse(rows[0])
}

const keyedRow = z.object({ id: z.string(), key_hash: z.custom<Buffer>(Buffer.isBuffer) })

/** The proposal that a key made, and the hash of what came with it; null when the key is new. */
export async function findByKey(db: Db, key: string): Promise<{ id: string; hash: Buffer } | null> {
  const { rows } = await db.query('select id, key_hash from proposal where key = $1', [key])
  if (rows.length === 0) return null
  const { id, key_hash } = keyedRow.parse(rows[0])
  return { id, hash: key_hash }
}

/** What a proposal says, anew. */
export interface Rewritten {
  subject: string | null
  payload: Payload
  baseVersion: number | null
  base: Cells | null
  region: Region | null
  at: Instant
}

/** Saves what a draft or a returned proposal says, if nobody saved since `version`; null otherwise. */
export async function rewriteProposal(
  tx: Tx,
  id: string,
  version: number,
  one: Rewritten,
): Promise<ProposalRecord | null> {
  const { rows } = await tx.query(
    `update proposal set subject = $3, payload = $4, base_version = $5, base = $6, region = $7, updated_at = $8,
       version = version + 1
     where id = $1 and version = $2 and state in ('draft', 'returned') returning ${COLUMNS}`,
    [
      ...[id, version, one.subject, JSON.stringify(one.payload), one.baseVersion],
      ...[one.base && JSON.stringify(one.base), one.region, new Date(one.at).toISOString()],
    ],
  )
  return rows.length === 0 ? null : proposalRow.parse(rows[0])
}

/** A step of a proposal, with what it leaves behind. */
export type Step =
  | { to: 'submitted'; at: Instant; effect: Effect }
  | { to: 'accepted'; at: Instant; reviewer: string; change: number; batch: string | null }
  | { to: 'returned'; at: Instant; reviewer: string; note: ReviewNote }
  | { to: 'withdrawn'; at: Instant }

function assignments(step: Step): [column: string, value: unknown][] {
  switch (step.to) {
    case 'submitted':
      return [
        ['effect', JSON.stringify(step.effect)],
        ['weight', step.effect.weight],
        ['submitted_at', new Date(step.at).toISOString()],
      ]
    case 'accepted':
      return [
        ['reviewer', step.reviewer],
        ['change', step.change],
        ['batch', step.batch],
      ]
    case 'returned':
      return [
        ['reviewer', step.reviewer],
        ['note', step.note.text],
        ['note_field', step.note.field],
      ]
    case 'withdrawn':
      return []
  }
}

/** Moves a proposal that the transaction has locked. */
export async function moveProposal(tx: Tx, id: string, step: Step): Promise<ProposalRecord> {
  const set = [
    ['state', step.to] as const,
    ['updated_at', new Date(step.at).toISOString()] as const,
    ...assignments(step),
  ]
  const own = step.to === 'accepted' ? ', self_accepted = (author = $4)' : ''
  const { rows } = await tx.query(
    `update proposal set ${set.map(([column], index) => `${column} = $${index + 2}`).join(', ')},
       version = version + 1 ${own} where id = $1 returning ${COLUMNS}`,
    [id, ...set.map(([, value]) => value)],
  )
  return proposalRow.parse(rows[0])
}

/** Keeps what accepting a waiting proposal would do now. */
export async function keepEffect(
  db: Db,
  id: string,
  version: number,
  effect: Effect,
): Promise<void> {
  await db.query(
    `update proposal set effect = $3, weight = $4 where id = $1 and version = $2 and state = 'submitted'`,
    [id, version, JSON.stringify(effect), effect.weight],
  )
}

/** Whether only one account exists that may sign in. */
export async function isOnlyAccount(db: Db): Promise<boolean> {
  const { rows } = await db.query('select is_only_account() as alone')
  return z.object({ alone: z.boolean() }).parse(rows[0]).alone
}

/** Any fixed number: whoever names a new agreement queues behind it. */
const NAMING = 5_210_040_918

/** The references among `wished` that an agreement, or another open proposal of one, has; held until the transaction ends. */
export async function takenNames(
  db: Db,
  wished: readonly string[],
  except: string | null,
): Promise<Set<string>> {
  await db.query('select pg_advisory_xact_lock($1)', [NAMING])
  const { rows } = await db.query(
    `select reference from agreement where reference = any($1)
     union select subject from proposal
     where subject = any($1) and kind = 'agreement' and state in ('draft', 'submitted', 'returned')
       and id is distinct from $2::uuid`,
    [wished, except],
  )
  return new Set(
    z
      .array(z.object({ reference: z.string() }))
      .parse(rows)
      .map((row) => row.reference),
  )
}

/** What is asked of the queue. */
export interface ProposalsAsked {
  state: readonly ProposalState[]
  kind: readonly ProposalKind[]
  author: string | null
  subject: string | null
  /** Where the page before ended. */
  after: { weight: string; id: string } | null
  limit: number
}

const listedRow = z.object({ moved: z.string(), total: z.string() })

const namedRow = z.object({
  authorName: z.string().nullable(),
  reviewerName: z.string().nullable(),
  title: z.string().nullable(),
  regions: z.array(z.enum(REGIONS).nullable()),
})

/** A proposal with the names of the people behind it, the title of its agreement, and the regions that it touches. */
export interface ListedProposal extends ProposalRecord {
  authorName: string | null
  reviewerName: string | null
  /** Of a new agreement: the one proposed. */
  title: string | null
  regions: Region[]
}

const NAMED = `(select a.name from account a where a.id = proposal.author) as "authorName",
  (select a.name from account a where a.id = proposal.reviewer) as "reviewerName",
  coalesce((select a.title from agreement a where a.reference = proposal.subject), payload->'cells'->>'title') as title,
  array[region, (select a.region from agreement a where a.reference = proposal.subject)] as regions`

function toListed(row: unknown): ListedProposal {
  const { regions, ...named } = namedRow.parse(row)
  const touched = new Set(regions.filter((region) => region !== null))
  return { ...proposalRow.parse(row), ...named, regions: [...touched] }
}

/** Some proposals by their ids, with names; those that there are. */
export async function proposalsNamed(db: Db, ids: readonly string[]): Promise<ListedProposal[]> {
  const { rows } = await db.query(
    `select ${COLUMNS}, ${NAMED} from proposal where id = any($1::uuid[]) order by weight desc, id desc`,
    [ids.filter(isProposalId)],
  )
  return rows.map(toListed)
}

const spanRow = z.object({
  count: z.number(),
  first: z.string().transform(Number).nullable(),
  last: z.string().transform(Number).nullable(),
})

/** What was accepted together: the first rows in the order of their changes, how many there are, and the first and last change. */
export async function proposalsOfBatch(
  db: Db,
  batch: string,
  limit: number,
): Promise<{ rows: ListedProposal[] } & z.output<typeof spanRow>> {
  if (!isProposalId(batch)) return { rows: [], count: 0, first: null, last: null }
  const accepted = `from proposal where batch = $1 and state = 'accepted'`
  const { rows } = await db.query(
    `select ${COLUMNS}, ${NAMED} ${accepted} order by change limit $2`,
    [batch, limit],
  )
  const span = await db.query(
    `select count(*)::int as count, min(change)::text as first, max(change)::text as last ${accepted}`,
    [batch],
  )
  return { rows: rows.map(toListed), ...spanRow.parse(span.rows[0]) }
}

/** How many submissions wait for somebody who is not their author, in a region or in all. */
export async function countWaiting(
  db: Db,
  { except, region }: { except: string; region: Region | null },
): Promise<number> {
  const { rows } = await db.query(
    `select count(*)::int as waiting from proposal
     where state = 'submitted' and author <> $1 and ($2::text is null or region = $2)`,
    [except, region],
  )
  return waitingRow.parse(rows[0]).waiting
}

/** How many proposals came back to their author. */
export async function countReturned(db: Db, author: string): Promise<number> {
  const { rows } = await db.query(
    `select count(*)::int as waiting from proposal where author = $1 and state = 'returned'`,
    [author],
  )
  return waitingRow.parse(rows[0]).waiting
}

const waitingRow = z.object({ waiting: z.number() })

/** A page of proposals, those that move the totals most first; with the place where it ends, and how many there are in all. */
export async function selectProposals(
  db: Db,
  { state, kind, author, subject, after, limit }: ProposalsAsked,
): Promise<{ rows: ListedProposal[]; end: { weight: string; id: string } | null; total: number }> {
  const where = `(cardinality($1::text[]) = 0 or state = any($1)) and (cardinality($2::text[]) = 0 or kind = any($2))
    and ($3::text is null or author = $3) and ($4::text is null or subject = $4)`
  const { rows } = await db.query(
    `select ${COLUMNS}, ${NAMED}, weight::text as moved, (select count(*) from proposal where ${where})::text as total
     from proposal where ${where} and ($5::bigint is null or (weight, id) < ($5::bigint, $6::uuid))
     order by weight desc, id desc limit $7`,
    [state, kind, author, subject, after?.weight ?? null, after?.id ?? null, limit + 1],
  )
  const listed = z.array(listedRow).parse(rows)
  const page = rows.slice(0, limit).map(toListed)
  const [last, lastListed] = [page.at(-1), listed[page.length - 1]]
  const more = rows.length > limit && last && lastListed
  return {
    rows: page,
    end: more ? { weight: lastListed.moved, id: last.id } : null,
    total: Number(
      listed[0]?.total ?? (await countProposals(db, where, [state, kind, author, subject])),
    ),
  }
}

// An empty page past the end still says how many there are.
async function countProposals(db: Db, where: string, values: unknown[]): Promise<string> {
  const { rows } = await db.query(
    `select count(*)::text as total from proposal where ${where}`,
    values,
  )
  return z.object({ total: z.string() }).parse(rows[0]).total
}
