import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminal, visitor } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { importFile } from '@/lib/features/imports/import-file'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { parseFilters } from '@/lib/schemas/filters'

const AGREEMENTS = [
  'reference,title,type,binding,company,sector,region,jobs_measure,jobs_scope,jobs_missing,amount,currency,signed_on,source_url',
  ...[
    ['BEFORE', '100', 'EUR', '2020-01-04'],
    ['ON', '100', 'EUR', '2020-01-05'],
    ['AFTER', '>=200', 'EUR', '2020-01-19'],
    ['LATER', '1..2', 'EUR', '2020-01-20'],
    ['YEN', '1000', 'JPY', '2020-01-20'],
  ].map(
    ([reference, amount, currency, on]) =>
      `${reference},T,mou,unknown,C,other,MA,net_new_jobs,direct,not_stated,${amount},${currency},${on},https://example.org/a`,
  ),
].join('\n')

const REPORTS = `reference,data_date,kind,value,evidence,source_url
ON,2020-06-30,invested_cumulative,60,documented,https://example.org/a`

beforeAll(async () => {
  const input = { viewer: terminal(), dryRun: false, clock: Date.now } as const
  const agreements = Buffer.from(AGREEMENTS)
  expect((await importFile({ ...input, kind: 'agreements', file: agreements })).refused).toEqual([])
  expect(
    (await importFile({ ...input, kind: 'reports', file: Buffer.from(REPORTS) })).refused,
  ).toEqual([])
  await pool().query(`insert into rate (currency, "on", to_mad, recorded) values
    ('EUR', '2020-01-05', 10.5, 1), ('EUR', '2020-01-20', 11.005, 1), ('EUR', '2020-06-30', 20, 1), ('JPY', '2020-01-20', 0.065435, 1)`)
})
afterAll(disconnect)

async function moneyOf(reference?: string) {
  const query = `asOf=2021-01-01${reference ? `&q=${reference}` : ''}`
  const filters = parseFilters(new URLSearchParams(query), 'summary')
  return (await getSummary(visitor('public'), filters)).money
}

test('on the day of a rate: 100 € at 10.5 are 1,050.00 dirhams', async () => {
  expect((await moneyOf('ON')).promised).toMatchObject({ low: 105_000n, high: 105_000n, stated: 1 })
})

test('between two rates the last one published holds: ≥ 200 € at 10.5 are ≥ 2,100.00, open upwards', async () => {
  expect((await moneyOf('AFTER')).promised).toMatchObject({ low: 210_000n, high: null })
})

test('half-up to the centime, low and high: 1–2 € at 11.005 are 11.01–22.01', async () => {
  expect((await moneyOf('LATER')).promised).toMatchObject({ low: 1_101n, high: 2_201n })
})

test('a currency without decimals: 1,000 yen at 0.065435 are 65.435, so 65.44', async () => {
  expect((await moneyOf('YEN')).promised).toMatchObject({ low: 6_544n, high: 6_544n })
})

test('spending goes at the rate of the promise, not of its day: 60 € at 10.5 are 630.00', async () => {
  expect((await moneyOf('ON')).realised).toEqual({ value: 63_000n, count: 1 })
})

test('before the first rate an amount stands outside the total in its own currency', async () => {
  const { promised, notConverted } = await moneyOf()
  expect(notConverted).toEqual([{ currency: 'EUR', low: 10_000n, count: 1 }])
  // 1,050.00 + 2,100.00 + 11.01 + 65.44
  expect(promised).toMatchObject({ low: 322_645n, high: null, stated: 4, of: 5 })
})
