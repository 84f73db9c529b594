import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disconnect, pool } from '@/lib/data/client'
import { seedDemo } from './seed-demo'

const dataDir = mkdtempSync(path.join(tmpdir(), 'pledgebook-demo-'))

async function number(sql: string): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(`select (${sql})::int as n`)
  return rows[0]?.n ?? -1
}

beforeAll(() => seedDemo(dataDir), 120_000)

afterAll(disconnect)

test('the invented portfolio passes the import whole: 160 agreements, 6 targets', async () => {
  expect(await number('select count(*) from agreement')).toBe(160)
  expect(await number('select count(*) from target')).toBe(6)
})

test('what was known three years ago can be visited: changes lie on their own days', async () => {
  const years = await number(`select count(distinct date_part('year', at)) from change`)
  expect(years).toBeGreaterThanOrEqual(6)
  expect(await number('select count(*) from change where at > now()')).toBe(0)
})

test('two counts were restated, and every status stands today', async () => {
  const retracted = `select count(*) from fact where kind = 'observation' and retracted is not null`
  expect(await number(retracted)).toBe(2)
  const statuses = `select count(distinct status) from standing where lane = 'reported'
    and valid_from <= current_date and current_date < valid_to and known_to = 9223372036854775807`
  expect(await number(statuses)).toBe(16)
})

test('a second start loads nothing again', async () => {
  const before = await number('select count(*) from change')
  const kept = readFileSync(path.join(dataDir, 'demo.json'), 'utf8')
  await seedDemo(dataDir)
  expect(await number('select count(*) from change')).toBe(before)
  expect(readFileSync(path.join(dataDir, 'demo.json'), 'utf8')).toBe(kept)
})
