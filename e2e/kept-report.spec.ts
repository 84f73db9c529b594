import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './signed-in'

test('a list is kept as a report, and everybody gets the same bytes at its address', async ({
  page,
  browser,
  signInAs,
}) => {
  await signInAs('viewer', { name: 'Hind' })
  await page.goto('/agreements?dueYear=2027&asOf=2025-12-31&lang=en')
  await page.getByText('Keep this as a report').click()
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByText('This is required.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill('Due in 2027, for the council')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page).toHaveURL(/\/r\/[0-9a-f]{16}$/)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Due in 2027, for the council' }),
  ).toBeVisible()
  await expect(page.getByText('The same, byte for byte')).toBeVisible()
  await expect(page.getByText('Kept by Hind')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Promised/ })).toContainText('11,600')
  const hash = await page
    .getByRole('row', { name: /^SHA-256/ })
    .getByRole('cell')
    .textContent()

  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(page.url())
  await expect(visitor.getByText('Kept on')).toBeVisible()
  await expect(visitor.getByText('Hind')).toHaveCount(0)
  const download = visitor.waitForEvent('download')
  await visitor.getByRole('link', { name: 'Download agreements.csv' }).click()
  const bytes = await readFile(await (await download).path())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
  const { violations } = await new AxeBuilder({ page: visitor })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await visitor.goto(new URL('/r', page.url()).href)
  await expect(visitor.getByRole('link', { name: 'Due in 2027, for the council' })).toBeVisible()
})

test('an address that names no report is a page that says so', async ({ page }) => {
  const answer = await page.goto('/r/0123456789abcdef')
  expect(answer?.status()).toBe(404)
})
