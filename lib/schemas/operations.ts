import { z } from 'zod'
import type { openApi } from './api'
import { EXAMPLES } from './api-examples'

/** A JSON Schema as far as it is shown. */
export interface Shape {
  type?: string | string[] | undefined
  format?: string | undefined
  description?: string | undefined
  const?: unknown
  enum?: unknown[] | undefined
  properties?: Record<string, Shape> | undefined
  required?: string[] | undefined
  items?: Shape | undefined
  prefixItems?: Shape[] | undefined
  anyOf?: Shape[] | undefined
  oneOf?: Shape[] | undefined
  $ref?: string | undefined
}

const shape = z.custom<Shape>((value) => typeof value === 'object' && value !== null)
const content = z.record(z.string(), z.object({ schema: shape, example: z.unknown().optional() }))

const operation = z.object({
  operationId: z.string(),
  tags: z.tuple([z.string()]),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  summary: z.string(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean(),
        description: z.string().optional(),
        schema: shape,
      }),
    )
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string(), content: content.optional() }),
  ),
})

/** One call of the API as its page and its tests read it. */
export interface Operation extends z.output<typeof operation> {
  method: string
  path: string
  /** Values that its parameters may be tried with. */
  examples: Record<string, string>
}

/** Every call that a description tells of, in its order. */
export function operationsOf(document: ReturnType<typeof openApi>): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => {
      const read = operation.parse(told)
      const examples = EXAMPLES[read.operationId]?.parameters ?? {}
      return { ...read, method: method.toUpperCase(), path, examples }
    }),
  )
}

/** The shapes that calls name, by their names. */
export function shapesOf(document: ReturnType<typeof openApi>): [string, Shape][] {
  return Object.entries(z.record(z.string(), shape).parse(document.components.schemas))
}
