import { z } from 'zod'
import { PROPOSAL_KINDS, PROPOSAL_STATES, type ProposalKind } from '@/lib/domain/types'
import { JSON_TYPE, refusals, schemaOf } from './openapi'
import { LIST_COLUMNS, PAYLOAD_COLUMNS, WITH_LISTS } from './proposal'
import { changeKeys, pageKeys, proposalKeys } from './proposals-filter'
import {
  keptReportMadeResponse,
  keptReportResponse,
  keptReportsResponse,
} from './responses/kept-report'
import {
  resentResponse,
  webhookMadeResponse,
  webhookResponse,
  webhooksResponse,
} from './responses/webhook'
import { acceptBody, returnBody, undoBody } from './review'
import { keptReportBody } from './saved-report'
import { webhookBody } from './webhooks'

const stamp = z.object({
  id: z.uuid(),
  kind: z.enum(PROPOSAL_KINDS),
  subject: z.string().nullable().meta({ description: 'The agreement’s reference.' }),
  state: z.enum(PROPOSAL_STATES),
  version: z.int(),
})

const accepted = stamp.extend({ change: z.int(), reference: z.string() })

const proposal = z.looseObject({
  ...stamp.shape,
  payload: z.looseObject({}).meta({ description: 'The row, as it was sent.' }),
  author: z.string(),
  reviewer: z.string().nullable(),
  selfAccepted: z.boolean(),
  note: z.object({ text: z.string(), field: z.string().nullable() }).nullable(),
})

const located = z.array(z.object({ path: z.string(), message: z.string() }))

const detail = proposal.extend({
  problems: located.meta({ description: 'What stands in the way of submitting it.' }),
  warnings: located,
  effect: z.looseObject({}).nullable().meta({ description: 'What accepting it would do.' }),
})

const change = z.looseObject({
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z.string(),
  verb: z.string(),
  subject: z.string(),
})

const name = z.looseObject({ slug: z.string(), name: z.string(), same: z.boolean() })

const literal = z.union([z.string(), z.number(), z.null(), z.array(z.string())])

function rowOf(columns: readonly string[]) {
  return Object.fromEntries(columns.map((column) => [column, literal.optional()]))
}

/** The row of a kind as JSON: the names and literals of the import format, lists as arrays. */
function rowBody(kind: ProposalKind): z.ZodType {
  const row = z.strictObject(rowOf(PAYLOAD_COLUMNS[kind]))
  if (!WITH_LISTS.includes(kind)) return row
  return row.extend({
    claims: z.array(z.strictObject(rowOf(LIST_COLUMNS.claims))).optional(),
    commitments: z.array(z.strictObject(rowOf(LIST_COLUMNS.commitments))).optional(),
  })
}

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })
const IF_MATCH = {
  ...{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } },
  description: 'The version that is changed, in quotes.',
}
const KEY = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } },
  description: 'The same key and body answer the first result again.',
}
const FILE_NAME = {
  ...{ name: 'fileName', in: 'query', required: false, schema: { type: 'string' } },
  description: 'What it is called where it comes from.',
}
const SUBMIT = { name: 'submit', in: 'query', required: false, schema: { const: '1' } }

const READ = refusals(400, 401, 403, 404, 429, 503)
const WRITTEN = { ...READ, ...refusals(409, 413, 415) }

function json(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  return { [JSON_TYPE]: { schema: schemaOf(schema, io) } }
}

function body(schema: z.ZodType) {
  return { requestBody: { required: true, content: json(schema, 'input') } }
}

function call(summary: string, schema: z.ZodType, parameters: object[], status = 200) {
  const versioned = parameters.includes(IF_MATCH)
  const writes = versioned || parameters.includes(KEY)
  return {
    summary,
    parameters,
    responses: {
      [status]: { description: 'OK', content: json(schema) },
      ...(writes ? WRITTEN : READ),
      ...(versioned && refusals(428)),
    },
  }
}

/** A call that makes a proposal of a row. */
export function proposing(summary: string, kind: ProposalKind) {
  const where = kind === 'agreement' ? [] : [inPath('reference')]
  const version = kind === 'edit' ? [IF_MATCH] : []
  return {
    ...call(summary, stamp, [...where, ...version, KEY, SUBMIT], 201),
    ...body(rowBody(kind)),
  }
}

function query(keys: Record<string, z.ZodType>) {
  return Object.entries(keys).map(([name, schema]) => ({
    ...{ name, in: 'query', required: false, schema: schemaOf(schema, 'input') },
    ...(schema instanceof z.ZodArray && { style: 'form', explode: true }),
  }))
}

/** The calls of the desk: proposals, their review, the audit log, uploaded sources. */
export function deskPaths() {
  const [id, reference] = [inPath('id'), inPath('reference')]
  const page = (item: z.ZodType) => z.object({ data: z.array(item), next: z.string().nullable() })
  const step = (summary: string, schema: z.ZodType = stamp) =>
    call(summary, schema, [id, IF_MATCH, KEY])
  const bytes = { schema: { type: 'string', contentEncoding: 'binary' } }
  const file = z.object({
    name: z.string(),
    type: z.string(),
    size: z.int(),
    fileName: z.string(),
    sha256: z.string(),
  })
  return {
    '/api/v1/agreements/{reference}/reports': { post: proposing('Proposes a report', 'report') },
    '/api/v1/agreements/{reference}/amendments': {
      post: proposing('Proposes an amendment or a correction', 'amendment'),
    },
    '/api/v1/agreements/{reference}/events': { post: proposing('Proposes an event', 'event') },
    '/api/v1/agreements/{reference}/retractions': {
      post: proposing('Proposes to take one statement back', 'retraction'),
    },
    '/api/v1/agreements/{reference}/history': {
      get: call('How a record came about', z.object({ data: z.array(change) }), [reference]),
    },
    '/api/v1/proposals': {
      get: call('The queue', page(proposal).extend({ total: z.int() }), query(proposalKeys)),
    },
    '/api/v1/proposals/{id}': {
      get: call('A proposal, what is missing and what it would do', detail, [id]),
      patch: {
        ...call('Changes the columns given', stamp, [id, IF_MATCH]),
        ...body(z.looseObject({})),
      },
    },
    '/api/v1/proposals/accept': {
      post: {
        ...call(
          'Accepts several in one batch',
          z.object({ batch: z.uuid(), accepted: z.array(accepted) }),
          [KEY],
        ),
        ...body(acceptBody),
      },
    },
    '/api/v1/proposals/{id}/submit': { post: step('Submits it') },
    '/api/v1/proposals/{id}/accept': { post: step('Accepts it', accepted) },
    '/api/v1/proposals/{id}/withdraw': { post: step('Takes it back') },
    '/api/v1/proposals/{id}/return': {
      post: { ...step('Returns it with a note'), ...body(returnBody) },
    },
    '/api/v1/changes': { get: call('The audit log', page(change), query(changeKeys)) },
    '/api/v1/changes/{seq}/undo': {
      post: {
        ...call(
          'Undoes it within half an hour',
          z.object({ undone: z.array(z.int()), changes: z.array(z.int()) }),
          [inPath('seq'), KEY],
        ),
        ...body(undoBody),
      },
    },
    '/api/v1/names': {
      get: call('Names like the one typed', z.object({ data: z.array(name) }), [
        { name: 'q', in: 'query', required: true, schema: { type: 'string' } },
        {
          name: 'kind',
          in: 'query',
          required: false,
          schema: { enum: ['company', 'government', 'person'] },
        },
      ]),
    },
    '/api/v1/attachments': {
      post: {
        ...call(
          'Keeps a source file: PDF, PNG or JPEG, 10 MB at most',
          file,
          [FILE_NAME, KEY],
          201,
        ),
        requestBody: { required: true, content: { 'application/octet-stream': bytes } },
      },
    },
    '/api/v1/kept-reports': {
      get: call('The reports kept last, 200 at most', keptReportsResponse, []),
      post: {
        ...call('Keeps a file as it is now', keptReportMadeResponse, [KEY], 201),
        ...body(keptReportBody),
      },
    },
    '/api/v1/kept-reports/{id}': {
      get: call('A kept report, held to its hash', keptReportResponse, [id]),
    },
    '/api/v1/webhooks': {
      get: call('The webhooks', webhooksResponse, []),
      post: {
        ...call('Makes a webhook: its secret is told once', webhookMadeResponse, [KEY], 201),
        ...body(webhookBody),
      },
    },
    '/api/v1/webhooks/{id}': {
      get: call('A webhook with its deliveries', webhookResponse, [id, ...query(pageKeys)]),
      delete: {
        summary: 'Ends a webhook',
        parameters: [id],
        responses: { 204: { description: 'It is told nothing more.' }, ...READ },
      },
    },
    '/api/v1/webhooks/{id}/deliveries/{delivery}/resend': {
      post: call('Sends an event again', resentResponse, [id, inPath('delivery'), KEY], 202),
    },
    '/api/v1/attachments/{name}': {
      get: {
        summary: 'A source file, as a download',
        parameters: [inPath('name')],
        responses: { 200: { description: 'OK', content: { '*/*': bytes } }, ...READ },
      },
    },
  }
}
