import { afterAll, expect, test } from 'vitest'
import { Unavailable } from '@/lib/errors'
import { disconnect, pool } from './client'

process.env.DATABASE_POOL_MAX = '1'
afterAll(disconnect)

test('a full pool says so in our own words after five seconds, to a query and to a transaction alike', async () => {
  const held = await pool().connect()
  const waiting = [pool().query('select 1'), pool().connect()]
  for (const { status, ...result } of await Promise.allSettled(waiting)) {
    expect(status).toBe('rejected')
    expect('reason' in result && result.reason).toBeInstanceOf(Unavailable)
  }
  held.release()
  expect((await pool().query('select 1 as one')).rows).toEqual([{ one: 1 }])
})
