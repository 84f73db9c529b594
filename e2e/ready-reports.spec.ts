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
