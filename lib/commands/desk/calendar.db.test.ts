import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountViewer, terminal, visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { InvalidInput, Unauthenticated } from '@/lib/errors'
import { getCalendar } from '@/lib/features/calendar/get-calendar'
import { listChase } from '@/lib/features/calendar/list-chase'
import { importFile } from '@/lib/features/imports/import-file'
import { parseFilters } from '@/lib/schemas/filters'

const HEAD =
  'reference,title,type,binding,company,signed_on,sector,region,jobs_measure,jobs_scope,jobs,jobs_missing,deadline,baseline_headcount,amount,currency,amount_missing,lifecycle,relations,source_url'
const row = (cells: string) => `${cells},https://example.org/a`
const AGREEMENTS = [
  HEAD,
  // No report: 2024-01-01 + 183 days = 2024-07-02.
  row(
    'SILENT,Silent,mou,unknown,Alpha,2024-01-01,rail,MA-06,net_new_jobs,direct,100,,2027-12-31,,,,not_applicable,signed,',
  ),
  // Reported on 2026-03-01: + 183 = 2026-08-31; money without a report: 2024-03-01 + 183 = 2024-08-31.
  row(
    'SPOKEN,Spoken,mou,unknown,Beta,2024-03-01,automotive,MA-04,net_new_jobs,direct,200,,2026-12-31,,5,MAD,,signed,',
  ),
  // Headcount without a baseline: the report does not count, the baseline is missing.
  row(
    'BASELESS,Baseless,mou,unknown,Alpha,2025-01-01,rail,MA-06,net_new_jobs,direct,50,,2028-06-30,,,,not_applicable,signed,',
  ),
  // Kept, ended, a ceiling, without a date of signing, replaced: no report is due of these.
  row(
    'KEPT,Kept,mou,unknown,Gamma,2024-01-01,rail,MA-04,net_new_jobs,direct,10,,2027-12-31,,,,not_applicable,signed,',
  ),
  row(
    'ENDED,Ended,mou,unknown,Gamma,2024-01-01,rail,MA-04,net_new_jobs,direct,10,,2027-12-31,,,,not_applicable,terminated,',
  ),
  row(
    'CEILING,Ceiling,mou,unknown,Gamma,2024-01-01,rail,MA-04,net_new_jobs,direct,<=10,,2029-12-31,,,,not_applicable,signed,',
  ),
  row(
    'UNDATED,Undated,mou,unknown,Gamma,,rail,MA-04,net_new_jobs,direct,10,,2027-12-31,,,,not_applicable,signed,',
  ),
  row(
    'OLD,Old,mou,unknown,Delta,2023-01-01,rail,MA-04,net_new_jobs,direct,10,,2027-12-31,,,,not_applicable,signed,',
  ),
  row(
    'NEW,New,mou,unknown,Delta,2026-09-01,rail,MA-04,net_new_jobs,direct,10,,2027-06-30,,,,not_applicable,signed,supersedes:OLD',
  ),
].join('\n')
const REPORTS = [
  'reference,data_date,kind,value,evidence,source_url',
  'SPOKEN,2026-03-01,created_cumulative,40,documented,https://example.org/b',
  'BASELESS,2026-06-01,headcount,90,documented,https://example.org/b',
  'KEPT,2025-06-01,created_cumulative,12,documented,https://example.org/b',
].join('\n')

beforeAll(async () => {
  const load = (kind: 'agreements' | 'reports', file: string) =>
    importFile({
      ...{ viewer: terminal(), kind, file: Buffer.from(file), dryRun: false },
      clock: Date.now,
    })
  expect((await load('agreements', AGREEMENTS)).refused).toEqual([])
  expect((await load('reports', REPORTS)).refused).toEqual([])
})
afterAll(disconnect)

const filters = (query: string, surface: 'calendar' | 'chase' = 'calendar') =>
  parseFilters(new URLSearchParams(query), surface)
const calendar = (query: string) => getCalendar(visitor('public'), filters(query))
const editor = accountViewer({ id: 'amina', role: 'editor', region: null })
const days = (rows: { day: string; reference: string; measure: string }[]) =>
  rows.map(({ day, reference, measure }) => `${day} ${reference} ${measure}`)

test('reports are due 183 days after the data date, or after the start: the longest overdue first', async () => {
  const { reports, overdue } = await calendar('asOf=2026-11-23')
  expect(days(reports.rows)).toEqual([
    '2024-07-02 SILENT net_new_jobs',
    '2024-08-31 SPOKEN investment',
    '2025-07-03 BASELESS net_new_jobs',
    '2026-08-31 SPOKEN net_new_jobs',
    '2027-03-03 NEW net_new_jobs',
  ])
  expect([reports.count, overdue]).toEqual([5, 4])
})

test('on an earlier day the calendar knows what was reported then', async () => {
  // Before the report of 2026-03-01 the jobs of SPOKEN are due since 2024-08-31.
  const { reports } = await calendar('asOf=2026-02-28&company=beta')
  expect(days(reports.rows)).toEqual([
    '2024-08-31 SPOKEN investment',
    '2024-08-31 SPOKEN net_new_jobs',
  ])
})

test('deadlines ahead of the day, the earliest first, with their status; what ended or was replaced is not ahead', async () => {
  const { deadlines } = await calendar('asOf=2026-11-23')
  expect(days(deadlines.rows)).toEqual([
    '2026-12-31 SPOKEN investment',
    '2026-12-31 SPOKEN net_new_jobs',
    '2027-06-30 NEW net_new_jobs',
    '2027-12-31 KEPT net_new_jobs',
    '2027-12-31 SILENT net_new_jobs',
    '2027-12-31 UNDATED net_new_jobs',
    '2028-06-30 BASELESS net_new_jobs',
    '2029-12-31 CEILING net_new_jobs',
  ])
  expect(deadlines.rows[3]).toMatchObject({ status: 'MET', low: 10n, company: { name: 'Gamma' } })
  expect((await calendar('asOf=2026-12-31')).deadlines.rows[0]?.reference).toBe('NEW')
})

test('filters by region, sector and company together', async () => {
  const { deadlines } = await calendar('asOf=2026-11-23&region=MA-04&sector=automotive')
  expect(deadlines.count).toBe(2)
  expect((await calendar('asOf=2026-11-23&company=delta')).deadlines.count).toBe(1)
})

test.each(['deadlines', 'reports'] as const)('%s: page by page each row once', async (list) => {
  const all = (await calendar('asOf=2026-11-23'))[list]
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const page = (await calendar(`asOf=2026-11-23&list=${list}&limit=2&cursor=${cursor}`))[list]
    seen.push(...days(page.rows))
    expect(page.count).toBe(all.count)
    if (page.next === null) break
    cursor = page.next
  }
  expect(seen).toEqual(days(all.rows))
})

test('a cursor of one list does not turn the pages of another', async () => {
  const { deadlines } = await calendar('asOf=2026-11-23&limit=1')
  const wrong = calendar(`asOf=2026-11-23&list=reports&limit=1&cursor=${deadlines.next}`)
  await expect(wrong).rejects.toBeInstanceOf(InvalidInput)
})

test('nobody reads a private calendar', async () => {
  await expect(getCalendar(visitor('private'), filters(''))).rejects.toBeInstanceOf(Unauthenticated)
})

test('the chase list names each company once with exactly the figures that it owes', async () => {
  const { rows, total } = await listChase(editor, filters('asOf=2026-11-23'))
  expect(total).toBe(2)
  expect(rows.map(({ name, first }) => `${first} ${name}`)).toEqual([
    '2024-07-02 Alpha',
    '2024-08-31 Beta',
  ])
  const [alpha, beta] = rows
  expect(alpha?.figures).toMatchObject([
    { reference: 'SILENT', dataDate: null, reportDue: '2024-07-02', reason: null, owner: null },
    { reference: 'BASELESS', reportDue: '2025-07-03', reason: 'BASELINE_MISSING' },
  ])
  expect(beta?.figures).toMatchObject([
    { measure: 'investment', currency: 'MAD', dataDate: null },
    { measure: 'net_new_jobs', dataDate: '2026-03-01', reportDue: '2026-08-31' },
  ])
  const first = await listChase(editor, filters('asOf=2026-11-23&limit=1'))
  const query = filters(`asOf=2026-11-23&limit=1&cursor=${first.next}`)
  const second = await listChase(editor, query)
  expect([first, second].map((page) => page.rows[0]?.name)).toEqual(['Alpha', 'Beta'])
  expect(second.next).toBeNull()
})

test('of one region, and of one owner', async () => {
  const rabat = await listChase(editor, filters('asOf=2026-11-23&region=MA-04'))
  expect(rabat.rows.map(({ name }) => name)).toEqual(['Beta'])
  const mine = await listChase(editor, filters('asOf=2026-11-23&owner=amina', 'chase'))
  expect(mine.rows).toEqual([])
})
