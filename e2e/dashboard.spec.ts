import { DAY, expect, tabTo, test } from './journey'

test('the dashboard answers in a sentence and counts every promise once', {
  tag: '@phone',
}, async ({ page }) => {
  await page.goto(`/?asOf=${DAY}`)
  await expect(
    page.getByText(
      'Nobody can say yet: 11,600 jobs promised by 4 agreements; by 23 November 2026 the straight line asks for 8,814; none is reported.',
    ),
  ).toBeVisible()
  const whole = page.getByRole('region', { name: 'The whole portfolio' })
  await expect(whole.getByText('> ≈ 81,054 (43 of 61 stated)')).toBeVisible()
  await expect(whole.getByText('94,354 if overlapping agreements were added up')).toBeVisible()
})

const HEADLINES = [
  ['Promised', 'promised'],
  ['Progress among those reporting', 'progress'],
  ['Promises covered by reports', 'coverage'],
  ['Of everything promised, reported so far', 'of-all'],
] as const

test('each headline opens its definition, which leads to its paragraph of the method', {
  tag: '@phone',
}, async ({ page }) => {
  await page.goto(`/?asOf=${DAY}`)
  const whole = page.getByRole('region', { name: 'The whole portfolio' })
  for (const [term, anchor] of HEADLINES) {
    const headline = whole.getByRole('group').filter({ has: page.getByText(term, { exact: true }) })
    await headline.getByText(term, { exact: true }).click()
    const more = headline.getByRole('link', { name: 'How this is computed' })
    await expect(more).toHaveAttribute('href', `/method#${anchor}`)
    await expect(more).toBeVisible()
    await headline.getByText(term, { exact: true }).click()
    await expect(more).toBeHidden()
  }
})

test('a headline’s definition opens and leads on with the keyboard alone', async ({ page }) => {
  await page.goto(`/?asOf=${DAY}`)
  const coverage = page
    .getByRole('region', { name: 'The whole portfolio' })
    .getByRole('group')
    .filter({ hasText: 'Promises covered by reports' })
  await coverage.locator('summary').press('Enter')
  await tabTo(page, coverage.getByRole('link', { name: 'How this is computed' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/method#coverage$/)
  await expect(page.locator('#coverage')).toBeInViewport()
})

test('the promises due in 2027 stand as rows and lead to their agreements', {
  tag: '@phone',
}, async ({ page }) => {
  await page.goto(`/?asOf=${DAY}`)
  const promises = page.getByRole('region', { name: 'The promises due in 2027' })
  // On a phone the rows are cards, without a row of headings.
  const rows = promises.getByRole('row').filter({ has: page.getByRole('rowheader') })
  await expect(rows).toHaveCount(4)
  const inetum = promises.getByRole('row', { name: /Inetum/ })
  await expect(inetum).toContainText('1,500')
  await expect(inetum).toContainText('1,049')
  await expect(inetum).toContainText('No report')
  await inetum.getByRole('link').first().click()
  await expect(page).toHaveURL(`/agreements/INETUM-2024?asOf=${DAY}`)
})

test('investment is the other half of the same page', async ({ page }) => {
  await page.goto(`/?asOf=${DAY}`)
  await page.getByRole('link', { name: 'Investment', exact: true }).click()
  await expect(page).toHaveURL(`/?measure=investment&asOf=${DAY}`)
  await expect(page.getByRole('region', { name: 'The whole portfolio' })).toContainText(
    /billion MAD/,
  )
})

test('a search from the dashboard finds a name in any case', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Agreements, companies, people').fill('INETUM')
  await page.getByLabel('Agreements, companies, people').press('Enter')
  await expect(page).toHaveURL(/\/agreements\?q=INETUM$/)
  await expect(page.getByRole('link', { name: 'Inetum: 1,500 jobs by 2027' })).toBeVisible()
})

// 1,000 + 73,754 + 6,300 = 81,054
const SEGMENTS = [
  { name: 'Delivered', print: '1,000', jobs: 1_000, count: 1 },
  { name: 'Not measurable', print: '6,300', jobs: 6_300, count: 1 },
  { name: 'No usable report', print: '73,754', jobs: 73_754, count: 41 },
] as const

test('every part of the funnel opens a list that comes to the same total', async ({
  page,
  request,
}) => {
  await page.goto(`/?asOf=${DAY}`)
  const parts = page.getByRole('list', { name: 'Where every promised job went' })
  await expect(parts.getByRole('link')).toHaveCount(SEGMENTS.length)
  for (const { name, print, jobs, count } of SEGMENTS) {
    const part = parts.getByRole('listitem').filter({ hasText: name })
    await expect(part).toContainText(print)
    const list = (await part.getByRole('link', { name }).getAttribute('href')) ?? ''
    const summary = await request.get(list.replace('/agreements', '/api/v1/summary'))
    expect(await summary.json()).toMatchObject({ count, promised: { value: jobs } })
  }
  await parts.getByRole('link', { name: 'No usable report' }).click()
  await expect(page.getByRole('heading', { name: '41 agreements' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Together' })).toContainText('> ≈ 73,754')
})

test('the chart has a table twin, opened and closed with the keyboard', async ({ page }) => {
  await page.goto(`/?asOf=${DAY}`)
  const chart = page.getByRole('figure', { name: /^Promises due in 2027/ })
  await chart.locator('summary').press('Enter')
  await expect(chart.getByRole('row', { name: '23 November 2026' })).toHaveText(
    /^23 November 2026\s*11,600\s*8,814\s*–\s*–$/,
  )
  await page.keyboard.press('Enter')
  await expect(chart.getByRole('table')).toBeHidden()
})
