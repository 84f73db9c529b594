import pg from 'pg'
import { expect, test } from 'vitest'
import { createEmptyDatabase, createTestDatabase } from '@/lib/data/testing/database'
import { migrate, migrationStatus, schemaDrift } from './migrate'

test('the migrations and schema.prisma say the same', async () => {
  expect(await schemaDrift(await createTestDatabase())).toBe('')
})

test('a table that differs from schema.prisma is noticed', async () => {
  const url = await createTestDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('alter table agreement drop column notes')
  await client.end()
  expect(await schemaDrift(url)).toContain('"notes"')
})

test('three instances that start together migrate once', async () => {
  const url = await createEmptyDatabase()
  const { pending } = await migrationStatus(url)
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  expect(applied.toSorted((a, b) => b.length - a.length)).toEqual([pending, [], []])
  expect(await migrationStatus(url)).toEqual({ applied: pending, pending: [], unknown: [] })
})

test('a database newer than this checkout says so', async () => {
  const url = await createTestDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
     values ('x', 'x', '29991231000000_later', now())`,
  )
  await client.end()
  expect((await migrationStatus(url)).unknown).toEqual(['29991231000000_later'])
  await expect(migrate(url)).rejects.toThrow(/newer/)
})
