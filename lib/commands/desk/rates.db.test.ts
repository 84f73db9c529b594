import { afterAll, expect, test } from 'vitest'
import { terminal } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { importFile } from '@/lib/features/imports/import-file'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { noFilters } from '@/lib/schemas/filters'
import type { ImportKind } from '@/lib/schemas/import'

afterAll(disconnect)

const bring = (kind: ImportKind, text: string) =>
  importFile({ viewer: terminal(), kind, file: Buffer.from(text), dryRun: false, clock: Date.now })
const HEADER = 'currency,date,rate,source_url\n'
const rate = (on: string, value: string, currency = 'EUR') =>
  `${currency},${on},${value},https://example.org/rates\n`
const money = async () => {
  const { money: total } = await getSummary(terminal(), { ...noFilters(), asOf: '2026-01-01' })
  return total
}

test('an amount converts at the last rate published by its signature, and a corrected rate holds from then on', async () => {
  await bring(
    'agreements',
    `reference,title,type,binding,company,signed_on,sector,region,jobs_measure,jobs_scope,jobs_missing,amount,currency,source_url
A-1,A plant,mou,unknown,Acme,2024-01-15,rail,MA-06,net_new_jobs,direct,not_stated,1000,EUR,https://example.org/a
`,
  )
  expect((await money()).notConverted).toEqual([{ currency: 'EUR', low: 100_000n, count: 1 }])
  const rates = HEADER + rate('2024-01-10', '10.9') + rate('2024-01-20', '11.5')
  expect(await bring('rates', rates)).toMatchObject({ created: 2, refused: [] })
  // 1,000 EUR × 10.9 = 10,900 MAD: that of the 20th came after the signature.
  expect((await money()).promised.low).toBe(1_090_000n)
  expect((await money()).notConverted).toEqual([])
  expect(await bring('rates', rates.replace('10.9', '10.90'))).toMatchObject({ unchanged: 2 })
  expect(await bring('rates', HEADER + rate('2024-01-10', '10.95'))).toMatchObject({ updated: 1 })
  expect((await money()).promised.low).toBe(1_095_000n)
  const { rows } = await pool().query(`select verb, subject from change where verb = 'import.rate'`)
  expect(rows).toHaveLength(3)
})

test.each([
  ['the dirham', rate('2024-01-10', '1', 'MAD'), 'currency rate_of_home'],
  ['no currency', rate('2024-01-10', '1', 'EURO'), 'currency currency_unknown'],
  ['a month', rate('2024-01', '10'), 'date day_format'],
  ['a comma', 'EUR,2024-02-10,"10,9",https://example.org\n', 'rate rate_format'],
  ['nothing', rate('2024-01-10', '0'), 'rate rate_format'],
  ['no source', 'EUR,2024-02-10,10.9,\n', 'source_url required'],
])('%s is refused where it stands', async (_, line, place) => {
  const { refused } = await bring('rates', HEADER + line)
  expect(refused.map(({ column, reason }) => `${column} ${reason.code}`)).toEqual([place])
})
