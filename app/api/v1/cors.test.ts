import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { others } from '@/app/api/methods'
import { HttpRefusal, problemResponse } from '@/lib/http'

const FRIEND = 'https://dashboard.example'

beforeAll(() => {
  process.env.PLEDGEBOOK_CORS_ORIGINS = `${FRIEND}, https://other.example`
})

const ask = (origin: string) =>
  new Request('http://127.0.0.1:3000/api/v1/agreements', { method: 'OPTIONS', headers: { origin } })
const { OPTIONS } = others('GET', 'POST')

test('a page of a configured origin is told what it may send, and never that cookies go along', () => {
  const { status, headers } = OPTIONS(ask(FRIEND))
  expect(status).toBe(204)
  expect(headers.get('access-control-allow-origin')).toBe(FRIEND)
  expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, OPTIONS')
  expect(headers.get('access-control-allow-headers')?.split(', ')).toEqual(
    expect.arrayContaining(['Authorization', 'Content-Type', 'If-Match', 'Idempotency-Key']),
  )
  expect(headers.get('access-control-allow-credentials')).toBeNull()
  expect(headers.get('vary')).toContain('origin')
})

test.each(['https://evil.example', `${FRIEND}.evil.example`, 'http://dashboard.example', 'null'])(
  '%s is told nothing',
  (origin) => {
    const { headers } = OPTIONS(ask(origin))
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(headers.get('vary')).toContain('origin')
  },
)

test('a refusal can be read by such a page too, with the headers that explain it', () => {
  const { headers } = problemResponse(new HttpRefusal(428), ask(FRIEND))
  expect(headers.get('access-control-allow-origin')).toBe(FRIEND)
  expect(headers.get('access-control-expose-headers')?.split(', ')).toEqual(
    expect.arrayContaining(['ETag', 'Retry-After', 'Location']),
  )
})

test('every route of the API answers every method', () => {
  const routes = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('route.ts'),
  )
  expect(routes.length).toBeGreaterThan(20)
  for (const path of routes) {
    const source = readFileSync(join('app/api/v1', path), 'utf8')
    const named = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((method) =>
      new RegExp(`(function |const \\{[^}]*)\\b${method}\\b`).test(source),
    )
    expect([path, named]).toEqual([path, ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']])
  }
})
