/** What programs elsewhere can be told. */
export const WEBHOOK_EVENTS = ['agreement.published', 'report.accepted', 'status.changed'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Where an event on its way to a webhook stands. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'given_up'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** After so many attempts nobody is told any more, unless somebody asks for it. */
export const MOST_ATTEMPTS = 8
const FIRST_WAIT_SECONDS = 10
const LONGEST_WAIT_SECONDS = 12 * 3600
const GROWTH = 4

/**
 * Seconds to wait after the n-th attempt failed: 10 s, then four times as long each time, 12 hours at most, shortened by up
 * to a half (`jitter` from 0 to 1), so that receivers that fell together are not all asked again at once. Null: give up.
 */
export function waitAfter(attempts: number, jitter: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null
  const full = Math.min(FIRST_WAIT_SECONDS * GROWTH ** (attempts - 1), LONGEST_WAIT_SECONDS)
  return Math.round(full * (1 - jitter / 2))
}
