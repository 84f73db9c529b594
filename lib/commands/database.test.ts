import { expect, test } from 'vitest'
import { readEnv } from '@/lib/env'
import { openDatabase, requireRecent } from './database'

test('PostgreSQL 15 will do, 14 is told what is needed', () => {
  requireRecent({ number: 150_000, text: '15.0' })
  expect(() => requireRecent({ number: 140_019, text: '14.19' })).toThrow(
    'DATABASE_URL leads to PostgreSQL 14.19; Pledgebook needs 15 or later.',
  )
})

test('a database that does not answer is one line, without its password', async () => {
  const DATABASE_URL = 'postgresql://pb:secret@127.0.0.1:1/ledger'
  await expect(openDatabase(readEnv({ DATABASE_URL }))).rejects.toThrow(
    /^DATABASE_URL cannot be reached: connect ECONNREFUSED 127\.0\.0\.1:1$/,
  )
})
