import { DAY, expect, test } from './journey'

test('the dashboard answers in a sentence and counts every promise once', async ({ page }) => {
  await page.goto(`/?asOf=${DAY}`)
  await expect(
    page.getByText(
      /^Nobody can say yet: 11,600 jobs promised by 4 agreements; .+ the straight line asks for 8,814; none is reported\.$/,
    ),
  ).toBeVisible()
  const whole = page.getByRole('region', { name: 'The whole portfolio' })
  await expect(whole.getByText('> ≈ 81,054 (43 of 61 stated)')).toBeVisible()
  await expect(whole.getByText(/94,354/)).toBeVisible()
})

test('each headline leads to its definition', async ({ page }) => {
  await page.goto(`/?asOf=${DAY}`)
  const whole = page.getByRole('region', { name: 'The whole portfolio' })
  await whole.getByText('Promises covered by reports').click()
  await whole
    .getByRole('link', { name: 'How this is computed' })
    .and(page.locator(':visible'))
    .click()
  await expect(page).toHaveURL(/\/method#coverage$/)
  await expect(page.locator('#coverage')).toBeInViewport()
})

test('the promises due in 2027 stand as rows and lead to their agreements', async ({ page }) => {
  await page.goto(`/?asOf=${DAY}`)
  const promises = page.getByRole('region', { name: 'The promises due in 2027' })
  await expect(promises.getByRole('row')).toHaveCount(5)
  const inetum = promises.getByRole('row', { name: /Inetum/ })
  await expect(inetum).toContainText('1,500')
  await expect(inetum).toContainText('No report')
  await inetum.getByRole('link').first().click()
  await expect(page).toHaveURL(`/agreements/INETUM-2024?asOf=${DAY}`)
})

test('investment is the other half of the same page', async ({ page }) => {
  await page.goto(`/?asOf=${DAY}`)
  await page.getByRole('link', { name: 'Investment', exact: true }).click()
  await expect(page).toHaveURL(/measure=investment/)
  await expect(page).toHaveURL(new RegExp(`asOf=${DAY}`))
  await expect(page.getByRole('region', { name: 'The whole portfolio' })).toContainText(
    /billion MAD/,
  )
})

test('a search from the dashboard finds a name without its accents', async ({ page }) => {
  await page.goto('/')
  await page
    .getByLabel('Agreements, companies, people')
    .fill('mazars aeronautique inetum'.slice(-6))
  await page.getByLabel('Agreements, companies, people').press('Enter')
  await expect(page).toHaveURL(/\/agreements\?q=inetum/)
  await expect(page.getByRole('link', { name: 'Inetum: 1,500 jobs by 2027' }).first()).toBeVisible()
})
