import 'server-only'
import { z } from 'zod'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { repeatable, transactionOnce } from '@/lib/data/once'
import { restartDelivery } from '@/lib/data/webhook-deliveries'
import { NotFound } from '@/lib/errors'

/** A delivery that is to be made again. */
export interface ResendInput {
  viewer: Viewer
  webhook: string
  delivery: number
  /** An idempotency key of the client's own. */
  key?: string | undefined
}

/** Sends an event once more, with the same id and body, however often it was sent. Throws Forbidden, and NotFound when there is no such delivery of a webhook at work. */
export async function resendDelivery({
  viewer,
  webhook,
  delivery,
  key,
}: ResendInput): Promise<{ id: number; state: 'waiting' }> {
  authorise(viewer, 'webhook.manage')
  if (!z.uuid().safeParse(webhook).success) throw new NotFound('webhook', webhook)
  return transactionOnce(
    repeatable(viewer.name, key, ['resend', webhook, delivery]),
    async (tx) => {
      if (!(await restartDelivery(tx, webhook, delivery)))
        throw new NotFound('delivery', String(delivery))
      return { id: delivery, state: 'waiting' as const }
    },
  )
}
