import { z } from 'zod'
import { deskPaths, proposing } from './desk-api'
import { EXPORT_FILES } from './export-files'
import { isListKey, type Key, lists, SURFACES, type Surface, scalars } from './filter-keys'
import { JSON_TYPE, refusal, schemaOf } from './openapi'
import { standingBody } from './standing'

const agreementList = z.object({
  data: z.array(z.looseObject({ reference: z.string(), title: z.string() })),
  next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last.' }),
  total: z.int(),
})

const agreement = z.looseObject({
  reference: z.string(),
  title: z.string(),
  commitments: z.array(z.looseObject({ measure: z.string() })),
})

const summary = z.looseObject({
  measure: z.string(),
  lane: z.string(),
  asOf: z.iso.date(),
  method: z.string(),
  count: z.int(),
  promised: z.looseObject({ value: z.number(), gross: z.number(), print: z.string() }),
})

const standings = z.object({ reported: z.looseObject({}), verified: z.looseObject({}) })

function parameter(name: Key) {
  const schema = isListKey(name) ? z.array(lists[name]) : scalars[name]
  const style = isListKey(name) ? { style: 'form', explode: true } : {}
  return { name, in: 'query', required: false, ...style, schema: schemaOf(schema, 'input') }
}

function operation(summaryLine: string, surface: Surface, type: string, schema: z.ZodType) {
  return {
    summary: summaryLine,
    parameters: SURFACES[surface].map(parameter),
    responses: {
      200: { description: 'OK', content: { [type]: { schema: schemaOf(schema) } } },
      400: refusal('An unknown key or value, named.'),
      503: refusal('The database does not answer.'),
    },
  }
}

function filePaths() {
  return EXPORT_FILES.flatMap((file) => {
    const surface = file === 'targets' ? 'targetsFile' : 'file'
    const data = operation(`${file} as CSV, streamed`, surface, 'text/csv', z.string())
    const described = operation(
      `CSVW metadata of ${file}.csv`,
      surface,
      JSON_TYPE,
      z.looseObject({}),
    )
    return [
      [`/api/v1/${file}.csv`, { get: data }],
      [`/api/v1/${file}.csv-metadata.json`, { get: described }],
    ] as const
  })
}

/** The description of the HTTP API, OpenAPI 3.1, made from the schemas that the routes read with (contract, section 4). */
export function openApi(version: string) {
  const one = operation('One agreement with its standings', 'agreement', JSON_TYPE, agreement)
  const reference = { name: 'reference', in: 'path', required: true, schema: { type: 'string' } }
  const calculator = operation('The standing of any commitment', 'plain', JSON_TYPE, standings)
  return {
    openapi: '3.1.0',
    info: { title: 'Pledgebook', version },
    paths: {
      '/api/v1/agreements': {
        get: operation('Agreements, page by page', 'list', JSON_TYPE, agreementList),
        post: proposing('Proposes a new agreement', 'agreement'),
      },
      '/api/v1/agreements/{reference}': {
        get: {
          ...one,
          parameters: [reference, ...one.parameters],
          responses: { ...one.responses, 404: refusal('Nothing was known of it then.') },
        },
        patch: proposing('Proposes an edit: only the columns that change', 'edit'),
      },
      '/api/v1/summary': {
        get: operation('Figures of the portfolio', 'summary', JSON_TYPE, summary),
      },
      '/api/v1/standing': {
        post: {
          ...calculator,
          requestBody: {
            required: true,
            content: { [JSON_TYPE]: { schema: schemaOf(standingBody, 'input') } },
          },
          responses: {
            ...calculator.responses,
            413: refusal('The body is larger than a megabyte.'),
            415: refusal('The body is not JSON.'),
          },
        },
      },
      ...Object.fromEntries(filePaths()),
      ...deskPaths(),
    },
  }
}
