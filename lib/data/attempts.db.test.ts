import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { countAttempt, forgetAttempts, forgetEndedAttempts } from './attempts'
import { disconnect, pool } from './client'

const other = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 })
afterAll(async () => {
  await other.end()
  await disconnect()
})

test('two instances count together and lose nothing', async () => {
  const counted = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      countAttempt('a', 900, index % 2 === 0 ? pool() : other),
    ),
  )
  const counts = counted.map(({ count }) => count).sort((a, b) => a - b)
  expect(counts).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
})

test('a window that is over begins anew', async () => {
  await countAttempt('b', 900)
  await countAttempt('b', 900)
  await pool().query(`update attempt set reset_at = now() - interval '1 second' where key = 'b'`)
  expect(await countAttempt('b', 900)).toEqual({ count: 1, seconds: 900 })
  await forgetAttempts('b')
  expect((await countAttempt('b', 900)).count).toBe(1)
})

test('what is over is forgotten, what still counts is kept', async () => {
  await countAttempt('c', 900)
  await countAttempt('d', 900)
  await pool().query(`update attempt set reset_at = now() - interval '1 second' where key = 'c'`)
  await forgetEndedAttempts()
  const { rows } = await pool().query(`select key from attempt where key in ('c', 'd')`)
  expect(rows).toEqual([{ key: 'd' }])
})
