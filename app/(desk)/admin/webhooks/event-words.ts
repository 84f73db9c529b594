import type { WebhookEvent } from '@/lib/domain/webhooks'

/** Where the messages name each event: their keys hold no points. */
export const EVENT_WORDS = {
  'agreement.published': 'events.agreement_published',
  'report.accepted': 'events.report_accepted',
  'status.changed': 'events.status_changed',
} as const satisfies Record<WebhookEvent, string>
