import { z } from 'zod'
import { DELIVERY_STATES, WEBHOOK_EVENTS } from '@/lib/domain/webhooks'
import type { Db, Tx } from './client'

const dueRow = z.object({
  id: z.string(),
  attempts: z.number(),
  event: z.string(),
  body: z.string(),
  url: z.string(),
  secret: z.custom<Buffer>(Buffer.isBuffer),
})

/** An event that is to be sent now, counted as an attempt. */
export type DueDelivery = z.output<typeof dueRow>

/**
 * Takes deliveries whose time has come, each by one instance: those that another one is taking are passed over. Until the
 * lease ends nobody else takes them; after it they come again, should this instance die before it settles them. (Times are
 * kept to the millisecond, rounded: what is due now may say the next one.)
 */
export async function takeDue(db: Db, limit: number, leaseSeconds: number): Promise<DueDelivery[]> {
  const { rows } = await db.query(
    `update webhook_delivery d set attempts = d.attempts + 1, next_at = now() + make_interval(secs => $2)
     from (
       select one.id from webhook_delivery one join webhook w on w.id = one.webhook_id and w.ended_at is null
       where one.state = 'waiting' and one.next_at <= now() + interval '1 millisecond' order by one.next_at limit $1 for update of one skip locked
     ) due, webhook w, webhook_event e
     where d.id = due.id and w.id = d.webhook_id and e.id = d.event_id
     returning d.id, d.attempts, e.id as event, e.body, w.url, w.secret`,
    [limit, leaseSeconds],
  )
  return z.array(dueRow).parse(rows)
}

/** What came of an attempt: an answer with its status and beginning, or why there was none (a code of ours or of the network). */
export interface Outcome {
  milliseconds: number
  status: number | null
  failure: string | null
  excerpt: string | null
}

/** Keeps what came of an attempt, and where the delivery stands now: `wait` seconds until the next attempt. */
export async function settle(
  tx: Tx,
  id: string,
  { milliseconds, status, failure, excerpt }: Outcome,
  next: 'delivered' | 'given_up' | { wait: number },
): Promise<void> {
  await tx.query(
    `insert into webhook_attempt (delivery_id, at, milliseconds, status, failure, excerpt) values ($1, now(), $2, $3, $4, $5)`,
    [id, milliseconds, status, failure, excerpt],
  )
  const wait = typeof next === 'string' ? 0 : next.wait
  // An end that came meanwhile stays an end.
  await tx.query(
    `update webhook_delivery set state = $2, next_at = now() + make_interval(secs => $3) where id = $1 and state = 'waiting'`,
    [id, typeof next === 'string' ? next : 'waiting', wait],
  )
}

const deliveryRow = z.object({
  id: z.string().transform(Number),
  event: z.string(),
  type: z.enum(WEBHOOK_EVENTS),
  at: z.date(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number(),
  nextAt: z.date(),
  body: z.string(),
  lastAt: z.date().nullable(),
  milliseconds: z.number().nullable(),
  status: z.number().nullable(),
  failure: z.string().nullable(),
  excerpt: z.string().nullable(),
})

/** A delivery with what came of its last attempt. */
export type Delivery = z.output<typeof deliveryRow>

/** Deliveries of a webhook before an id (null = the newest), the newest first. */
export async function selectDeliveries(
  db: Db,
  webhook: string,
  before: number | null,
  limit: number,
): Promise<Delivery[]> {
  const { rows } = await db.query(
    `select d.id, e.id as event, e.type, e.at, d.state, d.attempts, d.next_at as "nextAt", e.body, t.at as "lastAt",
       t.milliseconds, t.status, t.failure, t.excerpt
     from webhook_delivery d join webhook_event e on e.id = d.event_id
     left join lateral (select * from webhook_attempt t where t.delivery_id = d.id order by t.id desc limit 1) t on true
     where d.webhook_id = $1 and ($2::bigint is null or d.id < $2) order by d.id desc limit $3`,
    [webhook, before, limit],
  )
  return z.array(deliveryRow).parse(rows)
}

/** Puts a delivery of a webhook at work on its way again, as if for the first time; false when there is none. */
export async function restartDelivery(tx: Tx, webhook: string, id: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update webhook_delivery d set state = 'waiting', attempts = 0, next_at = now()
     from webhook w where d.id = $2 and d.webhook_id = $1 and w.id = d.webhook_id and w.ended_at is null`,
    [webhook, id],
  )
  return rowCount === 1
}

/** Deletes what was told longer ago than this and waits for nobody. */
export async function forgetEvents(db: Db, days: number): Promise<void> {
  await db.query(
    `delete from webhook_event e where e.at < now() - make_interval(days => $1)
       and not exists (select from webhook_delivery d where d.event_id = e.id and d.state = 'waiting')`,
    [days],
  )
}
