import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminal, visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { openFile } from '@/lib/features/exports/open-file'
import { importFile } from '@/lib/features/imports/import-file'
import { getBehindReport } from '@/lib/features/organisations/get-behind-report'
import { parseFilters } from '@/lib/schemas/filters'

const HEAD =
  'reference,title,type,binding,company,signed_on,sector,region,jobs_measure,jobs_scope,jobs,deadline,amount_missing,source_url'

const agreement = (reference: string, company: string, signed: string, jobs: number, due: string) =>
  `${reference},${reference},mou,binding,${company},${signed},rail,MA-04,net_new_jobs,direct,${jobs},${due},not_applicable,https://example.org/a`

// From 2024-01-01 to 2027-12-31 are 1,460 days: one job a day of the larger promises.
const AGREEMENTS = [
  HEAD,
  agreement('FAR', 'Alpha', '2024-01-01', 1460, '2027-12-31'),
  agreement('NEAR', 'Alpha', '2024-01-01', 1460, '2027-12-31'),
  agreement('MISSED', 'Beta', '2022-01-01', 500, '2025-12-31'),
  agreement('SILENT', 'Beta', '2022-01-01', 300, '2025-12-31'),
  agreement('IN-TIME', 'Gamma', '2024-01-01', 1460, '2027-12-31'),
  agreement('SLIPPED', 'Delta', '2024-01-01', 100, '2027-12-31'),
  agreement('YOUNG', 'Epsilon', '2024-01-01', 700, '2027-12-31'),
].join('\n')

const REPORTS = [
  'reference,data_date,kind,value,evidence,source_url',
  ...[
    ['FAR', '2026-09-27', 400, 'verified'],
    ['NEAR', '2026-09-27', 900, 'documented'],
    ['MISSED', '2025-11-01', 450, 'documented'],
    ['IN-TIME', '2026-09-27', 990, 'documented'],
    ['SLIPPED', '2025-12-31', 100, 'documented'],
    ['SLIPPED', '2026-09-27', 90, 'documented'],
  ].map(
    ([reference, day, value, evidence]) =>
      `${reference},${day},created_cumulative,${value},${evidence},https://example.org/r`,
  ),
].join('\n')

beforeAll(async () => {
  for (const [kind, text] of [
    ['agreements', AGREEMENTS],
    ['reports', REPORTS],
  ] as const) {
    const file = Buffer.from(text)
    const input = { viewer: terminal(), kind, file, dryRun: false, clock: Date.now }
    expect((await importFile(input)).refused).toEqual([])
  }
})
afterAll(disconnect)

const DAY = 'asOf=2026-11-23'
const report = (query: string) =>
  getBehindReport(visitor('public'), parseFilters(new URLSearchParams(query), 'report'))

test('Alpha is short of (1,000 − 400) + (1,000 − 900) = 700, of which 400 are verified', async () => {
  const { rows } = await report(DAY)
  // 1,057 days from 2024-01-01 to 2026-11-23, twice.
  expect(rows[0]).toEqual({
    ...{ slug: 'alpha', name: 'Alpha', group: false, agreements: 2 },
    ...{ promised: 2_920n, expectedToday: 2_114n, dueByNow: 2_000n },
    ...{ created: 1_300n, verified: 400n, shortfall: 700n },
    ...{ unknown: 0, unknownPromised: null },
  })
})

test('after its deadline Beta is short of the whole promise, 500 − 450 = 50, and 300 are not known', async () => {
  const { rows } = await report(DAY)
  expect(rows[1]).toEqual({
    ...{ slug: 'beta', name: 'Beta', group: false, agreements: 2 },
    ...{ promised: 800n, expectedToday: 800n, dueByNow: 500n },
    ...{ created: 450n, verified: null, shortfall: 50n },
    ...{ unknown: 1, unknownPromised: 300n },
  })
})

test('who is in time, fell back to no less than the line, or has not reported yet is not behind', async () => {
  const { total, rows } = await report(DAY)
  expect([total, rows.map(({ slug }) => slug)]).toEqual([2, ['alpha', 'beta']])
})

test('the sums are those of the rows: 700 + 50 = 750 short, 2,920 + 800 = 3,720 promised', async () => {
  const { whole } = await report(DAY)
  expect(whole).toMatchObject({ agreements: 4, promised: 3_720n, shortfall: 750n, unknown: 1 })
})

test('on its last day Beta is held to the line of its report: 500 × 1,400 ÷ 1,460 − 450 = 29.45, half-up 29', async () => {
  const { rows } = await report('asOf=2025-12-31')
  expect(rows).toMatchObject([{ slug: 'beta', dueByNow: 479n, shortfall: 29n, unknown: 0 }])
})

test('filters that leave nobody leave no figure', async () => {
  expect(await report(`${DAY}&region=MA-01`)).toMatchObject({
    total: 0,
    whole: { agreements: 0, shortfall: null },
  })
})

test('the file has the same numbers, the furthest behind first', async () => {
  const filters = parseFilters(new URLSearchParams(DAY), 'reportFile')
  const { stream, name } = await openFile(visitor('public'), 'behind', filters)
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  const rows = parse(Buffer.concat(chunks), { columns: true, record_delimiter: '\r\n' })
  expect(name).toBe('pledgebook-behind-2026-11-23.csv')
  expect(rows).toMatchObject([
    { company: 'Alpha', agreements: '2', shortfall: '700', unknown_promised: '' },
    { company: 'Beta', created_verified: '', shortfall: '50', unknown_promised: '300' },
  ])
})
