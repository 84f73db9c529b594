import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as nothing } from '@/app/api/[[...path]]/route'
import { GET as openapi } from '@/app/api/openapi.json/route'
import { GET as file, OPTIONS as fileOptions } from '@/app/api/v1/[file]/route'
import { GET as agreement } from '@/app/api/v1/agreements/[reference]/route'
import { DELETE, GET as list } from '@/app/api/v1/agreements/route'
import { POST as standing, GET as standingGet } from '@/app/api/v1/standing/route'
import { GET as summary } from '@/app/api/v1/summary/route'
import { disconnect } from '@/lib/data/client'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { EXPORT_FILES } from '@/lib/schemas/export-files'
import { agreementResponse, agreementsResponse } from '@/lib/schemas/responses/agreement'
import { fileMetadata } from '@/lib/schemas/responses/file'
import { problemResponseBody } from '@/lib/schemas/responses/problem'
import { standingsResponse } from '@/lib/schemas/responses/standing'
import { summaryResponse } from '@/lib/schemas/responses/summary'

beforeAll(async () => {
  await seedPortfolio()
})
afterAll(disconnect)

const request = (path: string, init?: RequestInit) =>
  new Request(`http://127.0.0.1:3000/api/v1/${path}`, init)
const fileOf = (name: string, init?: RequestInit) =>
  file(request(name, init), { params: Promise.resolve({ file: name.split('?')[0] ?? '' }) })
const agreementOf = (reference: string) =>
  agreement(request(`agreements/${encodeURIComponent(reference)}`), {
    params: Promise.resolve({ reference }),
  })

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const problem = problemResponseBody.parse(await response.json())
  expect(problem.status).toBe(response.status)
  return problem
}

describe('answers are exactly what the description says', () => {
  test('the list, and every agreement in it', async () => {
    const response = await list(request('agreements?limit=200'))
    const { data, total } = agreementsResponse.parse(await response.json())
    expect([data.length, total]).toEqual([73, 73])
    for (const { reference } of data)
      agreementResponse.parse(await (await agreementOf(reference)).json())
  })

  test.each(['', 'measure=investment', 'lane=verified&asOf=2023-12-31', 'asOf=1999-12-31'])(
    'the summary of “%s”',
    async (query) => {
      const response = await summary(request(`summary?${query}`))
      summaryResponse.parse(await response.json())
    },
  )

  test('the calculator', async () => {
    const body = JSON.stringify({
      asOf: '2026-01-01',
      commitment: {
        measure: 'net_new_jobs',
        start: '2024-04-29',
        baseline: 800,
        versions: [
          { kind: 'original', comparator: 'eq', value: 1500, due: '2027', preposition: 'by' },
        ],
      },
      observations: [
        { dataDate: '2025-12-31', kind: 'headcount', value: 1050, evidence: 'documented' },
      ],
    })
    const headers = { 'content-type': 'application/json' }
    const response = await standing(request('standing', { method: 'POST', headers, body }))
    const { reported, verified } = standingsResponse.parse(await response.json())
    expect([reported.created, verified.created]).toEqual([250, null])
  })

  test.each(EXPORT_FILES)('the metadata of %s.csv', async (name) => {
    const response = await fileOf(`${name}.csv-metadata.json?excel=fr`)
    expect(response.headers.get('content-type')).toBe('application/csvm+json')
    fileMetadata.parse(await response.json())
  })

  test('the description itself is OpenAPI 3.1', async () => {
    const document = await (await openapi(request('../openapi.json'))).json()
    expect(document.openapi).toMatch(/^3\.1\./)
    const { valid, errors } = await new Validator().validate(document)
    expect([valid, errors]).toEqual([true, undefined])
  })
})

describe('refusals', () => {
  test.each(['NOPE', '\0', '%', '../x', 'é', 'A'.repeat(5000)])('no agreement %j', async (name) => {
    expect((await problemOf(await agreementOf(name))).status).toBe(404)
  })

  test('no such file, no such address', async () => {
    expect((await problemOf(await fileOf('nothing.csv'))).status).toBe(404)
    expect((await problemOf(nothing(request('no/such/thing')))).status).toBe(404)
  })

  test('a method that an address does not take says which it takes', async () => {
    const refused = DELETE(request('agreements', { method: 'DELETE' }))
    expect((await problemOf(refused)).status).toBe(405)
    expect(refused.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
    expect(standingGet(request('standing')).headers.get('allow')).toBe('POST, OPTIONS')
    const options = fileOptions(request('agreements.csv', { method: 'OPTIONS' }))
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })

  test.each([
    ['limit=201', 'limit'],
    ['cursor=x', 'cursor'],
    ['q=%00', 'q'],
    ['asOf=9999-12-31', 'asOf'],
    ['knownAt=9999-12-31T23:59:59-12:00', 'knownAt'],
    ['asOf=0001-01-01', 'asOf'],
    ['company=nobody', 'company'],
    ['colour=red', 'colour'],
  ])('%s names %s', async (query, path) => {
    const { errors } = await problemOf(await list(request(`agreements?${query}`)))
    expect(errors?.map((error) => error.path)).toEqual([path])
  })
})

test('HEAD of a file gives its headers and keeps no connection', async () => {
  for (let asked = 0; asked < 15; asked++) {
    const { status, body } = await fileOf('agreements.csv', { method: 'HEAD' })
    expect([status, body]).toEqual([200, null])
  }
  // More files than the pool has connections were asked about, yet another one opens at once.
  expect((await (await fileOf('targets.csv')).text()).split('\r\n')).toHaveLength(1 + 9 + 1)
})
