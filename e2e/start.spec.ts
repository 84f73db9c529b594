import { expect, test } from './journey'

test('a fresh installation answers whether 2027 will be made', async ({ page, request }) => {
  const ready = await request.get('/api/health/ready')
  expect(ready.status()).toBe(200)
  expect(await ready.json()).toEqual({ ready: true, state: 'ready' })
  const response = await page.goto('/')
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Are we going to make 2027?')
  await expect(page.getByText(/11,600 jobs promised by 4 agreements/)).toBeVisible()
})

test('the process says that it lives', async ({ request }) => {
  expect((await request.get('/api/health/live')).status()).toBe(200)
})
