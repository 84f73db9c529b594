import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET as openapi } from '@/app/api/openapi.json/route'
import { testAccount } from '@/lib/auth/testing/accounts'
import { terminal } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { createToken } from '@/lib/features/accounts/create-token'
import { importFile } from '@/lib/features/imports/import-file'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { GET as file } from './[file]/route'
import { GET as agreement, PATCH as edit } from './agreements/[reference]/route'
import { GET as list } from './agreements/route'
import { GET as summary } from './summary/route'

beforeAll(async () => {
  await seedPortfolio()
})
afterAll(disconnect)

type Headers = Record<string, string>
type Reading = (query: string, headers?: Headers, method?: string) => Promise<Response>

const at = (path: string, headers: Headers = {}, method = 'GET') =>
  new Request(`http://127.0.0.1:3000${path}`, { headers, method })
const fileOf =
  (name: string): Reading =>
  (query, headers, method) =>
    file(at(`/api/v1/${name}?${query}`, headers, method), {
      params: Promise.resolve({ file: name }),
    })

const READS: [string, Reading][] = [
  ['the list', (query, headers) => list(at(`/api/v1/agreements?${query}`, headers))],
  ['the summary', (query, headers) => summary(at(`/api/v1/summary?${query}`, headers))],
  [
    'an agreement',
    (query, headers) =>
      agreement(at(`/api/v1/agreements/ALTEN-2022?${query}`, headers), {
        params: Promise.resolve({ reference: 'ALTEN-2022' }),
      }),
  ],
  ['a file', fileOf('reports.csv')],
  ['its metadata', fileOf('reports.csv-metadata.json')],
  [
    'the description of the API',
    (query, headers) => openapi(at(`/api/openapi.json?${query}`, headers)),
  ],
]

const etagOf = (response: Response) => response.headers.get('etag') ?? ''

test.each(READS)(
  '%s: a strong validator, and 304 without a body to whoever holds it',
  async (_, read) => {
    const first = await read('')
    await first.text()
    expect(first.status).toBe(200)
    expect(etagOf(first)).toMatch(/^"[\w-]+"$/)
    const again = await read('', { 'if-none-match': `"other", W/${etagOf(first)}` })
    expect([again.status, await again.text(), etagOf(again)]).toEqual([304, '', etagOf(first)])
    for (const response of [first, again]) {
      expect(response.headers.get('cache-control')).toBe('public, no-cache')
      expect(response.headers.get('vary')).toBe('authorization, cookie')
    }
    const another = await read('lang=fr', { 'if-none-match': etagOf(first) })
    await another.text()
    expect(another.status).toBe(200)
  },
)

test('an address in another order is the same answer; another day, lane or reader another one', async () => {
  const [, read] = READS[1] ?? []
  if (!read) throw new Error('no summary')
  const { email } = await testAccount('viewer')
  const texts = { name: 'a script', role: 'viewer', region: '', days: '1' }
  const authorization = `Bearer ${await createToken(terminal(), texts, email)}`
  const tag = async (query: string, headers?: Headers) => etagOf(await read(query, headers))
  const usual = await tag('asOf=2025-01-01&sector=rail&sector=automotive')
  expect(await tag('sector=automotive&sector=rail&asOf=2025-01-01&lane=reported')).toBe(usual)
  const others = await Promise.all([
    tag('asOf=2025-01-02&sector=rail&sector=automotive'),
    tag('asOf=2025-01-01&sector=rail&sector=automotive&lane=verified'),
    tag('asOf=2025-01-01&sector=rail&sector=automotive&measure=investment'),
    tag('asOf=2025-01-01&sector=rail&sector=automotive', { authorization }),
  ])
  expect(new Set([usual, ...others]).size).toBe(5)
  const kept = (await read('', { authorization })).headers.get('cache-control')
  expect(kept).toBe('private, no-cache')
})

test('a change of the ledger ends every validator, and the new answer has what changed', async () => {
  const before = await Promise.all(
    READS.slice(0, 5).map(async ([, read]) => etagOf(await read(''))),
  )
  const csv =
    'reference,data_date,kind,value,evidence,source_url\r\nALTEN-2022,2026-06-30,created_cumulative,777,documented,https://example.org/r\r\n'
  await importFile({
    ...{ viewer: terminal(), kind: 'reports', dryRun: false, clock: Date.now },
    file: Buffer.from(csv),
  })
  for (const [index, [, read]] of READS.slice(0, 5).entries()) {
    const after = await read('', { 'if-none-match': before[index] ?? '' })
    const text = await after.text()
    expect(after.status).toBe(200)
    if (index >= 2 && index <= 3) expect(text).toContain('777')
  }
})

test('a refusal is kept by nobody, whatever the client holds', async () => {
  const refused = await list(at('/api/v1/agreements?company=nobody', { 'if-none-match': '*' }))
  expect([refused.status, etagOf(refused)]).toEqual([400, ''])
  expect(refused.headers.get('cache-control')).toBe('no-store')
  const [, read] = READS[2] ?? []
  expect((await read?.('', { 'if-none-match': '*' }))?.status).toBe(200)
})

test('what an agreement was read with says to an edit which version was seen', async () => {
  const { email } = await testAccount('editor')
  const texts = { name: 'a script', role: 'editor', region: '', days: '1' }
  const authorization = `Bearer ${await createToken(terminal(), texts, email)}`
  const params = Promise.resolve({ reference: 'ALTEN-2022' })
  const path = '/api/v1/agreements/ALTEN-2022'
  const seen = etagOf(await agreement(at(path, { authorization }), { params }))
  expect(seen).toMatch(/^"1-/)
  const patch = (version: string) =>
    edit(
      new Request(`http://127.0.0.1:3000${path}`, {
        method: 'PATCH',
        headers: { authorization, 'content-type': 'application/json', 'if-match': version },
        body: JSON.stringify({ title: 'Alten, again' }),
      }),
      { params },
    )
  const made = await patch(seen)
  expect(made.status).toBe(201)
  const { id } = await made.json()
  expect(made.headers.get('location')).toBe(`/api/v1/proposals/${id}`)
  expect((await patch('"7"')).status).toBe(409)
})

test('HEAD of a file asks the database for no file', async () => {
  const response = await fileOf('agreements.csv')('', {}, 'HEAD')
  expect([response.status, response.body]).toEqual([200, null])
  expect(response.headers.get('content-disposition')).toMatch(/filename="pledgebook-agreements-/)
  const { rows } = await pool().query(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and query like 'copy%'`,
  )
  expect(rows).toEqual([{ n: 0 }])
  const unknown = await fileOf('agreements.csv')('company=nobody', {}, 'HEAD')
  expect(unknown.status).toBe(400)
})
