import { z } from 'zod'
import { WEBHOOK_EVENTS, type WebhookEvent } from '@/lib/domain/webhooks'
import { InvalidInput } from '@/lib/errors'
import { problemsOf, refused } from './problems'

const LONGEST_URL = 2_000

function isAddress(text: string): boolean {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return false
  const { protocol, username, password, hash } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === ''
}

/** The body that makes a webhook. */
export const webhookBody = z.strictObject({
  url: z
    .string()
    .trim()
    .refine(isAddress, refused('webhook_url'))
    .transform((text) => new URL(text).href)
    .meta({ description: 'https, without a user, a password or a fragment.' }),
  events: z
    .array(z.enum(WEBHOOK_EVENTS))
    .min(1)
    .transform((events) => WEBHOOK_EVENTS.filter((one) => events.includes(one))),
})
export type WebhookBody = z.output<typeof webhookBody>

/** What a body says. Throws InvalidInput. */
export function parseWebhook(body: unknown): WebhookBody {
  const parsed = webhookBody.safeParse(body, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new InvalidInput(problemsOf(parsed.error))
}

/** The same of a form, in which every event has a box of its own. Throws InvalidInput. */
export function parseWebhookForm(texts: Record<string, string | undefined>): WebhookBody {
  const events = WEBHOOK_EVENTS.filter((one: WebhookEvent) => texts[one] === 'on')
  if (events.length === 0) throw new InvalidInput([{ path: 'events', code: 'webhook_events' }])
  return parseWebhook({ url: texts.url ?? '', events })
}

/** A delivery that a form sends again. */
export const resendForm = z.object({
  webhook: z.uuid(),
  delivery: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
})
