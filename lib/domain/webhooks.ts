/** What programs elsewhere can be told. */
export const WEBHOOK_EVENTS = ['agreement.published', 'report.accepted', 'status.changed'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Where an event on its way to a webhook stands. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'given_up'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]
