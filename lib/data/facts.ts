import { z } from 'zod'
import type { Tx } from './client'
import type { CommitmentTerms, NewEvent, NewFact, NewRelation } from './record'
import { insertRows, recordset, rowsJson } from './rows'
import type { Citation } from './sources'

type Placed<T> = T & { agreementId: number; seq: number }
type SourceId = (citation: Citation) => number

const commitmentRow = z.object({
  id: z.number(),
  agreement_id: z.number(),
  measure: z.string(),
})

/** Adds the commitments that are new and edits scope and currency of the others. */
export async function writeCommitments(
  tx: Tx,
  terms: readonly Placed<CommitmentTerms>[],
): Promise<void> {
  const columns = { agreement_id: 'int', measure: 'text', scope: 'text', currency: 'text' }
  await tx.query(
    `insert into commitment (agreement_id, measure, scope, currency)
     select agreement_id, measure, scope, currency from ${recordset(columns)}
     on conflict (agreement_id, measure) do update set scope = excluded.scope, currency = excluded.currency`,
    [rowsJson(terms.map((one) => ({ ...one, agreement_id: one.agreementId })))],
  )
}

/** Finds the commitment of an agreement in a measure. */
export async function commitmentIds(
  tx: Tx,
  agreementIds: readonly number[],
): Promise<(agreementId: number, measure: string) => number> {
  const { rows } = await tx.query(
    'select id, agreement_id, measure from commitment where agreement_id = any($1)',
    [agreementIds],
  )
  const found = new Map(
    z
      .array(commitmentRow)
      .parse(rows)
      .map((row) => [`${row.agreement_id} ${row.measure}`, row.id]),
  )
  return (agreementId, measure) => {
    const id = found.get(`${agreementId} ${measure}`)
    if (id === undefined) throw new Error(`agreement ${agreementId} promises no ${measure}`)
    return id
  }
}

const FACT_COLUMNS = {
  commitment_id: 'int',
  kind: 'text',
  observation: 'text',
  on: 'date',
  on_text: 'text',
  comparator: 'text',
  low: 'bigint',
  high: 'bigint',
  missing: 'text',
  deadline: 'text',
  milestones: 'jsonb',
  evidence: 'text',
  corrects: 'int',
  source_id: 'int',
  as_stated: 'text',
  deadline_as_stated: 'text',
  perimeter: 'text',
  note: 'text',
  recorded: 'bigint',
}

/** Milestones as the table keeps them: `[{ on, comparator, low, high }]`, amounts as text; null for none. */
function milestonesJson(fact: NewFact) {
  if (fact.milestones.length === 0) return null
  return fact.milestones.map(({ on, quantity: { comparator, low, high } }) => ({
    on,
    comparator,
    low: low?.toString() ?? null,
    high: high?.toString() ?? null,
  }))
}

/** Appends facts, in their order: versions are numbered by it. */
export async function insertFacts(
  tx: Tx,
  facts: readonly Placed<NewFact>[],
  commitmentId: (agreementId: number, measure: string) => number,
  sourceId: SourceId,
): Promise<void> {
  const rows = facts.map((fact) => ({
    ...fact.quantity,
    commitment_id: commitmentId(fact.agreementId, fact.measure),
    kind: fact.kind,
    observation: fact.observation,
    on: fact.on,
    on_text: fact.onText,
    deadline: fact.deadline,
    milestones: milestonesJson(fact),
    evidence: fact.evidence,
    corrects: fact.corrects,
    source_id: fact.source && sourceId(fact.source),
    as_stated: fact.asStated,
    deadline_as_stated: fact.deadlineAsStated,
    perimeter: fact.perimeter,
    note: fact.note,
    recorded: fact.seq,
  }))
  await insertRows(tx, 'fact', FACT_COLUMNS, rows)
}

const EVENT_COLUMNS = {
  agreement_id: 'int',
  kind: 'text',
  on: 'date',
  on_text: 'text',
  source_id: 'int',
  as_stated: 'text',
  reason: 'text',
  recorded: 'bigint',
}

/** Appends events, in their order. */
export async function insertEvents(
  tx: Tx,
  events: readonly Placed<NewEvent>[],
  sourceId: SourceId,
): Promise<void> {
  const rows = events.map((event) => ({
    agreement_id: event.agreementId,
    kind: event.kind,
    on: event.on,
    on_text: event.onText,
    source_id: event.source && sourceId(event.source),
    as_stated: event.asStated,
    reason: event.reason,
    recorded: event.seq,
  }))
  await insertRows(tx, 'event', EVENT_COLUMNS, rows)
}

/** Appends relations. */
export async function insertRelations(
  tx: Tx,
  relations: readonly Placed<NewRelation>[],
  idOf: (reference: string) => number,
): Promise<void> {
  const columns = {
    from_id: 'int',
    to_id: 'int',
    kind: 'text',
    position: 'int',
    recorded: 'bigint',
  }
  const rows = relations.map((relation) => ({
    from_id: relation.agreementId,
    to_id: idOf(relation.to),
    kind: relation.kind,
    position: relation.position,
    recorded: relation.seq,
  }))
  await insertRows(tx, 'relation', columns, rows)
}

/** Marks facts or events as retracted by a change. */
export async function retract(
  tx: Tx,
  table: 'fact' | 'event',
  retracted: readonly { id: number; seq: number }[],
): Promise<void> {
  if (retracted.length === 0) return
  await tx.query(
    `update ${table} x set retracted = r.seq from ${recordset({ id: 'int', seq: 'bigint' })}
     where x.id = r.id and x.retracted is null`,
    [rowsJson(retracted)],
  )
}

/** Marks relations as retracted by a change. */
export async function retractRelations(
  tx: Tx,
  retracted: readonly { fromId: number; toId: number; kind: string; seq: number }[],
): Promise<void> {
  if (retracted.length === 0) return
  const columns = { fromId: 'int', toId: 'int', kind: 'text', seq: 'bigint' }
  await tx.query(
    `update relation x set retracted = r.seq from ${recordset(columns)}
     where x.from_id = r."fromId" and x.to_id = r."toId" and x.kind = r.kind and x.retracted is null`,
    [rowsJson(retracted)],
  )
}
