import { DAY, expect, test } from './journey'

test('the language switch keeps the page and everything that its address asks for', async ({
  page,
}) => {
  await page.goto(`/agreements?sector=engineering_services&sort=-jobs&asOf=${DAY}`)
  await page.getByRole('link', { name: 'Français' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Conventions')
  await expect(page.getByRole('heading', { name: '3 conventions' })).toBeVisible()
  await expect(page).toHaveURL(
    `/agreements?sector=engineering_services&sort=-jobs&asOf=${DAY}&lang=fr`,
  )
  await page.getByRole('link', { name: 'العربية' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('الاتفاقات')
  await expect(page.getByRole('heading', { name: '3 اتفاقات' })).toBeVisible()
  await expect(page.getByRole('rowheader').first()).toContainText('CAPGEMINI-2022')
  // The choice stays without the parameter.
  await page.goto(`/?asOf=${DAY}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('هل سنفي بوعود 2027؟')
  await expect(page.getByText(/^لا أحد يستطيع القول بعد: 11,600 .* 8,814/)).toBeVisible()
})

test('?lang= sets the language of one address, and a reader’s browser that of the first visit', async ({
  browser,
}) => {
  const french = await browser.newContext({ locale: 'fr-MA' })
  const page = await french.newPage()
  await page.goto(`/?asOf=${DAY}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tiendrons-nous 2027 ?')
  await page.goto(`/?asOf=${DAY}&lang=en`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Are we going to make 2027?')
  await french.close()
})

test('the look is chosen once and stays', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/method')
  const paper = () =>
    page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)
  const light = await paper()
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true')
  const dark = await paper()
  expect(dark).not.toBe(light)
  await page.goto('/data')
  expect(await paper()).toBe(dark)
  await page.getByRole('button', { name: 'System' }).click()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  expect(await paper()).toBe(light)
})
