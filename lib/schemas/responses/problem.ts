import { z } from 'zod'

/** Any refusal or fault (RFC 9457). */
export const problemResponseBody = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    version: z.int().optional().meta({ description: 'Of a 409: the present version.' }),
    fields: z
      .array(z.strictObject({ path: z.string(), theirs: z.string(), yours: z.string() }))
      .optional()
      .meta({ description: 'Of a 409: both versions, field by field.' }),
  })
  .meta({ description: 'In the language of ?lang or Accept-Language.' })
export type ProblemBody = z.output<typeof problemResponseBody>

/** The answers of the health endpoints. */
export const liveResponse = z.strictObject({ live: z.literal(true) })
export const readyResponse = z.strictObject({
  ready: z.boolean(),
  state: z.enum(['ready', 'stopping', 'database', 'schema']),
})
