import Ajv from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testAccount } from '@/lib/auth/testing/accounts'
import { terminal } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { METHOD } from '@/lib/domain/method'
import type { Role } from '@/lib/domain/types'
import { createToken } from '@/lib/features/accounts/create-token'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { openApi } from '@/lib/schemas/api'
import { EXAMPLES } from '@/lib/schemas/api-examples'
import { type Operation, operationsOf } from '@/lib/schemas/operations'

// A client that knows of the API what its description says, and nothing else.

process.env.PLEDGEBOOK_WEBHOOK_LOOPBACK = '1'

const document = openApi(METHOD)
const operations = operationsOf(document)
const ajv = new Ajv({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema(JSON.parse(JSON.stringify(document)), 'api')

const succeeded = new Set<string>()
const tokens: Partial<Record<Role, string>> = {}

beforeAll(async () => {
  await seedPortfolio()
  for (const role of ['editor', 'reviewer', 'admin'] as const) {
    const { email } = await testAccount(role)
    tokens[role] = await createToken(terminal(), { name: role, role, region: '', days: '1' }, email)
  }
  // Reviewers and administrators act as such without a second step on this machine alone: no address is configured here.
})
afterAll(disconnect)

interface Sent {
  as?: Role
  parameters?: Record<string, string>
  query?: string
  body?: unknown
  bytes?: Buffer
}

function operationOf(id: string): Operation {
  const found = operations.find(({ operationId }) => operationId === id)
  if (!found) throw new Error(`the description has no ${id}`)
  return found
}

function pointer(...parts: string[]): string {
  return `api#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`
}

function expectValid(at: string, value: unknown, what: string): void {
  const validate = ajv.getSchema(at)
  if (!validate) throw new Error(`no schema at ${at}`)
  expect([what, validate(value), validate.errors]).toEqual([what, true, null])
}

const FILE = /^(\/api\/v1(?:\/(?:reports|views))?)\/([^/{}]+\.(?:csv|xlsx|zip)[^/]*)$/

/** The handler behind an address, where Next finds it. */
async function handlerOf({ method, path }: Operation, parameters: Record<string, string>) {
  const [, place, file] = FILE.exec(path) ?? []
  const folder = file ? `${place}/[file]` : path.replaceAll(/\{(\w+)\}/g, '[$1]')
  const module = await import(`${process.cwd()}/app${folder}/route.ts`)
  const params = Promise.resolve(file ? { file } : parameters)
  return (request: Request): Promise<Response> => module[method](request, { params })
}

function requestOf({ method, path, parameters, requestBody }: Operation, sent: Sent): Request {
  const given = sent.parameters ?? {}
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(given[name] ?? ''))
  const search = new URLSearchParams(sent.query)
  const headers = new Headers({ 'x-forwarded-for': '192.0.2.1' })
  for (const { name, in: place } of parameters) {
    const value = given[name]
    if (value === undefined) continue
    if (place === 'query') search.set(name, value)
    if (place === 'header') headers.set(name, value)
  }
  if (sent.as) headers.set('authorization', `Bearer ${tokens[sent.as]}`)
  const [type] = Object.keys(requestBody?.content ?? {})
  if (type && (sent.body !== undefined || sent.bytes)) headers.set('content-type', type)
  const text = sent.body === undefined ? null : JSON.stringify(sent.body)
  const body = sent.bytes ? new Uint8Array(sent.bytes) : text
  return new Request(`http://127.0.0.1:3000${address}?${search}`, {
    ...{ method, headers },
    body,
  })
}

/** Makes a call and holds its answer to the description: a status, a type and a shape that it does not tell of fail. */
async function call(id: string, sent: Sent = {}) {
  const operation = operationOf(id)
  const { path, method, responses, requestBody } = operation
  if (sent.body !== undefined && requestBody?.content['application/json'])
    expectValid(
      pointer(
        'paths',
        path,
        method.toLowerCase(),
        'requestBody',
        'content',
        'application/json',
        'schema',
      ),
      sent.body,
      `the body of ${id}`,
    )
  const handler = await handlerOf(operation, sent.parameters ?? {})
  const response = await handler(requestOf(operation, sent))
  const status = String(response.status)
  const text = await response.text()
  expect([id, status, Object.keys(responses), text.slice(0, 300)]).toEqual([
    ...[id, status, expect.arrayContaining([status]), text.slice(0, 300)],
  ])
  const type = response.headers.get('content-type')?.split(';')[0] ?? null
  const told = responses[status]?.content
  if (told === undefined) expect([id, text]).toEqual([id, ''])
  else if (!('*/*' in told)) {
    expect([id, status, type]).toEqual([id, status, Object.keys(told)[0]])
    const where = ['paths', path, method.toLowerCase(), 'responses', status, 'content', type ?? '']
    const value = /json/.test(type ?? '') ? JSON.parse(text) : text
    expectValid(pointer(...where, 'schema'), value, `${status} of ${id}`)
  }
  if (response.ok) succeeded.add(id)
  const json = /json/.test(type ?? '') ? JSON.parse(text) : null
  return { status: response.status, headers: response.headers, json, text }
}

/** A call that must succeed. */
async function done(id: string, sent: Sent = {}) {
  const answer = await call(id, sent)
  expect([id, answer.status < 300, answer.text.slice(0, 500)]).toEqual([
    ...[id, true, answer.text.slice(0, 500)],
  ])
  return answer
}

const example = (id: string): Sent => ({
  ...(EXAMPLES[id]?.parameters && { parameters: EXAMPLES[id].parameters }),
  ...(EXAMPLES[id]?.body && { body: EXAMPLES[id].body }),
})
const isFile = ({ path }: Operation) => FILE.test(path)
const seen = (id: string, version: number) => ({ id, 'If-Match': `"${version}"` })

describe('every call of the description', () => {
  test('reads of everybody', async () => {
    for (const id of ['getHealthLive', 'getHealthReady', 'getOpenapiJson']) await done(id)
    for (const id of ['getAgreements', 'getAgreementsByReference', 'getSummary', 'postStanding'])
      await done(id, example(id))
    for (const { operationId } of operations.filter(isFile)) await done(operationId)
    await done('getAgreementsByReferenceHistory', example('getAgreementsByReferenceHistory'))
  })

  test('a webhook, and a proposal from its draft to its undo', async () => {
    const url = 'http://127.0.0.1:9/hook'
    const events = ['agreement.published', 'report.accepted', 'status.changed']
    const hook = await done('postWebhooks', { as: 'admin', body: { url, events } })
    expect(hook.headers.get('location')).toBe(`/api/v1/webhooks/${hook.json.id}`)
    const made = await done('postAgreements', {
      as: 'editor',
      query: 'submit=1',
      ...example('postAgreements'),
    })
    const { id } = made.json
    await done('getProposals', { as: 'reviewer' })
    await done('getProposalsById', { as: 'reviewer', parameters: { id } })
    const note = { body: { note: 'Which page says so?', field: 'jobs' } }
    await done('postProposalsByIdReturn', { as: 'reviewer', parameters: seen(id, 2), ...note })
    const place = { body: { place: 'Kénitra' } }
    await done('patchProposalsById', { as: 'editor', parameters: seen(id, 3), ...place })
    await done('postProposalsByIdSubmit', { as: 'editor', parameters: seen(id, 4) })
    const own = await call('postProposalsByIdAccept', { as: 'editor', parameters: seen(id, 5) })
    expect(own.status).toBe(403)
    const stale = await call('postProposalsByIdAccept', { as: 'reviewer', parameters: seen(id, 2) })
    expect(stale.status).toBe(409)
    const accepted = await done('postProposalsByIdAccept', {
      as: 'reviewer',
      parameters: seen(id, 5),
    })
    await done('getChanges', { as: 'admin' })
    const log = await done('getWebhooksById', { as: 'admin', parameters: { id: hook.json.id } })
    const [delivery] = log.json.deliveries
    expect(delivery.type).toBe('agreement.published')
    await done('postWebhooksByIdDeliveriesByDeliveryResend', {
      as: 'admin',
      parameters: { id: hook.json.id, delivery: String(delivery.id) },
    })
    await done('getWebhooks', { as: 'admin' })
    await done('deleteWebhooksById', { as: 'admin', parameters: { id: hook.json.id } })
    const seq = String(accepted.json.change)
    await done('postChangesBySeqUndo', {
      as: 'reviewer',
      parameters: { seq },
      ...example('postChangesBySeqUndo'),
    })
  })

  test('proposals about an agreement, withdrawn or accepted together', async () => {
    for (const kind of ['Reports', 'Amendments', 'Events']) {
      const id = `postAgreementsByReference${kind}`
      await done(id, { as: 'editor', ...example(id) })
    }
    const reference = { reference: 'ALTEN-2022' }
    const retracted = await done('postAgreementsByReferenceRetractions', {
      ...{ as: 'editor', parameters: reference, body: { reason: 'Wrong page' } },
    })
    const { id } = retracted.json
    await done('postProposalsByIdWithdraw', { as: 'editor', parameters: seen(id, 1) })
    const patch = example('patchAgreementsByReference')
    const edit = await done('patchAgreementsByReference', {
      as: 'editor',
      query: 'submit=1',
      ...patch,
    })
    const items = [{ id: edit.json.id, version: edit.json.version }]
    await done('postProposalsAccept', { as: 'reviewer', body: { items } })
  })

  test('files of rows, accepted or taken back together', async () => {
    const file = (day: string) =>
      Buffer.from(
        `reference,data_date,kind,value,evidence,source_url\nALTEN-2022,${day},headcount,900,documented,https://example.org/r\n`,
      )
    const bring = (day: string) =>
      done('postImportByKind', {
        ...{ as: 'editor', query: 'submit=1', bytes: file(day) },
        parameters: { kind: 'reports' },
      })
    const [one, two] = [await bring('2024-06-30'), await bring('2024-12-31')]
    await done('postImportsByIdAccept', { as: 'reviewer', parameters: { id: one.json.batch } })
    await done('postImportsByIdWithdraw', { as: 'editor', parameters: { id: two.json.batch } })
  })

  test('names and sources', async () => {
    await done('getNames', { as: 'editor', ...example('getNames') })
    const bytes = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n')
    const kept = await done('postAttachments', { as: 'editor', bytes })
    await done('getAttachmentsByName', { as: 'editor', parameters: { name: kept.json.name } })
  })

  test('a report is kept, found again and held to its hash', async () => {
    const made = await done('postKeptReports', { as: 'editor', ...example('postKeptReports') })
    const { id } = made.json
    expect(made.headers.get('location')).toBe(`/api/v1/kept-reports/${id}`)
    const { json } = await done('getKeptReports')
    expect(json.data).toMatchObject([{ id, title: 'Due in 2027', author: null }])
    const read = await done('getKeptReportsById', { as: 'editor', parameters: { id } })
    expect(read.json).toMatchObject({
      ...{ state: 'same', differences: [], author: 'Test editor', rowCount: 7 },
      figures: { count: 5, promised: 11_600 },
      now: { sha256: read.json.sha256, rowCount: 7 },
    })
    const anybody = await call('postKeptReports', example('postKeptReports'))
    expect(anybody.status).toBe(401)
  })

  test('none was left out', () => {
    const left = operations.map(({ operationId }) => operationId).filter((id) => !succeeded.has(id))
    expect(left).toEqual([])
  })
})

const OTHERS = operations.filter(({ path }) => !path.startsWith('/api/health'))
const anything = ({ parameters }: Operation) =>
  Object.fromEntries(
    parameters.filter(({ in: place }) => place === 'path').map(({ name }) => [name, 'nothing']),
  )

describe.each(OTHERS.map((operation) => [operation.operationId, operation] as const))(
  'refusals of %s are told of:',
  (id, operation) => {
    const sent = { parameters: anything(operation), body: { nonsense: true } }
    const without = operation.method === 'GET' ? { parameters: sent.parameters } : sent

    test('an unknown parameter', async () => {
      const { parameters } = without
      const { status } = await call(id, { as: 'admin', parameters, query: 'colour=red' })
      expect(status).toBeGreaterThanOrEqual(400)
    })

    test('nobody, or a token that is none', async () => {
      await call(id, { parameters: sent.parameters })
      const request = requestOf(operation, { parameters: sent.parameters })
      request.headers.set('authorization', 'Bearer pb_none')
      const handler = await handlerOf(operation, sent.parameters)
      expect((await handler(request)).status).toBe(401)
      expect(Object.keys(operation.responses)).toContain('401')
    })

    test('too many calls', async () => {
      await pool().query(
        `insert into attempt (key, count, reset_at) values ('read 192.0.2.1', 600, now() + interval '60 seconds')
         on conflict (key) do update set count = 600, reset_at = excluded.reset_at`,
      )
      expect((await call(id, { parameters: sent.parameters })).status).toBe(429)
      await pool().query(`delete from attempt`)
    })
  },
)
