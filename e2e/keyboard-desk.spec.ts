import type { Locator } from '@playwright/test'
import { tabTo } from './journey'
import { expect, test } from './signed-in'

test('with the keyboard alone an agreement is entered, what is missing is found, and it is handed in', async ({
  page,
  signInAs,
}) => {
  test.slow() // hundreds of keys, one after another
  const field = (label: string) => page.getByLabel(label, { exact: true })
  /** Tabs to a field and types: a text, or the beginning of a choice. */
  const fill = async (control: Locator, text: string) => {
    await tabTo(page, control)
    await page.keyboard.type(text)
  }
  await signInAs('editor')
  await page.goto('/agreements?lang=en')
  await tabTo(page, page.getByRole('link', { name: 'New agreement' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/agreements/new')
  const company = `Keys ${Math.random().toString(36).slice(2, 8)}`
  await fill(field('Address of the source'), 'https://example.org/keys')
  await fill(page.getByRole('combobox', { name: 'Company' }), company)
  await fill(field('Title'), `${company}: 200 jobs`)
  await fill(field('Kind of agreement'), 'Contract')
  await expect(field('Kind of agreement')).toHaveValue('contract')
  await fill(field('Region'), 'Orien')
  await expect(field('Region')).toHaveValue('MA-02')
  await fill(field('Jobs promised'), 'about 200 to 250 jobs')
  await fill(field('Why no amount'), 'not stated')
  await expect(field('Why no amount')).toHaveValue('not_stated')
  await tabTo(page, page.getByRole('button', { name: 'Submit for review' }))
  await page.keyboard.press('Enter')

  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toBeFocused()
  await expect(alert).toContainText('Sector: This is required.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(field('Sector')).toBeFocused()
  await page.keyboard.type('Textile')
  await expect(page.getByText('Nothing. It can be submitted.')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Submit for review' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Submitted. It waits for a colleague.')).toBeVisible()
})
