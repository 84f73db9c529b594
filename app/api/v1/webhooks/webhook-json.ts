import type { WebhookLog } from '@/lib/features/webhooks/get-webhook'

type Webhook = WebhookLog['webhook']

function instant(at: Date | null): string | null {
  return at === null ? null : at.toISOString()
}

/** A webhook as the API gives it. */
export function webhookJson({ createdAt, endedAt, ...same }: Webhook) {
  return { ...same, createdAt: instant(createdAt), endedAt: instant(endedAt) }
}

/** A delivery with what came of its last attempt; null before the first. */
export function deliveryJson(delivery: WebhookLog['deliveries'][number]) {
  const { at, nextAt, lastAt, milliseconds, status, failure, excerpt, ...same } = delivery
  const last = lastAt && { at: instant(lastAt), milliseconds, status, failure, excerpt }
  const next = same.state === 'waiting' ? instant(nextAt) : null
  return { ...same, at: instant(at), nextAt: next, last }
}
