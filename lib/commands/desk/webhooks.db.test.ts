import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testAccount } from '@/lib/auth/testing/accounts'
import { accountViewer, type Viewer } from '@/lib/auth/viewer'
import { lockChain } from '@/lib/data/changes'
import { disconnect, pool, transaction } from '@/lib/data/client'
import { idsOf, loadAgreements } from '@/lib/data/ledger'
import { planAgreements } from '@/lib/data/plans/plan-agreements'
import { planReports } from '@/lib/data/plans/plan-reports'
import { tellOfDays, wantedEvents } from '@/lib/data/webhook-events'
import { writeRecords } from '@/lib/data/write'
import { WEBHOOK_EVENTS, type WebhookEvent } from '@/lib/domain/webhooks'
import { Forbidden, NotFound } from '@/lib/errors'
import { createWebhook } from '@/lib/features/webhooks/create-webhook'
import { deliverDue } from '@/lib/features/webhooks/deliver-due'
import { endWebhook } from '@/lib/features/webhooks/end-webhook'
import { getWebhook } from '@/lib/features/webhooks/get-webhook'
import { listWebhooks } from '@/lib/features/webhooks/list-webhooks'
import { resendDelivery } from '@/lib/features/webhooks/resend-delivery'
import { webhookEventBody } from '@/lib/schemas/responses/webhook-event'

process.env.PLEDGEBOOK_WEBHOOK_LOOPBACK = '1'

interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
}

let received: Received[] = []
let status = 200
let server: Server
let base = ''
let admin: Viewer

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      received.push({ path: request.url ?? '', headers: request.headers, body })
      response.writeHead(status, { location: '/elsewhere' })
      response.end('x'.repeat(100_000))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { id } = await testAccount('admin', { name: 'Salma' })
  admin = accountViewer({ id, role: 'admin', region: null })
})
beforeEach(() => {
  received = []
  status = 200
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await disconnect()
})

const make = (path: string, events: readonly WebhookEvent[] = WEBHOOK_EVENTS) =>
  createWebhook({ viewer: admin, url: `${base}${path}`, events: [...events] })

const ROW = {
  title: 'A plant',
  type: 'mou',
  binding: 'unknown',
  company: 'Acme',
  signed_on: '2024-01-15',
  sector: 'rail',
  region: 'MA-04',
  jobs_measure: 'net_new_jobs',
  jobs_scope: 'direct',
  jobs: '1000',
  deadline: 'by 2027',
  baseline_headcount: '50',
  amount: '1500.5',
  currency: 'MAD',
  source_url: 'https://example.org/a',
}
const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
type Cells = Record<string, string>

/** Writes rows on a day, and takes them back where the transaction fails. */
async function write(kind: 'agreements' | 'reports', rows: Cells[], day: string, fails = false) {
  await transaction(async (tx) => {
    const last = await lockChain(tx)
    const references = rows.map(({ reference = '' }) => reference)
    const held = await loadAgreements(tx, [...(await idsOf(tx, references)).values()])
    const ledger = new Map(held.map((one) => [one.reference, one]))
    const lines = rows.map((cells, index) => ({ line: index + 1, cells }))
    const by = { actor: 'test', id: 'b' }
    const plan =
      kind === 'agreements'
        ? planAgreements(lines, ledger, new Map(), new Set(), by)
        : planReports(lines, ledger, by)
    expect(plan.refused).toEqual([])
    await writeRecords(tx, last, plan.records, at(day))
    if (fails) throw new Error('taken back')
  })
}

const report = (reference: string, value: string, data_date = '2025-12-31') => ({
  ...{ reference, data_date, value, kind: 'created_cumulative', evidence: 'documented' },
  source_url: 'https://example.org/r',
})

/** What the events that wait say, and then nothing waits. */
async function told(webhook: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
  const { deliveries } = await getWebhook(admin, webhook, { cursor: null, limit: 200 })
  await pool().query('delete from webhook_event')
  return deliveries
    .reverse()
    .map(({ type, body }) => webhookEventBody(type).parse(JSON.parse(body)))
}

test('a published agreement, an accepted report and the status that it changes are kept with the write, or not at all', async () => {
  const { webhook } = await make('/all')
  await write('agreements', [{ ...ROW, reference: 'W-1' }], '2026-02-01')
  expect(await told(webhook.id)).toEqual([
    {
      type: 'agreement.published',
      timestamp: expect.stringMatching(/^2026-02-01T12:00:00/),
      data: { change: 1, reference: 'W-1', title: 'A plant', type: 'mou', company: 'Acme' },
    },
  ])
  await write('reports', [report('W-1', '10')], '2026-02-02', true).catch(() => undefined)
  expect(await told(webhook.id)).toEqual([])
  await write('reports', [report('W-1', '10')], '2026-02-02')
  const events = await told(webhook.id)
  expect(events.map(({ type, data }) => [type, data.measure, data.lane])).toEqual([
    ['report.accepted', 'net_new_jobs', undefined],
    ['status.changed', 'net_new_jobs', 'reported'],
  ])
  expect(events[0]?.data).toMatchObject({
    ...{ change: 2, reference: 'W-1', kind: 'created_cumulative', dataDate: '2025-12-31' },
    ...{ value: '10', currency: null, evidence: 'documented', source: 'https://example.org/r' },
  })
  // 10 of 1,000 after half of the time: behind.
  expect(events[1]?.data).toMatchObject({ before: 'NO_REPORT', after: 'BEHIND', day: '2026-02-02' })
  await endWebhook(admin, webhook.id)
})

test('a status that changes because days pass is told once, by whoever comes first after midnight', async () => {
  await write('agreements', [{ ...ROW, reference: 'W-2', deadline: '2026-06-30' }], '2026-03-01')
  await write('reports', [report('W-2', '10')], '2026-03-01')
  const { webhook } = await make('/days', ['status.changed'])
  const turn = (day: string) =>
    transaction(async (tx) => {
      await lockChain(tx)
      await tellOfDays(tx, await wantedEvents(tx), day, at(day))
    })
  await turn('2026-06-30')
  await told(webhook.id)
  await Promise.all([turn('2026-07-02'), turn('2026-07-02')])
  const events = await told(webhook.id)
  const own = events.filter(({ data }) => data.reference === 'W-2' && data.lane === 'reported')
  // Its last report is of 2025: by the deadline nobody knows.
  expect(own.map(({ data }) => [data.day, data.measure, data.after, data.change])).toEqual([
    ['2026-07-01', 'investment', 'DUE_UNREPORTED', null],
    ['2026-07-01', 'net_new_jobs', 'DUE_UNREPORTED', null],
  ])
  // What a write of the next day brings comes after the turn of that day.
  await write('agreements', [{ ...ROW, reference: 'W-3', deadline: '2026-07-02' }], '2026-07-02')
  await write('reports', [report('W-3', '10')], '2026-07-03')
  const later = (await told(webhook.id)).filter(({ data }) => data.reference === 'W-3')
  expect(later.map(({ data }) => [data.lane, data.change === null]).slice(0, 2)).toEqual([
    ['reported', true],
    ['verified', true],
  ])
  await endWebhook(admin, webhook.id)
})

test('what is sent is signed over the exact body, by one of two instances, and logged', async () => {
  const { webhook, secret } = await make('/signed', ['agreement.published'])
  await write('agreements', [{ ...ROW, reference: 'W-4' }], '2026-07-04')
  await Promise.all([deliverDue(), deliverDue()])
  expect(received).toHaveLength(1)
  const [{ path, headers, body } = { path: '', headers: {} as IncomingHttpHeaders, body: '' }] =
    received
  expect(path).toBe('/signed')
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const signature = createHmac('sha256', key).update(signed).digest('base64')
  expect(headers['webhook-signature']).toBe(`v1,${signature}`)
  expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(30)
  const { deliveries } = await getWebhook(admin, webhook.id, { cursor: null, limit: 10 })
  expect(deliveries).toMatchObject([{ state: 'delivered', attempts: 1, status: 200, body }])
  expect(deliveries[0]?.excerpt).toBe('x'.repeat(1_000))
  const listed = (await listWebhooks(admin)).find(({ id }) => id === webhook.id)
  expect(listed).toMatchObject({ author: 'Salma', delivered: 1, waiting: 0 })
  expect(JSON.stringify(listed)).not.toContain(secret.slice(6))
  const { rows } = await pool().query('select secret from webhook where id = $1', [webhook.id])
  expect(rows[0].secret.includes(key)).toBe(false)
  await endWebhook(admin, webhook.id)
})

test('a receiver that refuses is asked again later and given up after eight attempts; a person may send it again', async () => {
  const { webhook } = await make('/refusing', ['agreement.published'])
  await write('agreements', [{ ...ROW, reference: 'W-5' }], '2026-07-05')
  status = 302 // a redirect is an answer, and is not followed
  const log = async () =>
    (await getWebhook(admin, webhook.id, { cursor: null, limit: 1 })).deliveries
  await deliverDue()
  expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1, status: 302 }])
  expect(await deliverDue()).toBe(0) // not yet
  for (let attempt = 2; attempt <= 8; attempt++) {
    await pool().query(
      `update webhook_delivery set next_at = now() - interval '1 second' where state = 'waiting'`,
    )
    await deliverDue()
  }
  expect(received.map(({ path }) => path)).toEqual(Array(8).fill('/refusing'))
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  const [given] = await log()
  expect(given).toMatchObject({ state: 'given_up', attempts: 8 })
  status = 204
  await resendDelivery({ viewer: admin, webhook: webhook.id, delivery: given?.id ?? 0 })
  await deliverDue()
  expect(await log()).toMatchObject([{ state: 'delivered', attempts: 1, status: 204 }])
  await endWebhook(admin, webhook.id)
  await expect(endWebhook(admin, webhook.id)).rejects.toBeInstanceOf(NotFound)
})

test('an instance that dies with a delivery leaves it to the others', async () => {
  const { webhook } = await make('/lease', ['agreement.published'])
  await write('agreements', [{ ...ROW, reference: 'W-6' }], '2026-07-06')
  await pool().query(
    `update webhook_delivery set attempts = 1, next_at = now() - interval '1 second' where state = 'waiting'`,
  )
  expect(await deliverDue()).toBe(1)
  const { deliveries } = await getWebhook(admin, webhook.id, { cursor: null, limit: 1 })
  expect(deliveries).toMatchObject([{ state: 'delivered', attempts: 2 }])
  await endWebhook(admin, webhook.id)
})

test('an ended webhook is told nothing more, and only administrators have any', async () => {
  const { webhook } = await make('/ended')
  await endWebhook(admin, webhook.id)
  await write('agreements', [{ ...ROW, reference: 'W-7' }], '2026-07-07')
  expect(await deliverDue()).toBe(0)
  const editor = accountViewer({ id: 'amina', role: 'editor', region: null })
  await expect(listWebhooks(editor)).rejects.toBeInstanceOf(Forbidden)
  const made = createWebhook({ viewer: editor, url: `${base}/x`, events: ['status.changed'] })
  await expect(made).rejects.toBeInstanceOf(Forbidden)
})

test('the same key makes one webhook and tells its secret again', async () => {
  const asked = { viewer: admin, url: `${base}/keyed`, events: [...WEBHOOK_EVENTS], key: 'w-1' }
  const [first, again] = [await createWebhook(asked), await createWebhook(asked)]
  expect(again).toEqual(first)
  const other = createWebhook({ ...asked, url: `${base}/other` })
  await expect(other).rejects.toMatchObject({ code: 'key_reused' })
})
