import type { Page } from '@playwright/test'
import { startInstallation } from './installation'
import { expect, test } from './signed-in'

const ROW = {
  type: 'mou',
  binding: 'unknown',
  signed_on: '2024-01-15',
  sector: 'rail',
  region: 'MA-06',
  jobs_measure: 'net_new_jobs',
  jobs_scope: 'direct',
  jobs: '1200',
  jobs_as_stated: '1 200 emplois',
  deadline: 'by 2027',
  amount_missing: 'not_applicable',
  source_url: 'https://example.org/article',
  source_publisher: 'Example Press',
}

/** Hands an entry in over the API, as whoever sits at the browser. */
async function handIn(
  page: Page,
  path: string,
  row: object,
): Promise<{ id: string; subject: string }> {
  const { origin } = new URL(page.url())
  const answer = await page.request.post(`${origin}/api/v1/${path}?submit=1`, {
    data: row,
    headers: { origin },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return answer.json()
}

const agreement = (page: Page, company: string, more: object = {}) =>
  handIn(page, 'agreements', { ...ROW, company, title: `${company}: a plant`, ...more })

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=en`)
}

test('returned with a note on a field, mended by its author, handed in again and accepted', async ({
  page,
  browser,
  signInAs,
}) => {
  const desk = await browser.newContext()
  const reviewer = await desk.newPage()
  await open(page, '/method')
  await signInAs('editor', { name: 'Amina' })
  await signInAs('reviewer', { name: 'Rachid' }, desk)
  const { id } = await agreement(page, 'Tangora')
  await open(page, `/review/${id}`)
  await expect(page.getByText('You entered this, so a colleague must accept it.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Accept/ })).toHaveCount(0)

  await open(reviewer, new URL(`/review/${id}`, page.url()).href)
  await expect(reviewer.getByText('1 200 emplois')).toBeVisible()
  await expect(
    reviewer.getByRole('row', { name: /^Net new jobs: promised \d/ }).first(),
  ).toContainText('+1,200')
  await reviewer.getByRole('button', { name: 'Return with a note' }).click()
  await expect(reviewer.getByLabel('Note to the author')).toHaveAttribute('aria-invalid', 'true')
  await reviewer.getByLabel('Note to the author').fill('The article says 1,250.')
  await reviewer.getByLabel('About').selectOption({ label: 'Jobs promised' })
  await reviewer.getByRole('button', { name: 'Return with a note' }).click()
  await expect(reviewer.getByText(/Returned by Rachid/)).toBeVisible()

  await open(page, '/review')
  await expect(page.getByRole('heading', { name: 'Returned to you' })).toBeVisible()
  await expect(page.getByText('The article says 1,250.')).toBeVisible()
  await page.getByRole('link', { name: 'Tangora: a plant' }).first().click()
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Jobs promised').fill('1250')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByText('Submitted. It waits for a colleague.')).toBeVisible()

  await reviewer.reload()
  await reviewer.getByRole('button', { name: 'Accept and publish' }).click()
  await expect(reviewer.getByText(/Accepted by Rachid/)).toBeVisible()
  await desk.close()
})

test('a report flips a status; the history says who, and half an hour long the way back', async ({
  page,
  signInAs,
}) => {
  await open(page, '/method')
  await signInAs('editor', { name: 'Amina' })
  const first = await agreement(page, 'Flipside', { baseline_headcount: '100' })
  await signInAs('reviewer', { name: 'Salma' })
  await open(page, `/review/${first.id}`)
  await page.getByRole('button', { name: 'Accept and publish' }).click()
  await expect(page.getByText(/Accepted by Salma/)).toBeVisible()

  await signInAs('editor', { name: 'Amina' })
  const report = await handIn(page, `agreements/${first.subject}/reports`, {
    data_date: '2026-10-31',
    kind: 'headcount',
    value: '1300',
    evidence: 'documented',
    as_stated: '1,300 people',
    source_url: 'https://example.org/report',
  })
  await signInAs('reviewer', { name: 'Rachid' })
  await open(page, `/review/${report.id}`)
  const standing = page.getByRole('region', { name: 'Where the agreement stands' })
  await expect(standing.getByRole('row').nth(1)).toContainText('No report')
  await expect(standing.getByRole('row').nth(1)).toContainText('Met')
  await page.getByRole('button', { name: 'Accept and publish' }).click()
  await expect(page.getByText(/Can be undone until/)).toBeVisible()
  await page.getByRole('link', { name: 'Open the agreement' }).first().click()
  const history = page.getByRole('list', { name: 'Every accepted change, the latest first' })
  await expect(history.getByRole('listitem').first()).toContainText(
    'entered by Amina, accepted by Rachid',
  )
  await history
    .getByText(/Can be undone until/)
    .first()
    .click()
  await history.getByLabel(/Why/).first().fill('The wrong company.')
  await history.getByRole('button', { name: 'Undo' }).first().click()
  await expect(history.getByText('The wrong company.')).toBeVisible()

  await page.context().clearCookies()
  await open(page, `/agreements/${first.subject}`)
  await expect(page.getByText('No report').first()).toBeVisible()
  await expect(history).toContainText('staff')
  await expect(history).not.toContainText('Rachid')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('several are chosen, seen together, and accepted in one step', async ({
    page,
    signInAs,
  }) => {
    await open(page, '/method')
    await signInAs('editor', { name: 'Amina' })
    await agreement(page, 'Together One', { jobs: '300' })
    await agreement(page, 'Together Two', { jobs: '500' })
    await signInAs('reviewer', { name: 'Salma' })
    await open(page, '/review')
    await page.getByLabel('Choose Together One: a plant').check()
    await page.getByLabel('Choose Together Two: a plant').check()
    await page.getByRole('button', { name: /See what the chosen ones do/ }).click()
    await expect(
      page.getByRole('row', { name: /^Net new jobs: promised \d/ }).first(),
    ).toContainText('+800')
    await page.getByRole('button', { name: 'Accept these 2 entries' }).click()
    await expect(page).toHaveURL(/\/review\/batches\/[0-9a-f-]{36}$/)
    await expect(page.getByText(/2 entries, accepted .* by Salma/)).toBeVisible()
    await expect(
      page.getByRole('row', { name: /^Net new jobs: promised \d/ }).first(),
    ).toContainText('+800')
    const batch = page.url()
    await page
      .getByRole('link', { name: /Together One: a plant/ })
      .first()
      .click()
    await expect(page.getByText(/Accepted by Salma/)).toBeVisible()
    await expect(page.getByText(/accepted together is undone together/)).toBeVisible()
    await page.getByRole('link', { name: /Accepted together: see all of it/ }).click()
    await expect(page).toHaveURL(batch)
    await page.getByLabel(/^Why/).fill('Both came twice.')
    await page.getByRole('button', { name: 'Undo all of it' }).click()
    await expect(page.getByText(/It was undone by change \d+/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Undo all of it' })).toHaveCount(0)

    // Several states at once: what waits and what was accepted.
    await open(page, '/review')
    const filters = page.getByRole('form', { name: 'Filter the queue' })
    await filters.locator('summary').filter({ hasText: 'State' }).click()
    await filters.getByLabel('Accepted').check()
    await filters.locator('summary').filter({ hasText: 'State' }).click()
    await filters.getByRole('button', { name: 'Apply' }).click()
    await expect(page).toHaveURL(/state=submitted&state=accepted/)
    await expect(page.getByRole('link', { name: 'Together One: a plant' })).toBeVisible()
    await filters.locator('summary').filter({ hasText: 'State' }).click()
    await expect(filters.getByLabel('Submitted')).toBeChecked()
    await expect(filters.getByLabel('Accepted')).toBeChecked()
  })
})

test('the audit page walks the chain, prints its head and filters; others find no such page', async ({
  page,
  signInAs,
}) => {
  await signInAs('auditor')
  await open(page, '/admin/audit')
  await page.getByRole('button', { name: 'Verify the chain' }).click()
  await expect(page.getByText('The chain is whole')).toBeVisible()
  const head =
    (await page
      .locator('code')
      .filter({ hasText: /^\d+:[0-9a-f]{64}$/ })
      .textContent()) ?? ''
  await page.getByLabel(/Head kept elsewhere/).fill(head)
  await page.getByRole('button', { name: 'Verify the chain' }).click()
  await expect(page.getByText('It leads through the head that was kept.')).toBeVisible()
  await page.getByLabel('About (a reference)').fill('INETUM-2024')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('link', { name: 'INETUM-2024' }).first()).toBeVisible()
  await signInAs('editor')
  expect((await page.goto('/admin/audit'))?.status()).toBe(404)
})

test('the calendar is public; the chase list names what is missing in the language chosen', async ({
  page,
  signInAs,
}) => {
  await open(page, '/calendar?asOf=2026-11-23')
  await expect(page.getByRole('heading', { name: 'Overdue' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'December 2027' })).toBeVisible()
  await open(page, '/calendar/chase')
  await expect(page).toHaveURL(/sign-in/)
  await signInAs('editor')
  await open(page, '/calendar/chase?asOf=2026-11-23&company=inetum&letter=fr')
  await page.getByText('E-mail that asks for it').click()
  await expect(page.getByLabel('E-mail to Inetum')).toHaveValue(/1 500.*promis|Un rapport est dû/)
  await expect(page.getByRole('link', { name: 'Open in the mail program' })).toHaveAttribute(
    'href',
    /^mailto:/,
  )
})

test('from set-up to the first published agreement: the only account accepts its own entry, marked for ever', async ({
  page,
}, { project, parallelIndex }) => {
  const place = { baseURL: project.use.baseURL, parallelIndex }
  const { setUp, address: origin, stop } = await startInstallation(place, 2_000, 'public')
  try {
    await open(page, setUp)
    await page.getByLabel('Name').fill('Karim')
    await page.getByLabel('E-mail address').fill('karim@example.org')
    await page.getByLabel('New password').fill('quatre mots au hasard')
    await page.getByLabel('The password once more').fill('quatre mots au hasard')
    await page.getByRole('button', { name: 'Create the administrator' }).click()
    await expect(page).not.toHaveURL(/setup/)
    await open(page, `${origin}/agreements/new`)
    const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
    await fill('Address of the source', 'https://example.org/alone')
    await page.getByRole('combobox', { name: 'Company' }).fill('Alone')
    await fill('Title', 'Alone: a plant')
    await fill('Jobs promised', 'more than 200 jobs')
    await page.getByLabel('Kind of agreement').selectOption('mou')
    await page.getByLabel('Sector').selectOption('rail')
    await page.getByLabel('Region', { exact: true }).selectOption('MA-06')
    await page.getByLabel('Why no amount').selectOption('not_stated')
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await expect(page.getByText('Submitted. It waits for a colleague.')).toBeVisible()
    const id = new URL(page.url()).searchParams.get('draft')
    await open(page, `${origin}/review/${id}`)
    await expect(page.getByText(/Yours is the only account/)).toBeVisible()
    await page.getByRole('button', { name: 'Accept my own entry and publish' }).click()
    await expect(page.getByText(/Accepted by its author/)).toBeVisible()
    await page.getByRole('link', { name: 'Open the agreement' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alone: a plant')
    await page.context().clearCookies()
    await page.reload()
    await expect(page.getByText(/Accepted by its author/)).toBeVisible()
  } finally {
    await stop()
  }
})
