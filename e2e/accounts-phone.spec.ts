import type { Locator, Page } from '@playwright/test'
import { appCode } from '@/lib/auth/testing/app-code'
import { startInstallation } from './installation'
import { expect, PASSWORD, test } from './signed-in'

const PHRASE = 'quatre mots au hasard'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

const visible = (found: Locator, page: Page) => found.and(page.locator(':visible')).first()

async function fitsThePhone(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${page.url()} is wider than the phone`).toBeLessThanOrEqual(390)
}

async function choosePassword(page: Page, submit: string, phrase = PHRASE): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(phrase)
  await page.getByLabel('The password once more').fill(phrase)
  await fitsThePhone(page)
  await page.getByRole('button', { name: submit }).click()
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

// Links that carry a token keep it from other sites; a form on their page must still say where it comes from.
for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('set-up, an invitation accepted, a password reset', async ({ page, browser }, info) => {
      test.setTimeout(180_000) // an installation of its own has to start
      const { parallelIndex, project } = info
      const place = { baseURL: project.use.baseURL, parallelIndex }
      const { address, setUp, stop } = await startInstallation(place, 3_000, 'private')
      const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled }
      const other = await browser.newContext(phone)
      try {
        await page.goto(`${setUp}&lang=en`)
        await page.getByLabel('Name').fill('Karim')
        await page.getByLabel('E-mail address').fill('karim@example.org')
        await choosePassword(page, 'Create the administrator')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accounts')
        await fitsThePhone(page)
        await page.getByLabel('E-mail address').fill('leila@example.org')
        await page.getByRole('button', { name: 'Make the invitation' }).click()
        const invitation = (await page.getByText(/\/invitation\//).textContent()) ?? ''

        const colleague = await other.newPage()
        await colleague.goto(`${invitation}?lang=en`)
        await colleague.getByLabel('Name').fill('Leïla')
        await choosePassword(colleague, 'Create my account')
        await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('My account')
        await fitsThePhone(colleague)

        await page.goto(`${address}/admin/users`)
        await visible(page.getByText('Change Leïla'), page).click()
        const reset = page.getByRole('button', { name: 'Link for a new password' })
        await reset.and(page.locator(':visible')).click()
        const link = page.getByText(/\/reset\//).and(page.locator(':visible'))
        // A page that was sent anew comes with everything folded.
        if (!javaScriptEnabled) await visible(page.getByText('Change Leïla'), page).click()
        const chosen = (await link.textContent()) ?? ''
        await colleague.goto(chosen)
        await expect(colleague.getByText(/For leila@example\.org/)).toBeVisible()
        await choosePassword(colleague, 'Save', 'ganz andere vier worte')
        await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('My account')
        await colleague.goto(chosen)
        await expect(colleague.getByText('This link no longer counts')).toBeVisible()
        await other.clearCookies()
        await colleague.goto(`${address}/sign-in?lang=en`)
        await signIn(colleague, 'leila@example.org', PHRASE)
        await expect(colleague.getByText(/or the password is not right/)).toBeVisible()
        await signIn(colleague, 'leila@example.org', 'ganz andere vier worte')
        await expect(colleague).not.toHaveURL(/sign-in/)
      } finally {
        await other.close()
        await stop()
      }
    })
  })

test('a second step is set up, asked for when signing in, and a recovery code does instead', async ({
  page,
  signInAs,
}) => {
  const { email } = await signInAs('reviewer')
  await page.goto('/account?lang=en')
  await fitsThePhone(page)
  const begin = page.getByRole('form', { name: 'Set the second step up' })
  await begin.getByLabel('Password').fill(PASSWORD)
  await begin.getByRole('button').click()
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible()
  await fitsThePhone(page)
  const key = (await page.getByText(/^[A-Z2-7]{32,}$/).textContent()) ?? ''
  const recovery = (await page.getByText(/^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/).allTextContents())[0]
  await page.getByLabel('Code', { exact: true }).fill('000000')
  await page.getByRole('button', { name: 'Turn the second step on' }).click()
  await expect(page.getByText('This code is not right, or no longer.')).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(appCode(key))
  await page.getByRole('button', { name: 'Turn the second step on' }).click()
  await expect(page.getByText('The second step is on.')).toBeVisible()

  for (const code of [() => appCode(key), () => recovery ?? '']) {
    await page.context().clearCookies()
    await page.goto('/sign-in?next=/review&lang=en')
    await signIn(page, email, PASSWORD)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step')
    await fitsThePhone(page)
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in/) // half signed in is not signed in
    await page.goto('/sign-in/code?next=/review')
    await page.getByLabel('Code', { exact: true }).fill('999999')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('This code is not right, or no longer.')).toBeVisible()
    await page.getByLabel('Code', { exact: true }).fill(code())
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/review/)
  }
})

test('own sessions are listed and ended: the other browser is out at its next click', async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  const { email } = await signInAs('editor')
  const other = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } })
  const elsewhere = await other.newPage()
  await elsewhere.goto('/sign-in?next=/account&lang=en')
  await signIn(elsewhere, email, PASSWORD)
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('My account')
  await page.goto('/account?lang=en')
  await fitsThePhone(page)
  const end = page.getByRole('button', { name: 'End', exact: true })
  await end.and(page.locator(':visible')).click()
  await expect(end.and(page.locator(':visible'))).toHaveCount(0)
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL('/sign-in?next=%2Faccount')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My account')
  await other.close()
})
