import { z } from 'zod'
import type { RelationEntry } from '@/lib/domain/literal-lists'
import {
  AGREEMENT_TYPES,
  BINDINGS,
  CAPACITIES,
  COMPARATORS,
  EVENT_KINDS,
  EVIDENCES,
  FACT_KINDS,
  JOB_SCOPES,
  MEASURES,
  MISSING_REASONS,
  OBSERVATION_KINDS,
  PARTY_ROLES,
  REGIONS,
  RELATION_KINDS,
  SECTORS,
  SIDES,
  SIGNED_BASES,
} from '@/lib/domain/types'
import type { Db } from './client'
import { groupBy } from './rows'

const seq = z.string().transform(Number)
const amount = z.string().transform(BigInt).nullable()
const instant = z.date().transform((date) => date.getTime())
const text = z.string().nullable()

/** When and by which change a statement was recorded and retracted. */
const recorded = {
  recorded: seq,
  recordedAt: instant,
  retracted: seq.nullable(),
  retractedAt: instant.nullable(),
}

const source = {
  url: text,
  attachment: text,
  publisher: text,
  publishedOn: text,
  language: text,
}

const milestone = z.object({
  on: z.string(),
  comparator: z.enum(COMPARATORS),
  low: z.string().transform(BigInt),
  high: amount,
})

const descriptionRow = z.object({
  id: z.number(),
  reference: z.string(),
  version: z.number(),
  title: z.string(),
  type: z.enum(AGREEMENT_TYPES),
  binding: z.enum(BINDINGS),
  sector: z.enum(SECTORS),
  region: z.enum(REGIONS),
  place: text,
  summary: text,
  signedBasis: z.enum(SIGNED_BASES).nullable(),
  notes: text,
  ...recorded,
})

const partyRow = z.object({ agreementId: z.number(), name: z.string(), role: z.enum(PARTY_ROLES) })

const signatoryRow = z.object({
  agreementId: z.number(),
  name: z.string(),
  side: z.enum(SIDES),
  capacity: z.enum(CAPACITIES),
  title: z.string(),
})

const sourceRow = z.object({ agreementId: z.number(), position: z.number(), ...source })

const commitmentRow = z.object({
  id: z.number(),
  agreementId: z.number(),
  measure: z.enum(MEASURES),
  scope: z.enum(JOB_SCOPES),
  currency: text,
})

const factRow = z.object({
  id: z.number(),
  commitmentId: z.number(),
  kind: z.enum(FACT_KINDS),
  observation: z.enum(OBSERVATION_KINDS).nullable(),
  on: text,
  onText: text,
  comparator: z.enum(COMPARATORS),
  low: amount,
  high: amount,
  missing: z.enum(MISSING_REASONS).nullable(),
  deadline: text,
  milestones: z.array(milestone).nullable(),
  evidence: z.enum(EVIDENCES).nullable(),
  corrects: z.number().nullable(),
  asStated: text,
  deadlineAsStated: text,
  perimeter: text,
  note: text,
  ...source,
  ...recorded,
})

const eventRow = z.object({
  id: z.number(),
  agreementId: z.number(),
  kind: z.enum(EVENT_KINDS),
  on: text,
  onText: text,
  asStated: text,
  reason: text,
  ...source,
  ...recorded,
})

const relationRow = z.object({
  fromId: z.number(),
  toId: z.number(),
  to: z.string(),
  kind: z.enum(RELATION_KINDS),
  position: z.number(),
  ...recorded,
})

export type LedgerFact = z.output<typeof factRow>
export type LedgerEvent = z.output<typeof eventRow>
export type LedgerRelation = z.output<typeof relationRow>
export type LedgerCommitment = z.output<typeof commitmentRow> & { facts: LedgerFact[] }

/** One agreement with everything ever recorded of it, in the order in which it was recorded. */
export interface LedgerAgreement extends z.output<typeof descriptionRow> {
  parties: z.output<typeof partyRow>[]
  signatories: z.output<typeof signatoryRow>[]
  sources: z.output<typeof sourceRow>[]
  commitments: LedgerCommitment[]
  events: LedgerEvent[]
  relations: LedgerRelation[]
}

const RECORDED = `x.recorded, made."at" as "recordedAt", x.retracted, unmade."at" as "retractedAt"`
const CHANGES = `join change made on made.seq = x.recorded left join change unmade on unmade.seq = x.retracted`
const SOURCE = `s.url, s.attachment, s.publisher, s.published_on as "publishedOn", s.language`

const DESCRIPTIONS = `
  select a.id, a.reference, a.version, a.title, a.type, a.binding, a.sector, a.region, a.place, a.summary,
    a.signed_basis as "signedBasis", a.notes, a.recorded, made."at" as "recordedAt", a.retracted,
    unmade."at" as "retractedAt"
  from agreement a join change made on made.seq = a.recorded left join change unmade on unmade.seq = a.retracted
  where a.id = any($1) order by a.id`
const PARTIES = `
  select p.agreement_id as "agreementId", o.name, p.role
  from party p join organisation o on o.id = p.organisation_id
  where p.agreement_id = any($1) order by p.agreement_id, p.role, p.position`
const SIGNATORIES = `
  select g.agreement_id as "agreementId", p.name, g.side, g.capacity, g.title
  from signatory g join person p on p.id = g.person_id
  where g.agreement_id = any($1) order by g.agreement_id, g.position`
const SOURCES = `
  select x.agreement_id as "agreementId", x.position, ${SOURCE}
  from agreement_source x join source s on s.id = x.source_id
  where x.agreement_id = any($1) order by x.agreement_id, x.position`
const COMMITMENTS = `
  select id, agreement_id as "agreementId", measure, scope, currency
  from commitment where agreement_id = any($1) order by id`
const FACTS = `
  select x.id, x.commitment_id as "commitmentId", x.kind, x.observation, x."on", x.on_text as "onText", x.comparator,
    x.low, x.high, x.missing, x.deadline, x.milestones, x.evidence, x.corrects, x.as_stated as "asStated",
    x.deadline_as_stated as "deadlineAsStated", x.perimeter, x.note, ${SOURCE}, ${RECORDED}
  from fact x join commitment c on c.id = x.commitment_id left join source s on s.id = x.source_id ${CHANGES}
  where c.agreement_id = any($1) order by x.id`
const EVENTS = `
  select x.id, x.agreement_id as "agreementId", x.kind, x."on", x.on_text as "onText", x.as_stated as "asStated",
    x.reason, ${SOURCE}, ${RECORDED}
  from event x left join source s on s.id = x.source_id ${CHANGES}
  where x.agreement_id = any($1) order by x.id`
const RELATIONS = `
  select x.from_id as "fromId", x.to_id as "toId", t.reference as "to", x.kind, x.position, ${RECORDED}
  from relation x join agreement t on t.id = x.to_id ${CHANGES}
  where x.from_id = any($1) order by x.from_id, x.position, x.recorded`

async function select<T>(db: Db, schema: z.ZodType<T>, sql: string, ids: number[]): Promise<T[]> {
  const { rows } = await db.query(sql, [ids])
  return z.array(schema).parse(rows)
}

function grouped<T>(rows: readonly T[], key: (row: T) => number): (id: number) => T[] {
  const groups = groupBy(rows, key)
  return (id) => groups.get(id) ?? []
}

/** Agreements by id with everything ever recorded of them. Run it in a transaction: it reads several tables. */
export async function loadAgreements(db: Db, ids: number[]): Promise<LedgerAgreement[]> {
  const descriptions = await select(db, descriptionRow, DESCRIPTIONS, ids)
  const parties = grouped(await select(db, partyRow, PARTIES, ids), (row) => row.agreementId)
  const signatories = grouped(
    await select(db, signatoryRow, SIGNATORIES, ids),
    (r) => r.agreementId,
  )
  const sources = grouped(await select(db, sourceRow, SOURCES, ids), (row) => row.agreementId)
  const commitments = grouped(
    await select(db, commitmentRow, COMMITMENTS, ids),
    (r) => r.agreementId,
  )
  const facts = grouped(await select(db, factRow, FACTS, ids), (row) => row.commitmentId)
  const events = grouped(await select(db, eventRow, EVENTS, ids), (row) => row.agreementId)
  const relations = grouped(await select(db, relationRow, RELATIONS, ids), (row) => row.fromId)
  return descriptions.map((description) => ({
    ...description,
    parties: parties(description.id),
    signatories: signatories(description.id),
    sources: sources(description.id),
    commitments: commitments(description.id).map((row) => ({ ...row, facts: facts(row.id) })),
    events: events(description.id),
    relations: relations(description.id),
  }))
}

const idRow = z.object({ id: z.number(), reference: z.string() })

/** Ids of the references that exist. */
export async function idsOf(db: Db, references: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await db.query('select id, reference from agreement where reference = any($1)', [
    references,
  ])
  return new Map(
    z
      .array(idRow)
      .parse(rows)
      .map((row) => [row.reference, row.id]),
  )
}

/** Ids of every agreement, by reference. */
export async function allIds(db: Db): Promise<Map<string, number>> {
  const { rows } = await db.query('select id, reference from agreement order by id')
  return new Map(
    z
      .array(idRow)
      .parse(rows)
      .map((row) => [row.reference, row.id]),
  )
}

/** The agreements given and all that any relation, also a retracted one, leads to from them. */
export async function componentOf(db: Db, ids: readonly number[]): Promise<number[]> {
  const { rows } = await db.query(
    `with recursive reached(id) as (
       select unnest($1::int[])
       union
       select next.id
       from reached cross join lateral (
         select to_id from relation where from_id = reached.id
         union all
         select from_id from relation where to_id = reached.id
       ) as next(id)
     ) select id from reached order by id`,
    [ids],
  )
  return z
    .array(z.object({ id: z.number() }))
    .parse(rows)
    .map((row) => row.id)
}

const edgeRow = z.object({
  reference: z.string(),
  kind: z.enum(RELATION_KINDS).nullable(),
  to: text,
})

/** Every reference that the ledger holds and nobody took back, and the relations that hold between them. */
export async function liveRelations(
  db: Db,
): Promise<{ known: Set<string>; held: Map<string, RelationEntry[]> }> {
  const { rows } = await db.query(
    `select a.reference, r.kind, t.reference as "to"
     from agreement a
     left join relation r on r.from_id = a.id and r.retracted is null
     left join agreement t on t.id = r.to_id
     where a.retracted is null`,
  )
  const edges = z.array(edgeRow).parse(rows)
  const held = groupBy(
    edges.flatMap(({ reference, kind, to }) => (kind && to ? [{ reference, kind, to }] : [])),
    ({ reference }) => reference,
  )
  return { known: new Set(edges.map(({ reference }) => reference)), held }
}
