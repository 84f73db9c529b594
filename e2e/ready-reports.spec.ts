import { DAY, expect, readCsv, test, textOf } from './journey'

test('the portfolio at a date: its figures, its pages, and a file with as many rows as it said', async ({
  page,
}) => {
  await page.goto(`/exports?asOf=${DAY}&lang=en`)
  const offered = page
    .getByRole('table', { name: 'Ready-made reports' })
    .getByRole('row', { name: /^Portfolio at a date/ })
  await expect(offered).toContainText('73')
  await offered.getByRole('link', { name: 'Portfolio at a date', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Portfolio at a date')
  await expect(page.getByText('> ≈ 81,054')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Reported \(jobs\)/ })).toContainText('1,000')
  const agreements = page.getByRole('table', { name: 'Agreements' })
  await expect(agreements.getByRole('row')).toHaveCount(1 + 73)
  await expect(page.getByText(`/exports/reports/portfolio?asOf=${DAY}&lang=en`)).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Portfolio at a date: CSV', exact: true }).click()
  expect(readCsv(await textOf(await download))).toHaveLength(1 + 73)
})

test('a report is printed on A4 with the number of every page', async ({ page }) => {
  await page.goto(`/exports/reports/portfolio?asOf=${DAY}&lang=en`)
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
    'latin1',
  )
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  expect(boxes.length).toBeGreaterThan(3)
  // A4 in points, upright.
  for (const [, width, height] of boxes)
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
})

test('what is due in another year is one link away, and its parts add up', async ({ page }) => {
  await page.goto(`/exports/reports/due?asOf=${DAY}&lang=en`)
  await expect(page.getByRole('row', { name: /^Together: promised/ })).toContainText('11,600')
  await page.getByRole('link', { name: '2026', exact: true }).click()
  await expect(page).toHaveURL(/year=2026/)
  // 1,000 + 0 + 6,550 + 6,300 = 13,850
  for (const [part, jobs] of [
    [/^Reported, up to/, '1,000'],
    [/^Still missing/, '0'],
    [/^Not known: no usable/, '6,550'],
    [/^Not known: cannot/, '6,300'],
    [/^Together: promised/, '13,850'],
  ] as const)
    await expect(page.getByRole('row', { name: part }).getByRole('cell')).toHaveText(jobs)
  await expect(page.getByRole('row', { name: /IDS-2022/ })).toContainText('in 38 days')
})

test('who has not reported stands by region with the company to ask', async ({ page }) => {
  await page.goto(`/exports/reports/unreported?asOf=${DAY}&lang=en`)
  const counts = page.getByRole('row', { name: /^Together, each company once/ })
  await expect(counts.getByRole('cell')).toHaveText(['82', '58', '55', '79', '82'])
  const lear = page.getByRole('row', { name: /LEAR-2022/ }).filter({ hasText: 'Investment' })
  await expect(lear).toContainText('1,307')
})

test('a company whose deadline passed without a report is behind by what nobody knows', async ({
  page,
}) => {
  await page.goto(`/exports/reports/behind?asOf=${DAY}&lang=en`)
  await expect(page.getByRole('row', { name: /^Total/ })).toContainText('unknown')
  await expect(page.getByRole('row', { name: /^Total/ })).toContainText('3,000')
})

test('what changed between two dates: every line adds up to the difference of the totals', async ({
  page,
}) => {
  const query = 'since=2024-12-31&asOf=2025-12-31&sinceKnownAt=2150-01-01&knownAt=2150-01-01'
  await page.goto(`/exports/reports/changes?${query}&lang=en`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What changed between two dates')
  const totals = page.getByRole('table', { name: 'The totals' })
  await expect(totals.getByRole('row', { name: /^Promised/ })).toContainText('77,55480,504+2,950')
  const causes = page.getByRole('table', { name: 'Where the difference comes from' }).first()
  await expect(causes.getByRole('row', { name: /^Agreements that began/ })).toContainText('+4,950')
  await expect(causes.getByRole('row', { name: /^Counting rules/ })).toContainText('−2,000')
  await expect(causes.getByRole('row', { name: /^Difference/ })).toContainText('+2,950')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'What changed between two dates: CSV', exact: true }).click()
  const [head = [], ...rows] = readCsv(await textOf(await download))
  const effect = head.indexOf('promised_effect')
  expect(rows).toHaveLength(20)
  expect(rows.reduce((sum, row) => sum + Number(row[effect]), 0)).toBe(2_950)

  await page.goto('/exports/reports/changes?since=2025-02-01&asOf=2025-01-01&lang=en')
  await expect(page.getByText('The last day lies before the first.')).toBeVisible()
})
