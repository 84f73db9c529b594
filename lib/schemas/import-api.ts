import { z } from 'zod'
import { IMPORT_KINDS } from './import'
import { JSON_TYPE, refusals, schemaOf } from './openapi'

/** A file of rows is this large at most. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024

const counts = {
  read: z.int().meta({ description: 'Rows of the file, the refused ones included.' }),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
}

/** What came of a file. */
export const importResponse = z.strictObject({
  ...counts,
  refused: z.array(
    z.strictObject({
      line: z.int(),
      column: z.string().meta({ description: 'Empty where the whole line is meant.' }),
      value: z.string(),
      reason: z.string(),
      code: z.string(),
    }),
  ),
  batch: z
    .uuid()
    .nullable()
    .meta({ description: 'The import that the proposals belong to; null when none was made.' }),
})

const refusedResponse = importResponse.extend({
  type: z.string(),
  title: z.string(),
  detail: z.string(),
  status: z.literal(422),
})

const flag = (name: string, description: string) => ({
  ...{ name, in: 'query', required: false, description, schema: { const: '1' } },
})

const json = (schema: z.ZodType) => ({ [JSON_TYPE]: { schema: schemaOf(schema) } })

const REFUSED = refusals(400, 401, 403, 404, 409, 429, 503)

function step(summary: string, schema: z.ZodType) {
  return {
    post: {
      summary,
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: { 200: { description: 'OK', content: json(schema) }, ...REFUSED },
    },
  }
}

/** The calls that bring files of rows. */
export function importPaths() {
  return {
    '/api/v1/import/{kind}': {
      post: {
        summary: 'Brings a file of rows: a proposal for each that is new or differs',
        parameters: [
          { name: 'kind', in: 'path', required: true, schema: { enum: [...IMPORT_KINDS] } },
          flag('dryRun', 'Only tell what would happen.'),
          flag('submit', 'Hand the proposals in at once.'),
          {
            ...{ name: 'fileName', in: 'query', required: false, schema: { type: 'string' } },
            description: 'What edits name as where they come from.',
          },
          {
            ...{ name: 'Idempotency-Key', in: 'header', required: false },
            schema: { type: 'string' },
            description: 'The same key and file answer the first result again.',
          },
        ],
        requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } },
        responses: {
          200: { description: 'Nothing was written.', content: json(importResponse) },
          201: { description: 'Proposals were made.', content: json(importResponse) },
          422: {
            description: 'Rows were refused and nothing was written.',
            content: { 'application/problem+json': { schema: schemaOf(refusedResponse) } },
          },
          ...REFUSED,
          ...refusals(413, 415),
        },
      },
    },
    '/api/v1/imports/{id}/accept': step(
      'Accepts everything of an import that waits, in one batch',
      z.object({ batch: z.uuid(), accepted: z.int() }),
    ),
    '/api/v1/imports/{id}/withdraw': step(
      'Takes back what an import brought and nobody has accepted',
      z.object({ withdrawn: z.int() }),
    ),
  }
}
