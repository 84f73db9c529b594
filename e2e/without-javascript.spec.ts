import { DAY, expect, test } from './journey'

test.use({ javaScriptEnabled: false })

test('the dashboard is read whole: the answer, the rows, the funnel, and the chart as a table', async ({
  page,
}) => {
  await page.goto(`/?asOf=${DAY}`)
  await expect(
    page.getByText(/11,600 jobs promised by 4 agreements; .+ asks for 8,814;/),
  ).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'The promises due in 2027' }).getByRole('row'),
  ).toHaveCount(1 + 4)
  await expect(
    page.getByRole('list', { name: 'Where every promised job went' }).getByRole('listitem'),
  ).toContainText(['1,000', '0', '73,754', '6,300', '0', '0'])
  const chart = page.getByRole('figure', { name: /^Promises due in 2027/ })
  await expect(chart.locator('noscript p')).toBeVisible() // that the table below holds the numbers
  await chart.getByText('Show the numbers as a table').click()
  await expect(chart.getByRole('row', { name: '23 November 2026' })).toContainText('8,814')
  const coverage = page
    .getByRole('region', { name: 'The whole portfolio' })
    .getByRole('group')
    .filter({ hasText: 'Promises covered by reports' })
  await coverage.locator('summary').click()
  await coverage.getByRole('link', { name: 'How this is computed' }).click()
  await expect(page).toHaveURL(/\/method#coverage$/)
})

test('the list is filtered and ordered, and its rows lead to agreements that are read whole', async ({
  page,
}) => {
  await page.goto(`/agreements?asOf=${DAY}`)
  const filters = page.getByRole('search', { name: 'Filter the list' })
  await filters.getByText('More filters').click()
  const sector = filters
    .locator('details', { has: page.getByText('Sector', { exact: true }) })
    .last()
  await sector.locator('summary').click()
  await sector.getByLabel('Engineering services').check()
  await filters.getByLabel('Order').selectOption({ label: 'Promised, ascending' })
  await filters.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: '3 agreements' })).toBeVisible()
  await expect(page.getByRole('rowheader').first()).toContainText('ALTEN-2022')
  await page.getByRole('link', { name: 'ALTEN: 1,000 jobs by 2026' }).click()
  await expect(
    page.locator('q').filter({ hasText: /^1\.000 nouveaux emplois directs$/ }),
  ).toBeVisible()
  await expect(
    page.getByRole('table', { name: 'Net new jobs as of 23 November 2026' }),
  ).toContainText('31 October 2023')
  await expect(page.getByRole('region', { name: 'What is missing' })).toBeVisible()
  const chart = page.getByRole('figure', { name: /^Net new jobs, promised and reported/ })
  await chart.getByText('Show the numbers as a table').click()
  await expect(chart.getByRole('row', { name: /31 October 2023/ })).toContainText('1,000')
})

test('language and look are chosen without a script', async ({ page }) => {
  await page.goto('/method')
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('link', { name: 'العربية' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a record that does not exist is a whole page that says so, in the language asked for', async ({
  page,
}) => {
  for (const path of [
    'agreements/NOPE?lang=fr',
    'companies/nobody?lang=fr',
    'signatories/nobody?lang=fr',
    'targets/NOPE?lang=fr',
    'agreements/INETUM-2024?lang=fr&knownAt=2020-01-01', // nothing of it had been recorded by then
  ]) {
    const response = await page.goto(`/${path}`)
    expect([path, response?.status()]).toEqual([path, 404])
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas')
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  }
})
