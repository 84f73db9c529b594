import { type Installation, startInstallation } from './installation'
import { expect, test as journey, PASSWORD } from './signed-in'

/** An installation of one's own, private and without accounts: what the others share is set up only once. */
const test = journey.extend<object, { installation: Installation }>({
  installation: [
    async ({ browserName: _ }, use, { parallelIndex, project }) => {
      const place = { baseURL: project.use.baseURL, parallelIndex }
      const installation = await startInstallation(place, 1_000, 'private')
      await use(installation)
      await installation.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

const PHRASE = 'quatre mots au hasard'

test('set-up, a private book, an invitation, and the first colleague', async ({
  page,
  browser,
  installation: { address, setUp },
}) => {
  await page.goto(`${address}/agreements?lang=en`)
  await expect(page).toHaveURL(`${address}/sign-in?next=%2Fagreements%3Flang%3Den`)
  for (const path of ['/api/v1/agreements', '/api/v1/agreements.csv', '/api/openapi.json'])
    expect((await page.request.get(`${address}${path}`)).status()).toBe(401)
  expect((await page.request.get(`${address}/api/health/ready`)).status()).toBe(200)
  await page.goto(`${address}/setup`)
  await expect(page.getByText(/Open the set-up link/)).toBeVisible()

  await page.goto(setUp)
  await page.getByLabel('Name').fill('Karim')
  await page.getByLabel('E-mail address').fill('karim@example.org')
  await page.getByLabel('New password').fill('password12345')
  await page.getByLabel('The password once more').fill('password12345')
  await page.getByRole('button', { name: 'Create the administrator' }).click()
  await expect(page.getByText(/Many people use this password/)).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveValue('karim@example.org')
  await page.getByLabel('New password').fill(PHRASE)
  await page.getByLabel('The password once more').fill(PHRASE)
  await page.getByRole('button', { name: 'Create the administrator' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accounts')
  await page.getByLabel('E-mail address').fill('leila@example.org')
  await page.getByLabel('Writes for').first().selectOption('MA-06')
  await page.getByRole('button', { name: 'Make the invitation' }).click()
  const link = await page.getByText(/\/invitation\//).textContent()
  expect((await page.goto(setUp))?.status()).toBe(404)

  const colleague = await (await browser.newContext()).newPage()
  await colleague.goto(link ?? '')
  await expect(colleague.getByText(/leila@example\.org\. Role: Editor/)).toBeVisible()
  await colleague.getByLabel('Name').fill('Leïla')
  await colleague.getByLabel('New password').fill(PHRASE)
  await colleague.getByLabel('The password once more').fill(PHRASE)
  await colleague.getByRole('button', { name: 'Create my account' }).click()
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('My account')
  await colleague.goto(`${address}/agreements`)
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Agreements')
  expect((await colleague.goto(`${address}/admin/users`))?.status()).toBe(404)
  await colleague.goto(link ?? '')
  await expect(colleague.getByText('This link no longer counts')).toBeVisible()

  await page.goto(`${address}/admin/users`)
  await page.getByText('Change Leïla').and(page.locator(':visible')).click()
  await page
    .getByRole('button', { name: 'Close the account' })
    .and(page.locator(':visible'))
    .last()
    .click()
  await expect(
    page.getByText('Closed', { exact: true }).and(page.locator(':visible')),
  ).toBeVisible()
  await colleague.goto(`${address}/agreements`)
  await expect(colleague).toHaveURL(/\/sign-in\?next=/)
})

test('a wrong password keeps the address; the right one leads back; signing out ends it', async ({
  page,
  signInAs,
}) => {
  const { email, name } = await signInAs('editor')
  await page.context().clearCookies()
  await page.goto('/method')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/method')
  await page.getByText(name).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?next=%2Faccount')
})

test.describe('on a dark page', () => {
  test.use({ colorScheme: 'dark' })

  test('the code to scan stands on white, so that a camera finds it', async ({
    page,
    signInAs,
  }) => {
    await page.goto('/method?lang=en')
    await signInAs('editor')
    await page.goto('/account')
    const form = page.locator('form').filter({ hasText: 'Set the second step up' })
    await form.getByLabel('Password').fill(PASSWORD)
    await form.getByRole('button', { name: 'Set the second step up' }).click()
    const picture = page.getByRole('main').getByRole('img')
    await expect(picture).toBeVisible()
    const margin = await picture.evaluate(async (svg) => {
      const image = new Image(80, 80)
      image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
      await image.decode()
      const pen = new OffscreenCanvas(80, 80).getContext('2d')
      pen?.drawImage(image, 0, 0, 80, 80)
      return [...(pen?.getImageData(1, 1, 1, 1).data ?? [])]
    })
    expect(margin).toEqual([255, 255, 255, 255])
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  for (const lang of ['en', 'ar'])
    test(`the menu of the account opens inside the screen, in ${lang}`, async ({
      page,
      signInAs,
    }) => {
      await page.goto(`/method?lang=${lang}`)
      await signInAs('admin', { name: 'Karim Lahlou' })
      await page.goto(`/method?lang=${lang}`)
      await page.locator('summary').filter({ hasText: 'Karim Lahlou' }).click()
      const audit = page.locator('header').locator('a[href="/admin/audit"]')
      await expect(audit).toBeInViewport({ ratio: 1 })
    })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('people sign in, and out', async ({ page, signInAs }) => {
    const { email, name } = await signInAs('viewer')
    await page.context().clearCookies()
    await page.goto('/sign-in?next=//elsewhere.example/')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
    await expect(page.getByLabel('E-mail address')).toHaveValue(email)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL('/')
    await page.getByText(name).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  })
})

test('a token opens the API, an invented one does not', async ({ page, request, signInAs }) => {
  await signInAs('admin')
  await page.goto('/admin/tokens')
  await page.getByLabel('What it is for').fill('Nightly export')
  await page.getByRole('button', { name: 'Make the token' }).click()
  const token = await page.getByText(/^pb_[\w-]{43}$/).textContent()
  const authorised = { headers: { authorization: `Bearer ${token}` } }
  expect((await request.get('/api/v1/agreements?limit=1', authorised)).status()).toBe(200)
  const invented = { headers: { authorization: 'Bearer pb_inventedinventedinvented' } }
  const refused = await request.get('/api/v1/agreements?limit=1', invented)
  expect(refused.status()).toBe(401)
  expect(refused.headers()['content-type']).toContain('application/problem+json')
  expect(refused.headers()['www-authenticate']).toContain('invalid_token')
})

test('signing in over HTTP is counted: 429 with Retry-After', async ({ request, baseURL }) => {
  const email = `nobody-${Date.now()}@example.org` // each run has its own count
  const data = { email, password: 'not the password' }
  const headers = { origin: baseURL ?? '' }
  const statuses: number[] = []
  for (let count = 0; count < 11; count++)
    statuses.push((await request.post('/api/auth/sign-in/email', { data, headers })).status())
  expect(statuses.at(0)).toBe(401)
  const refused = await request.post('/api/auth/sign-in/email', { data, headers })
  expect(refused.status()).toBe(429)
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)
  const foreign = { ...headers, origin: 'https://elsewhere.example' }
  expect(
    (await request.post('/api/auth/sign-in/email', { data, headers: foreign })).status(),
  ).toBeGreaterThanOrEqual(403)
  expect((await request.post('/api/auth/sign-up/email', { data, headers })).status()).toBe(404)
})
