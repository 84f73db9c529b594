import { z } from 'zod'

export const JSON_TYPE = 'application/json'

/** A schema as JSON Schema, of what goes in or comes out. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const REFUSALS = {
  400: 'What is wrong, by name.',
  401: 'Nobody who may ask is asking: sign in, or send a token that is valid.',
  403: 'This account may not, or a cookie came from a page that is not ours.',
  404: 'There is none.',
  409: 'The state or version has moved (both versions, field by field), or the key came with something else.',
  413: 'The body is too large.',
  415: 'The body is of another type.',
  428: 'If-Match is missing.',
  429: 'Too many calls.',
  503: 'The database does not answer.',
} as const
type Status = keyof typeof REFUSALS

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
}
const WITH_RETRY: readonly Status[] = [429, 503]

function refusal(status: Status) {
  return {
    description: REFUSALS[status],
    ...(WITH_RETRY.includes(status) && { headers: RETRY_AFTER }),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

/** Responses that say what is wrong: RFC 9457, in the language of ?lang or Accept-Language. */
export function refusals(...statuses: readonly Status[]) {
  return Object.fromEntries(statuses.map((status) => [status, refusal(status)]))
}
