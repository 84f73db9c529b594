import { afterAll, expect, test } from 'vitest'
import { testAccount } from '@/lib/auth/testing/accounts'
import { terminal } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { createToken } from '@/lib/features/accounts/create-token'
import { POST as propose } from './agreements/route'
import { GET as queue } from './proposals/route'
import { POST as standing } from './standing/route'
import { GET as summary } from './summary/route'

afterAll(disconnect)

/** As if so many calls had come in this window already, to whichever instance. */
async function called(key: string, times: number): Promise<void> {
  await pool().query(
    `insert into attempt (key, count, reset_at) values ($1, $2, now() + interval '60 seconds')
     on conflict (key) do update set count = excluded.count, reset_at = excluded.reset_at`,
    [key, times],
  )
}

async function token(email: string): Promise<Record<string, string>> {
  const texts = { name: 'a script', role: 'editor', region: '', days: '1' }
  return { authorization: `Bearer ${await createToken(terminal(), texts, email)}` }
}

const call = (headers: Record<string, string>, init: RequestInit = {}) =>
  new Request('http://127.0.0.1:3000/api/v1/x', { headers, ...init })
const from = (address: string) => ({ 'x-forwarded-for': address })

async function expectLater(response: Response): Promise<void> {
  expect(response.status).toBe(429)
  const seconds = Number(response.headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(60)
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(await response.json()).toMatchObject({ status: 429, title: 'Too many requests' })
}

test('the 601st read of a minute from one address waits; the calculator counts as one, another address does not', async () => {
  await called('read 192.0.2.7', 599)
  expect((await summary(call(from('192.0.2.7')))).status).toBe(200)
  await expectLater(await summary(call(from('192.0.2.7'))))
  await expectLater(await summary(call(from('198.51.100.1, 192.0.2.7')))) // claimed by the client itself
  await expectLater(await standing(call(from('192.0.2.7'), { method: 'POST' })))
  expect((await summary(call(from('192.0.2.8')))).status).toBe(200)
})

test('an IPv6 subscriber counts as one whichever of its addresses it calls from, a neighbour does not', async () => {
  await called('read 2001:db8:1:2::', 599)
  expect((await summary(call(from('2001:db8:1:2::1')))).status).toBe(200)
  await expectLater(await summary(call(from('2001:db8:1:2:a:b:c:d'))))
  expect((await summary(call(from('2001:db8:1:3::1')))).status).toBe(200)
})

test('the 121st write of a minute by one account waits, whichever token it comes with; its reads go on', async () => {
  const { id, email } = await testAccount('editor')
  const [first, second] = [await token(email), await token(email)]
  await called(`write ${id}`, 119)
  const write = (headers: Record<string, string>) =>
    propose(
      call({ ...headers, 'content-type': 'application/json' }, { method: 'POST', body: '{}' }),
    )
  expect((await write(first)).status).toBe(201)
  await expectLater(await write(second))
  expect((await queue(call(second))).status).toBe(200)
})

test('tokens that are none are counted by the address that tries them', async () => {
  await called('read 192.0.2.9', 600)
  const invented = { ...from('192.0.2.9'), authorization: `Bearer pb_${'a'.repeat(43)}` }
  await expectLater(await summary(call(invented)))
})
