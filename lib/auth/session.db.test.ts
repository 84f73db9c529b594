import { afterAll, expect, test } from 'vitest'
import { disconnect, pool } from '@/lib/data/client'
import { Unauthenticated } from '@/lib/errors'
import { requireSession, sessionOf } from './session'
import { signedIn } from './testing/accounts'
import { viewerOf } from './viewer-of'

afterAll(disconnect)

async function moved(id: string, column: 'seen_at' | 'created_at', by: string) {
  await pool().query(
    `update session set ${column} = ${column} - $2::interval where account_id = $1`,
    [id, by],
  )
}

test('a session lives 29 minutes without use, and the use is noted', async () => {
  const { id, headers } = await signedIn('viewer')
  await moved(id, 'seen_at', '29 minutes')
  expect((await sessionOf(headers))?.account.id).toBe(id)
  const { rows } = await pool().query(
    `select seen_at > now() - interval '1 minute' as just from session where account_id = $1`,
    [id],
  )
  expect(rows).toEqual([{ just: true }])
})

test('a session that was idle for 31 minutes has ended for good', async () => {
  const { id, headers } = await signedIn('viewer')
  await moved(id, 'seen_at', '31 minutes')
  expect(await sessionOf(headers)).toBeNull()
  await expect(requireSession(headers)).rejects.toBeInstanceOf(Unauthenticated)
  const { rows } = await pool().query('select from session where account_id = $1', [id])
  expect(rows).toEqual([])
})

test('twelve hours end a session that was in use all the time', async () => {
  const { id, headers } = await signedIn('viewer')
  await moved(id, 'created_at', '12 hours 1 second')
  expect(await sessionOf(headers)).toBeNull()
})

test('another role and region count on the next request', async () => {
  const { id, headers } = await signedIn('admin')
  expect((await viewerOf(headers)).actor).toBe('admin')
  await pool().query(`update account set role = 'editor', region = 'MA-01' where id = $1`, [id])
  expect(await viewerOf(headers)).toEqual({ actor: 'editor', name: id, region: 'MA-01' })
})

test('a cookie with another signature is nobody', async () => {
  const { headers } = await signedIn('admin')
  const forged = new Headers({ cookie: headers.get('cookie')?.replace(/.{6}$/, 'AAAA%3D') ?? '' })
  expect((await viewerOf(forged)).actor).toBe('public')
})
