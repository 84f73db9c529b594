import { createHash } from 'node:crypto'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET } from '@/app/api/v1/views/[file]/route'
import { visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { listAgreements } from '@/lib/features/agreements/list-agreements'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { parseFilters } from '@/lib/schemas/filters'

const DAY = 'asOf=2026-11-23'

beforeAll(async () => {
  await seedPortfolio()
})
afterAll(disconnect)

const ask = (name: string, query = '') =>
  GET(new Request(`http://127.0.0.1:3000/api/v1/views/${name}?${query}`), {
    params: Promise.resolve({ file: name }),
  })

/** Lines of a file whose cells hold no delimiter, mark taken off. */
async function linesOf(name: string, query: string): Promise<string[]> {
  const response = await ask(name, query)
  expect(response.status).toBe(200)
  const text = await response.text()
  expect(text.endsWith('\r\n')).toBe(true)
  return text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1)
}

test('the list of agreements: its columns in its order and its words, every page of it, as the page orders it', async () => {
  const query = `sector=engineering_services&${DAY}&sort=jobs`
  const [head, ...rows] = await linesOf('agreements.csv', query)
  expect(head).toBe(
    'Agreement,Company,Reference,Signed,Promised: sign,Promised,Promised: upper end,Deadline,Should be today,Reported: sign,Reported,"Progress, %",Data date,Pace,Reason of the status,Lifecycle,Freshness,Evidence,Left out because',
  )
  expect(rows.map((row) => row.includes('CAPGEMINI-FES-2023'))).toEqual([false, false, true])
  expect(rows[0]).toBe(
    '"ALTEN: 1,000 jobs by 2026",ALTEN,ALTEN-2022,2022-10-19,,1000,,by 2026,984,≈,1000,100,2023-10-31,Met,,Signed,Lapsed,Self-reported,',
  )
})

test('what another agreement counts for says so in the words of the page', async () => {
  const rows = await linesOf('agreements.csv', `${DAY}&sector=engineering_services&lang=fr`)
  const row = rows.find((one) => one.includes('CAPGEMINI-FES-2023'))
  expect(row).toContain('PACK-FES-SHORE-2023-11')
  expect(row).not.toContain('inside')
})

test('all pages, in the order of the list', async () => {
  const rows = await linesOf('agreements.csv', `${DAY}&sort=-jobs&excel=fr&lang=fr`)
  expect(rows).toHaveLength(1 + 73)
  const filters = parseFilters(new URLSearchParams(`${DAY}&sort=-jobs&limit=200`), 'list')
  const listed = await listAgreements(visitor('public'), filters)
  for (const [index, { reference }] of listed.rows.entries())
    expect(rows[index + 1]).toContain(`;${reference};`)
})

test('French Excel and French words go together', async () => {
  const [head] = await linesOf('agreements.csv', `${DAY}&excel=fr&lang=fr`)
  expect(head?.split(';').slice(0, 4)).toEqual(['Convention', 'Entreprise', 'Référence', 'Signée'])
})

test('money stands in whole units beside its currency', async () => {
  const rows = await linesOf('agreements.csv', `${DAY}&company=inetum&measure=investment`)
  expect(rows[1]).toContain(',>,50000000,,MAD,')
})

test('organisations carry the figures of their page', async () => {
  const [head, first] = await linesOf('companies.csv', `${DAY}&q=alten`)
  expect(head).toBe(
    'Company,Agreements,Counted,Stated by,Promised: sign,Promised,Promised: upper end,Reported,Gap,Pace of the promises',
  )
  expect(first).toMatch(/^ALTEN,\d+,\d+,\d+,,1000,,/)
})

test('a gap below zero keeps its sign and is no formula', async () => {
  const rows = await linesOf('gaps.csv', DAY)
  const summary = await getSummary(
    visitor('public'),
    parseFilters(new URLSearchParams(DAY), 'summary'),
  )
  const { company, sector, region } = summary.figures.by
  const promising = [...company, ...sector, ...region].filter(({ promised }) => promised > 0n)
  expect(rows).toHaveLength(1 + promising.length)
  expect(rows.filter((row) => row.includes("'-"))).toEqual([])
})

test.each([
  ['signatories.csv', 'q=mezzour', 'Ghita Mezzour'],
  ['targets.csv', '', 'Whole country'],
  ['calendar.csv', 'list=deadlines', 'Deadlines,'],
  ['burn-up.csv', 'cohort=2027', '11600'],
])('%s holds what its page shows', async (name, query, words) => {
  const [, ...rows] = await linesOf(name, `${query}&${DAY}`)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.join('\n')).toContain(words)
})

test('a workbook holds the same rows, and the hash of the CSV file', async () => {
  const query = `company=alten&${DAY}&lang=ar`
  const book = Buffer.from(await (await ask('agreements.xlsx', query)).arrayBuffer())
  const csv = await (await ask('agreements.csv', query)).text()
  const [sheet, about] = await readWorkbook(book)
  const [head, ...rows] = sheet?.data ?? []
  expect(head?.[0]).toBe('الاتفاق')
  expect(rows).toHaveLength(csv.split('\r\n').length - 2)
  const hash = createHash('sha256').update(csv).digest('hex')
  expect(about?.data.map(([, value]) => value)).toContain(hash)
})

test('what a page does not take is refused by name, and there is no other view', async () => {
  const refused = await ask('companies.csv', 'sort=-jobs')
  expect(refused.status).toBe(400)
  expect((await refused.json()).errors).toMatchObject([{ path: 'sort' }])
  for (const name of ['nothing.csv', 'agreements.pdf', 'agreements', 'agreements.csv.csv'])
    expect((await ask(name)).status).toBe(404)
})
