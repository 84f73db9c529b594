import { expect, test } from '@playwright/test'

test('a fresh installation is ready and shows its first page', async ({ page, request }) => {
  const ready = await request.get('/api/health/ready')
  expect(ready.status()).toBe(200)
  expect(await ready.json()).toEqual({ ready: true, state: 'ready' })
  const response = await page.goto('/')
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
