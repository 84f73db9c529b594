import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminal } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { importFile } from '@/lib/features/imports/import-file'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'

beforeAll(async () => {
  await seedPortfolio()
})
afterAll(disconnect)

/** Another process on the same database, in another place of the world. */
async function instance(query: string, zone: string, locale: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...['--import=tsx', '--conditions=react-server'],
      ...['lib/commands/testing/print-files.ts', query],
    ],
    { env: { ...process.env, TZ: zone, PGTZ: zone, LANG: locale, LC_ALL: locale } },
  )
  return stdout.trim().split('\n')
}

test('two instances give the same bytes for every file at one asOf and knownAt, also after something was recorded', async () => {
  const { rows } = await pool().query('select max(at) as at from change')
  const query = `asOf=2026-11-23&knownAt=${rows[0].at.toISOString()}`
  const first = await instance(query, 'Pacific/Kiritimati', 'ar_MA.UTF-8') // UTC+14
  const file = Buffer.from(
    'reference,data_date,kind,value,evidence,source_url\nALTEN-2022,2026-10-31,headcount,9999,audited,https://example.org/r\n',
  )
  const recorded = await importFile({
    ...{ viewer: terminal(), kind: 'reports', file, dryRun: false, clock: Date.now },
  })
  expect(recorded.created).toBe(1)
  const second = await instance(query, 'Pacific/Pago_Pago', 'C') // UTC−11
  expect(second).toEqual(first)
  // 7 files as CSV in three dialects, 5 in the import shape, 7 workbooks in three languages, an archive.
  expect(first).toHaveLength(7 * 3 + 5 + 7 * 3 + 1)
  expect(new Set(first.map((line) => line.slice(0, 64))).size).toBeGreaterThan(40)
}, 120_000)
