import { expect, test } from './signed-in'

test('a call is tried on the reference, and answers beside its form', async ({ page }) => {
  await page.goto('/data')
  await page.getByRole('link', { name: 'Every call, with a form to try it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'API reference' })).toBeVisible()
  await page.getByRole('link', { name: 'GET /api/v1/agreements/{reference} ' }).first().click()
  await expect(page.getByText('curl ', { exact: false })).toContainText('ALTEN-2022')
  await page.getByRole('button', { name: 'Send' }).click()
  const answer = page.locator('pre').last()
  await expect(answer).toContainText('200')
  await expect(answer).toContainText('"reference": "ALTEN-2022"')
})

test('a webhook is made by an administrator, its secret shown once, and ended', async ({
  page,
  signInAs,
}) => {
  await signInAs('admin', { name: 'Salma' })
  await page.goto('/admin/webhooks')
  const form = page.getByRole('form', { name: 'New webhook' })
  await form.getByLabel('Address').fill('https://[::ffff:10.0.0.1]/hook')
  await form.getByLabel('The status of a commitment changes').uncheck()
  await form.getByRole('button', { name: 'Make the webhook' }).click()
  await expect(form.getByText('leads into a private network')).toBeVisible()
  await expect(form.getByLabel('Address')).toHaveValue('https://[::ffff:10.0.0.1]/hook')
  await expect(form.getByLabel('The status of a commitment changes')).not.toBeChecked()
  await form.getByLabel('Address').fill('https://192.88.98.7/hook')
  await form.getByRole('button', { name: 'Make the webhook' }).click()
  await expect(form.getByText(/^whsec_/)).toBeVisible()
  const row = page.getByRole('row', { name: /192\.88\.98\.7/ })
  await expect(row).toContainText('report.accepted')
  await expect(row).not.toContainText('status.changed')
  await row.getByRole('button', { name: 'End' }).click()
  await expect(row).toContainText('Ended')
  await page.reload()
  await expect(page.getByText(/whsec_/)).toHaveCount(0)
  await row.getByRole('link').click()
  await expect(page.getByText('Nothing has been told yet.')).toBeVisible()
})
