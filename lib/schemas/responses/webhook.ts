import { z } from 'zod'
import { DELIVERY_STATES, WEBHOOK_EVENTS } from '@/lib/domain/webhooks'
import { count, instant, text } from './parts'

const members = {
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  author: text,
  createdAt: instant,
  endedAt: instant.nullable(),
  waiting: count,
  delivered: count,
  givenUp: count,
}

const last = z.strictObject({
  at: instant,
  milliseconds: count,
  status: z.int().nullable(),
  failure: text.meta({ description: 'Why there was no answer.' }),
  excerpt: text.meta({ description: 'The beginning of the answer.' }),
})

const delivery = z.strictObject({
  id: z.int(),
  event: z.uuid().meta({ description: 'webhook-id: the same however often it is sent.' }),
  type: z.enum(WEBHOOK_EVENTS),
  at: instant,
  state: z.enum(DELIVERY_STATES),
  attempts: count,
  nextAt: instant.nullable(),
  body: z.string().meta({ description: 'Exactly what is sent and signed.' }),
  last: last.nullable(),
})

/** The answers about webhooks. */
export const webhooksResponse = z.strictObject({ data: z.array(z.strictObject(members)) })
export const webhookMadeResponse = z.strictObject({ ...members, secret: z.string() })
export const webhookResponse = z.strictObject({
  ...members,
  deliveries: z.array(delivery),
  next: text,
})
export const resentResponse = z.strictObject({ id: z.int(), state: z.literal('waiting') })
