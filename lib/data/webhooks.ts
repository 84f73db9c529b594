import { z } from 'zod'
import { type DeliveryState, WEBHOOK_EVENTS, type WebhookEvent } from '@/lib/domain/webhooks'
import type { Db, Tx } from './client'

const webhookRow = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
  author: z.string().nullable(),
  waiting: z.number(),
  delivered: z.number(),
  givenUp: z.number(),
})

/** A webhook without its secret, who made it, and how many events are where. */
export type ListedWebhook = z.output<typeof webhookRow>

const counted = (state: DeliveryState) => `(count(*) filter (where d.state = '${state}'))::int`

/** Every webhook, those at work first, then the newest; or the one of an id. */
export async function selectWebhooks(db: Db, id: string | null = null): Promise<ListedWebhook[]> {
  const { rows } = await db.query(
    `select w.id, w.url, w.events, w.created_at as "createdAt", w.ended_at as "endedAt", a.name as author,
       ${counted('waiting')} as waiting, ${counted('delivered')} as delivered, ${counted('given_up')} as "givenUp"
     from webhook w left join account a on a.id = w.created_by left join webhook_delivery d on d.webhook_id = w.id
     where $1::uuid is null or w.id = $1 group by w.id, a.name order by w.ended_at is not null, w.created_at desc, w.id`,
    [id],
  )
  return z.array(webhookRow).parse(rows)
}

/** A webhook to keep; its secret is sealed. */
export interface NewWebhook {
  id: string
  url: string
  events: readonly WebhookEvent[]
  secret: Buffer
  createdBy: string
}

/** Keeps a webhook. */
export async function insertWebhook(tx: Tx, one: NewWebhook): Promise<void> {
  await tx.query(
    'insert into webhook (id, url, events, secret, created_by, created_at) values ($1, $2, $3, $4, $5, now())',
    [one.id, one.url, one.events, one.secret, one.createdBy],
  )
}

const secretRow = z.object({ secret: z.custom<Buffer>(Buffer.isBuffer) })

/** The sealed secret of a webhook; null when there is none of that id. */
export async function secretOf(db: Db, id: string): Promise<Buffer | null> {
  const { rows } = await db.query('select secret from webhook where id = $1', [id])
  return rows.length === 0 ? null : secretRow.parse(rows[0]).secret
}

/** Ends a webhook and gives up what waits for it; false when none of that id is at work. */
export async function endWebhook(tx: Tx, id: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update webhook set ended_at = now(), ended_by = $2 where id = $1 and ended_at is null',
    [id, by],
  )
  await tx.query(
    `update webhook_delivery set state = 'given_up' where webhook_id = $1 and state = 'waiting'`,
    [id],
  )
  return rowCount === 1
}
