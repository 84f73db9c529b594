import { z } from 'zod'
import {
  AGREEMENT_TYPES,
  EVIDENCES,
  LANES,
  MEASURES,
  OBSERVATION_KINDS,
  PACE_STATUSES,
} from '@/lib/domain/types'
import type { WebhookEvent } from '@/lib/domain/webhooks'
import { dated, day, instant, text } from './parts'

const change = z.int().meta({ description: 'The number of the change (/api/v1/changes).' })
const measured = { reference: z.string(), measure: z.enum(MEASURES) }
const status = z.enum(PACE_STATUSES).nullable()

const DATA = {
  'agreement.published': z.strictObject({
    change,
    reference: z.string(),
    title: z.string(),
    type: z.enum(AGREEMENT_TYPES),
    company: text,
  }),
  'report.accepted': z.strictObject({
    change,
    ...measured,
    kind: z.enum(OBSERVATION_KINDS),
    dataDate: dated,
    value: z
      .string()
      .meta({ description: 'A literal of the import format, such as 1500 or >1500.' }),
    currency: text.meta({ description: 'Of money; null of persons.' }),
    evidence: z.enum(EVIDENCES),
    source: text,
  }),
  'status.changed': z.strictObject({
    change: change.nullable().meta({ description: 'Null where a day passed.' }),
    ...measured,
    lane: z.enum(LANES),
    before: status,
    after: status,
    day: day.meta({ description: 'From which day on.' }),
  }),
} satisfies Record<WebhookEvent, z.ZodType>

/** What a webhook is told of an event: exactly the body that is signed. */
export function webhookEventBody(type: WebhookEvent) {
  return z.strictObject({ type: z.literal(type), timestamp: instant, data: DATA[type] })
}
