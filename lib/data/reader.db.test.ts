import { afterAll, expect, test } from 'vitest'
import { disconnect, pool, reader, snapshot } from './client'
import { createTestDatabase } from './testing/database'

process.env.DATABASE_REPLICA_URL = await createTestDatabase()
afterAll(disconnect)

const NAME = 'select current_database() as name'

test('pages and exports read the replica, writers never do', async () => {
  const [writes, reads] = await Promise.all([pool().query(NAME), reader().query(NAME)])
  expect(new URL(process.env.DATABASE_URL ?? '').pathname).toBe(`/${writes.rows[0]?.name}`)
  expect(new URL(process.env.DATABASE_REPLICA_URL ?? '').pathname).toBe(`/${reads.rows[0]?.name}`)
})

test('a snapshot is on the replica and can write nothing', async () => {
  const { rows } = await snapshot((tx) => tx.query(NAME))
  expect(new URL(process.env.DATABASE_REPLICA_URL ?? '').pathname).toBe(`/${rows[0]?.name}`)
  const write = snapshot((tx) => tx.query('delete from rate'))
  await expect(write).rejects.toMatchObject({ code: '25006' })
})
