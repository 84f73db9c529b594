import { z } from 'zod'
import { printCount, type Unit } from '@/lib/domain/literal'
import {
  COUNT_COMPARATORS,
  EVIDENCES,
  type Instant,
  type IsoDate,
  LANES,
  MEASURES,
  OBSERVATION_KINDS,
  PACE_STATUSES,
} from '@/lib/domain/types'
import type { WebhookEvent } from '@/lib/domain/webhooks'
import type { Db, Tx } from './client'
import { batches, recordset, rowsJson } from './rows'
import { FOREVER } from './standing-rows'

/** What is to be told, before anybody is. */
interface Told {
  type: WebhookEvent
  at: Instant
  data: object
}

/** The events that some webhook wants. */
export async function wantedEvents(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await db.query(
    'select distinct unnest(events) as type from webhook where ended_at is null',
  )
  return new Set(
    z
      .array(z.object({ type: z.string() }))
      .parse(rows)
      .map(({ type }) => type),
  )
}

/** Keeps events in the transaction in which they happened, each on its way to every webhook that wants it. */
async function keep(tx: Tx, told: readonly Told[]): Promise<void> {
  const rows = told.map(({ type, at, data }) => {
    const timestamp = new Date(at).toISOString()
    return { type, at: timestamp, body: JSON.stringify({ type, timestamp, data }) }
  })
  for (const batch of batches(rows))
    await tx.query(
      `with told as (
         insert into webhook_event (id, type, at, body)
         select gen_random_uuid(), type, at, body from ${recordset({ type: 'text', at: 'timestamptz', body: 'text' })}
         returning id, type
       )
       insert into webhook_delivery (webhook_id, event_id, state, next_at)
       select w.id, told.id, 'waiting', now() from told join webhook w on w.ended_at is null and told.type = any(w.events)`,
      [rowsJson(batch)],
    )
}

const seq = z.string().transform(Number)
const at = z.date().transform((date) => date.getTime())

const publishedRow = z.object({
  at,
  change: seq,
  reference: z.string(),
  title: z.string(),
  type: z.string(),
  company: z.string().nullable(),
})

async function published(tx: Tx, first: number): Promise<Told[]> {
  const { rows } = await tx.query(
    `select c.at, a.recorded as change, a.reference, a.title, a.type, (
       select o.name from party p join organisation o on o.id = p.organisation_id
       where p.agreement_id = a.id and p.role = 'company' order by p.position limit 1
     ) as company
     from agreement a join change c on c.seq = a.recorded where a.updated >= $1 and a.recorded >= $1 order by a.recorded, a.id`,
    [first],
  )
  return z
    .array(publishedRow)
    .parse(rows)
    .map(({ at: when, ...data }) => ({ type: 'agreement.published', at: when, data }))
}

const reportRow = z.object({
  at,
  change: seq,
  reference: z.string(),
  measure: z.enum(MEASURES),
  currency: z.string().nullable(),
  kind: z.enum(OBSERVATION_KINDS),
  dataDate: z.string(),
  comparator: z.enum(COUNT_COMPARATORS),
  low: z.string().transform(BigInt),
  evidence: z.enum(EVIDENCES),
  source: z.string().nullable(),
})

// What an undo states again was told when it was accepted.
async function reported(tx: Tx, first: number): Promise<Told[]> {
  const { rows } = await tx.query(
    `select c.at, f.recorded as change, a.reference, m.measure, m.currency, f.observation as kind, f.on_text as "dataDate",
       f.comparator, f.low, f.evidence, s.url as source
     from fact f join change c on c.seq = f.recorded and c.undoes is null
     join commitment m on m.id = f.commitment_id join agreement a on a.id = m.agreement_id
     left join source s on s.id = f.source_id
     where f.recorded >= $1 and f.kind = 'observation' order by f.id`,
    [first],
  )
  return z
    .array(reportRow)
    .parse(rows)
    .map(({ at: when, comparator, low, currency, ...report }) => {
      const money = report.kind === 'invested_cumulative'
      const unit: Unit = money && currency !== null ? { currency } : 'persons'
      const value = printCount({ value: low, comparator }, unit)
      const data = { ...report, value, currency: money ? currency : null }
      return { type: 'report.accepted', at: when, data }
    })
}

const movedRow = z.object({
  at,
  change: seq.nullable(),
  reference: z.string(),
  measure: z.enum(MEASURES),
  lane: z.enum(LANES),
  before: z.enum(PACE_STATUSES).nullable(),
  after: z.enum(PACE_STATUSES).nullable(),
  day: z.string(),
})

function movedOf(rows: unknown[]): Told[] {
  return z
    .array(movedRow)
    .parse(rows)
    .map(({ at: when, ...data }) => ({ type: 'status.changed', at: when, data }))
}

/** Changes that were just written, the agreements whose standings they computed, and the day on which it was. */
export interface Written {
  first: number
  agreements: readonly number[]
  day: IsoDate
}

// The standing of that day as it is known now beside the one that was known before; a new agreement had none.
async function moved(tx: Tx, { first, agreements, day }: Written): Promise<Told[]> {
  const { rows } = await tx.query(
    `select c.at, s.known_from as change, a.reference, s.measure, s.lane, b.status as before, s.status as after, $3::text as day
     from standing s
     join standing b on b.agreement_id = s.agreement_id and b.measure = s.measure and b.lane = s.lane
       and b.known_from < $2 and b.known_to >= $2 and b.valid_from <= $3::date and $3::date < b.valid_to
     join agreement a on a.id = s.agreement_id join change c on c.seq = s.known_from
     where s.agreement_id = any($1) and s.known_to = ${FOREVER} and s.known_from >= $2
       and s.valid_from <= $3::date and $3::date < s.valid_to and s.status is distinct from b.status
     order by s.known_from, a.reference, s.measure, s.lane`,
    [agreements, first, day],
  )
  return movedOf(rows)
}

/** Keeps what webhooks want to know of changes just written, in their transaction. */
export async function tellOfChanges(
  tx: Tx,
  wanted: ReadonlySet<string>,
  written: Written,
): Promise<void> {
  const told = [
    ...(wanted.has('agreement.published') ? await published(tx, written.first) : []),
    ...(wanted.has('report.accepted') ? await reported(tx, written.first) : []),
    ...(wanted.has('status.changed') ? await moved(tx, written) : []),
  ]
  if (told.length > 0) await keep(tx, told)
}

const dayRow = z.object({ day: z.string() })

/**
 * Keeps which statuses changed because days passed since this was last asked, up to `day`: standings that follow one
 * another at midnight and differ. Every day is told once, whichever instance asks; the caller holds the chain, so that a
 * write of the day comes after its turn.
 */
export async function tellOfDays(
  tx: Tx,
  wanted: ReadonlySet<string>,
  day: IsoDate,
  now: Instant,
): Promise<void> {
  await tx.query('insert into webhook_day (day) values ($1) on conflict do nothing', [day])
  const { rows: kept } = await tx.query('select day from webhook_day for update')
  const last = dayRow.parse(kept[0]).day
  if (last >= day) return
  await tx.query('update webhook_day set day = $1', [day])
  if (!wanted.has('status.changed')) return
  const { rows } = await tx.query(
    `select $3::timestamptz as at, null as change, a.reference, s.measure, s.lane, b.status as before, s.status as after,
       s.valid_from::text as day
     from standing s
     join standing b on b.agreement_id = s.agreement_id and b.measure = s.measure and b.lane = s.lane
       and b.known_to = ${FOREVER} and b.valid_to = s.valid_from
     join agreement a on a.id = s.agreement_id
     where s.known_to = ${FOREVER} and s.valid_from > $1 and s.valid_from <= $2 and s.status is distinct from b.status
     order by s.valid_from, a.reference, s.measure, s.lane`,
    [last, day, new Date(now).toISOString()],
  )
  const told = movedOf(rows)
  if (told.length > 0) await keep(tx, told)
}
