import { afterAll, beforeAll, expect, test } from 'vitest'
import { disconnect, pool, transaction } from '@/lib/data/client'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { GET } from './[file]/route'

const MORE = 1_048_576 - 9 // beside the 9 targets that are shipped
const HOOK_WITHIN_MS = 300_000

beforeAll(async () => {
  await seedPortfolio()
  await transaction(async (tx) => {
    // Only their number counts here: without its checks and its index the table takes them in seconds.
    await tx.query(`do $$ declare rule text; begin
      for rule in select conname from pg_constraint where conrelid = 'target'::regclass and contype = 'c' loop
        execute format('alter table target drop constraint %I', rule);
      end loop;
    end $$`)
    await tx.query('drop index target_one_code, target_code_idx')
    await tx.query(
      `insert into target (code, title, programme, measure, comparator, low, high, region, recorded, updated)
       select 'MANY-' || n, 'T', 'P', 'net_new_jobs', 'eq', 1, 1, 'MA-06', 1, 1 from generate_series(1, $1::int) n`,
      [MORE],
    )
  })
}, HOOK_WITHIN_MS)
afterAll(disconnect)

const asked = (file: string, query = '') =>
  GET(new Request(`http://127.0.0.1:3000/api/v1/${file}?${query}`), {
    params: Promise.resolve({ file }),
  })

test('a workbook of 1,048,576 rows is refused before its first byte, with the address of the CSV file', async () => {
  const response = await asked('targets.xlsx')
  expect(response.status).toBe(409)
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(await response.json()).toMatchObject({
    detail:
      'A worksheet holds 1,048,575 rows below its head, and this file has more. Take the CSV file instead, /api/v1/targets.csv, or narrow the filters.',
  })
})

test('its filtered rows fit, however long the table is', async () => {
  const response = await asked('targets.xlsx', 'region=MA')
  expect(response.status).toBe(200)
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(2_000)
})

test('one row fewer fits', async () => {
  await pool().query(`delete from target where code = 'MANY-1'`)
  const response = await asked('targets.xlsx')
  expect(response.status).toBe(200)
  await response.body?.cancel()
})
