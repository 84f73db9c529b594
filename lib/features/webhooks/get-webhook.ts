import 'server-only'
import { z } from 'zod'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { parsePlace, printPlace } from '@/lib/data/cursor'
import { type Delivery, selectDeliveries } from '@/lib/data/webhook-deliveries'
import { type ListedWebhook, selectWebhooks } from '@/lib/data/webhooks'
import { NotFound } from '@/lib/errors'

/** A webhook and a page of what it was told, the latest first. */
export interface WebhookLog {
  webhook: ListedWebhook
  deliveries: Delivery[]
  /** Cursor of the next page; null on the last. */
  next: string | null
}

/** A webhook with the log of its deliveries, each with what came of the last attempt. Throws Forbidden, NotFound, and InvalidInput on a cursor of another list. */
export async function getWebhook(
  viewer: Viewer,
  id: string,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<WebhookLog> {
  authorise(viewer, 'webhook.manage')
  const [webhook] = z.uuid().safeParse(id).success ? await selectWebhooks(pool(), id) : []
  if (!webhook) throw new NotFound('webhook', id)
  const query = `webhook ${id}`
  const before = cursor === null ? null : Number(parsePlace(query, cursor).value)
  const found = await selectDeliveries(pool(), id, before, limit + 1)
  const deliveries = found.slice(0, limit)
  const last = deliveries.at(-1)
  const next =
    found.length > limit && last ? printPlace(query, { value: String(last.id), name: 'id' }) : null
  return { webhook, deliveries, next }
}
