import { afterAll, beforeAll, expect, test } from 'vitest'
import { disconnect, pool } from '@/lib/data/client'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { GET } from './[file]/route'

beforeAll(async () => {
  await seedPortfolio()
  // Longer than any buffer between the database and a client: whoever leaves, leaves in the middle.
  await pool().query(
    `insert into target (code, title, programme, measure, comparator, low, high, region, recorded, updated)
     select 'MANY-' || n, md5(n::text), md5((-n)::text), 'net_new_jobs', 'eq', 1, 1, 'MA-06', 1, 1
     from generate_series(1, 30000) n`,
  )
})
afterAll(disconnect)

const asked = (file: string) =>
  GET(new Request(`http://127.0.0.1:3000/api/v1/${file}`), { params: Promise.resolve({ file }) })

/** Connections that a file keeps. */
async function kept(): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database()
      and pid <> pg_backend_pid() and (query like 'copy (%' or state like 'idle in transaction%')`,
  )
  return rows[0]?.n ?? -1
}

test.each(['targets.csv', 'targets.xlsx', 'portfolio.zip'])(
  'clients that leave in the middle of %s free their connections, more of them than there are',
  async (file) => {
    for (let client = 0; client < 12; client += 1) {
      const reader = (await asked(file)).body?.getReader()
      expect((await reader?.read())?.value?.length).toBeGreaterThan(0)
      // An archive begins with its read-me, before any file is asked for.
      await expect.poll(kept).toBeGreaterThan(0)
      await reader?.cancel()
      await expect.poll(kept).toBe(0)
    }
  },
)
