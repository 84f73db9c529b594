import { DAY, expect, recordsOf, test } from './journey'

// The method, section 12. Due in 2027: 7,100 + 2,500 + 1,500 + 500 = 11,600, where the lines ask for
// 5,393 + 1,977 + 1,049 + 395 = 8,814.
const PROMISED = 81_054
const DUE_2027 = 11_600
const EXPECTED = 8_814
// Dropped by the counting rules, so that no promise counts twice; GOTION-CDG has no date and never counts.
const LEFT_OUT = [
  'APTIV-2022',
  'CAPGEMINI-FES-2023',
  'CNEXIA-FES-2023',
  'GOTION-2023',
  'LEONI-AGADIR-2023',
  'PACK-GITEX-2025-04',
  'PACK-OUTSOURCING-2022-04',
  'PACK-OUTSOURCING-2022-09',
  'STELLANTIS-2022',
  'SUMITOMO-2021',
  'YAZAKI-2021',
]

function sum(rows: Record<string, string>[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0)
}

test('the summary counts what the contract says', async ({ request }) => {
  const summary = await (await request.get(`/api/v1/summary?asOf=${DAY}`)).json()
  expect(summary).toMatchObject({
    count: 61,
    promised: {
      value: PROMISED,
      gross: 94_354,
      stated: 43,
      of: 61,
      print: '> ≈ 81,054 (43 of 61 stated)',
    },
    reporting: { count: 1, progressPercent: 100, coveragePercent: 1.2, ofAllPercent: 1.2 },
    cohort: {
      year: 2027,
      count: 4,
      promised: DUE_2027,
      expectedToday: EXPECTED,
      verdict: 'CANNOT_SAY',
    },
  })
  expect(summary.leftOut.map(({ reference }: { reference: string }) => reference)).toEqual(LEFT_OUT)
})

test('the rows of the file come to the same sums', async ({ request }) => {
  const file = await request.get(`/api/v1/agreements.csv?asOf=${DAY}`)
  const rows = recordsOf(await file.text())
  expect(rows).toHaveLength(73)
  const counted = rows.filter(
    ({ reference = '', jobs_measure, signed_on }) =>
      jobs_measure === 'net_new_jobs' && signed_on !== '' && !LEFT_OUT.includes(reference),
  )
  const stated = counted.filter(({ jobs_target }) => jobs_target !== '')
  expect(stated).toHaveLength(43)
  expect(sum(stated, 'jobs_target')).toBe(PROMISED)
  const due = stated.filter(({ due = '' }) => due.startsWith('2027-'))
  expect(due.map(({ reference }) => reference).sort()).toEqual([
    'INETUM-2024',
    'KOLIBRI-2022',
    'LEONI-2023',
    'MAJOREL-2022',
  ])
  expect(sum(due, 'jobs_target')).toBe(DUE_2027)
  expect(sum(due, 'expected')).toBe(EXPECTED)
})

test('dashboard, list and agreement print the same promise and the same day’s guide', async ({
  page,
}) => {
  await page.goto(`/?asOf=${DAY}`)
  await expect(
    page.getByText(/11,600 jobs promised by 4 agreements; .+ asks for 8,814;/),
  ).toBeVisible()
  const inetum = page
    .getByRole('region', { name: 'The promises due in 2027' })
    .getByRole('row', { name: /Inetum/ })
  await expect(inetum).toContainText(/1,500.*1,049/s)

  await page.goto(`/agreements?dueYear=2027&asOf=${DAY}`)
  await expect(page.getByRole('region', { name: 'Together' })).toContainText(
    '11,600 (4 of 5 stated)',
  )
  await expect(page.getByRole('row', { name: /INETUM-2024/ })).toContainText(/1,500.*1,049/s)

  await page.goto(`/agreements/INETUM-2024?asOf=${DAY}`)
  await expect(
    page.getByText(/by 23 November 2026 the straight line asks for 1,049 of 1,500\./),
  ).toBeVisible()
})
