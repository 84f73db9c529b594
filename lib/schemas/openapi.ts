import { z } from 'zod'

export const JSON_TYPE = 'application/json'

/** A schema as JSON Schema, of what goes in or comes out. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/** A response that says what is wrong: RFC 9457, in the language of ?lang or Accept-Language. */
export const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
