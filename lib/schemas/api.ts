import { z } from 'zod'
import { WEBHOOK_EVENTS, type WebhookEvent } from '@/lib/domain/webhooks'
import { finished, SECURITY_SCHEMES, TAGS } from './api-finish'
import { CALL_WINDOW_SECONDS, MOST_READS, MOST_WRITES } from './call-limits'
import { deskPaths, proposing } from './desk-api'
import {
  ARCHIVE,
  EXPORT_FILES,
  filePath,
  READY_REPORTS,
  REPORT_SURFACES,
  type ReadyReport,
  type TableFile,
} from './export-files'
import { isListKey, type Key, lists, SURFACES, type Surface, scalars } from './filter-keys'
import { importPaths } from './import-api'
import { JSON_TYPE, refusals, schemaOf } from './openapi'
import { agreementResponse, agreementsResponse } from './responses/agreement'
import { fileMetadata } from './responses/file'
import { liveResponse, problemResponseBody, readyResponse } from './responses/problem'
import { standingsResponse } from './responses/standing'
import { summaryResponse } from './responses/summary'
import { webhookEventBody } from './responses/webhook-event'
import { standingBody } from './standing'
import { VIEW_NAMES, VIEWS } from './views'

const COMPONENTS = {
  Agreement: agreementResponse,
  Agreements: agreementsResponse,
  FileMetadata: fileMetadata,
  Live: liveResponse,
  Problem: problemResponseBody,
  Ready: readyResponse,
  Standings: standingsResponse,
  Summary: summaryResponse,
}
type Component = keyof typeof COMPONENTS

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const BINARY = { type: 'string', format: 'binary' }

function named(component: Component) {
  return { $ref: `#/components/schemas/${component}` }
}

function parameter(name: Key) {
  const schema = isListKey(name) ? z.array(lists[name]) : scalars[name]
  const style = isListKey(name) ? { style: 'form', explode: true } : {}
  return { name, in: 'query', required: false, ...style, schema: schemaOf(schema, 'input') }
}

function operation(summaryLine: string, surface: Surface, type: string, schema: object) {
  return {
    summary: summaryLine,
    parameters: SURFACES[surface].map(parameter),
    responses: {
      200: { description: 'OK', content: { [type]: { schema } } },
      ...refusals(400, 401, 429, 503),
    },
  }
}

function health(summary: string, component: Component, unready: object) {
  const content = { [JSON_TYPE]: { schema: named(component) } }
  return { get: { summary, responses: { 200: { description: 'OK', content }, ...unready } } }
}

function tablePaths(file: TableFile, what: string, surface: Surface, bookSurface: Surface) {
  const data = operation(`${what} as CSV, streamed`, surface, 'text/csv', { type: 'string' })
  const described = operation(
    `CSVW metadata of ${file}.csv`,
    surface,
    'application/csvm+json',
    named('FileMetadata'),
  )
  const book = operation(
    `${what} as a workbook: typed cells, heads in the language of lang, streamed`,
    bookSurface,
    XLSX_TYPE,
    BINARY,
  )
  const path = filePath(file)
  // More rows than a worksheet holds.
  const fitting = { ...book, responses: { ...book.responses, ...refusals(409) } }
  return [
    [`${path}.xlsx`, { get: fitting }],
    [`${path}.csv`, { get: data }],
    [`${path}.csv-metadata.json`, { get: described }],
  ] as const
}

function filePaths() {
  return EXPORT_FILES.flatMap((file) =>
    file === 'targets'
      ? tablePaths(file, file, 'targetsFile', 'targetsBook')
      : tablePaths(file, file, 'file', 'book'),
  )
}

const REPORTS: Record<ReadyReport, string> = {
  changes:
    'Ready-made report, what changed between two dates: every change and day with its effect on the totals',
  portfolio: 'Ready-made report, the portfolio at a date: every agreement and how it stands',
  due: 'Ready-made report, what is due in a year (the one after asOf unless asked)',
  behind: 'Ready-made report, companies behind and by how much',
  unreported: 'Ready-made report, who has not reported',
}

function reportPaths() {
  return READY_REPORTS.flatMap((report) => {
    const { file, page } = REPORT_SURFACES[report]
    return tablePaths(report, REPORTS[report], file, page)
  })
}

function viewPaths() {
  return VIEW_NAMES.flatMap((view) => {
    const seen = (form: string, type: string, schema: object) => [
      `/api/v1/views/${view}.${form}`,
      {
        get: operation(
          `What the page of ${view} shows as ${form.toUpperCase()}: its columns, order and words, in the language of lang`,
          VIEWS[view],
          type,
          schema,
        ),
      },
    ]
    return [seen('csv', 'text/csv', { type: 'string' }), seen('xlsx', XLSX_TYPE, BINARY)]
  })
}

const signed = (name: string, description: string) => ({
  ...{ name, in: 'header', required: true, schema: { type: 'string' } },
  description,
})

function told(type: WebhookEvent) {
  return {
    summary: `A webhook is told: ${type}`,
    parameters: [
      signed('webhook-id', 'The same at every attempt.'),
      signed('webhook-timestamp', 'Seconds since 1970.'),
      signed('webhook-signature', 'v1, and the HMAC-SHA-256 of id.timestamp.body in base64.'),
    ],
    requestBody: {
      required: true,
      content: { [JSON_TYPE]: { schema: schemaOf(webhookEventBody(type)) } },
    },
    responses: { '2XX': { description: 'Delivered. Anything else is tried again.' } },
  }
}

const ABOUT = `Reads need no account unless the book is private. Writes make proposals and need a session or a token.
In ${CALL_WINDOW_SECONDS} seconds one address, or one account, may read ${MOST_READS} times and one account write ${MOST_WRITES} times; after that the answer is 429 with Retry-After.`

/** The description of the HTTP API, OpenAPI 3.1, made from the schemas that the routes read with (contract, section 4). */
export function openApi(version: string) {
  const one = operation(
    'One agreement with its standings',
    'agreement',
    JSON_TYPE,
    named('Agreement'),
  )
  const reference = { name: 'reference', in: 'path', required: true, schema: { type: 'string' } }
  const calculator = operation(
    'The standing of any commitment',
    'plain',
    JSON_TYPE,
    named('Standings'),
  )
  return {
    openapi: '3.1.0',
    info: { title: 'Pledgebook', version, description: ABOUT },
    servers: [{ url: '/' }],
    tags: TAGS.map((name) => ({ name })),
    paths: finished({
      '/api/openapi.json': {
        get: operation('This description', 'plain', JSON_TYPE, { type: 'object' }),
      },
      '/api/health/live': health('Whether the process runs', 'Live', {}),
      '/api/health/ready': health('Whether readers may be sent here', 'Ready', {
        503: {
          description: 'The database does not answer, or its schema is not current.',
          content: { [JSON_TYPE]: { schema: named('Ready') } },
        },
      }),
      '/api/v1/agreements': {
        get: operation('Agreements, page by page', 'list', JSON_TYPE, named('Agreements')),
        post: proposing('Proposes a new agreement', 'agreement'),
      },
      '/api/v1/agreements/{reference}': {
        get: {
          ...one,
          parameters: [reference, ...one.parameters],
          responses: { ...one.responses, ...refusals(404) },
        },
        patch: proposing('Proposes an edit: only the columns that change', 'edit'),
      },
      '/api/v1/summary': {
        get: operation('Figures of the portfolio', 'summary', JSON_TYPE, named('Summary')),
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
            ...refusals(413, 415),
          },
        },
      },
      ...Object.fromEntries([...filePaths(), ...reportPaths(), ...viewPaths()]),
      [`/api/v1/${ARCHIVE}`]: {
        get: operation(
          'Every CSV file with CSVW metadata, a Data Package (version 2) and a read-me in three languages',
          'archive',
          'application/zip',
          BINARY,
        ),
      },
      ...deskPaths(),
      ...importPaths(),
    }),
    webhooks: Object.fromEntries(WEBHOOK_EVENTS.map((type) => [type, { post: told(type) }])),
    components: {
      securitySchemes: SECURITY_SCHEMES,
      schemas: Object.fromEntries(
        Object.entries(COMPONENTS).map(([name, schema]) => [name, schemaOf(schema)]),
      ),
    },
  }
}
