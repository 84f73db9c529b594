import type { Page } from '@playwright/test'
import { expect, test } from './signed-in'

/** The form's own name, so that journeys of one run do not meet each other's records. */
function unique(name: string): string {
  return `${name} ${Math.random().toString(36).slice(2, 8)}`
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text)
}

const SAVED = /^Draft saved/

test('an agreement typed as people say it in French is accepted by a colleague and moves the figures', async ({
  page,
  signInAs,
  browser,
  baseURL,
}) => {
  const company = unique('Société Atlas')
  await signInAs('editor', { name: 'Amina' })
  await page.goto('/agreements/new?lang=fr')
  await fill(page, 'Adresse de la source', 'https://example.org/convention')
  await fill(page, 'Publié par', 'Le Matin')
  await page.getByRole('combobox', { name: 'Entreprise' }).fill(company)
  await fill(page, 'Titre', `${company} : 1 500 emplois`)
  await fill(page, 'Signée le', '29 avril 2024')
  await page.getByLabel('Type de convention').selectOption({ label: 'Contrat' })
  await page.getByLabel('Secteur').selectOption('it_services')
  await page.getByLabel('Région').selectOption('MA-06')
  await fill(page, 'Emplois promis', 'plus de 1 500 emplois')
  await fill(page, 'Échéance', 'd’ici fin 2027')
  await fill(page, 'Montant promis', 'plus de 50 MDH')
  await expect(page.getByText('plus de 50 000 000 MAD')).toBeVisible()
  await expect(page.getByText('31 décembre 2027')).toBeVisible()
  await expect(page.getByText('Rien. On peut soumettre.')).toBeVisible()
  await page.getByRole('button', { name: 'Soumettre à la relecture' }).click()
  await expect(page.getByText('Soumis. Un collègue doit le revoir.')).toBeVisible()

  const id = new URL(page.url()).searchParams.get('draft') ?? ''
  const colleague = await browser.newContext({ baseURL })
  await signInAs('reviewer', {}, colleague)
  const proposal = await (await colleague.request.get(`/api/v1/proposals/${id}`)).json()
  expect(proposal).toMatchObject({ state: 'submitted' })
  const accepted = await colleague.request.post(`/api/v1/proposals/${id}/accept`, {
    headers: { 'if-match': `"${proposal.version}"`, origin: baseURL ?? '' },
    data: {},
  })
  expect(await accepted.json()).toMatchObject({ state: 'accepted' })
  await page.goto(`/agreements/${proposal.subject}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${company} : 1 500 emplois`)
  await expect(page.getByText('> 1 500').first()).toBeVisible()
  await page.goto('/?lang=fr')
  await expect(page.getByRole('row', { name: new RegExp(company) })).toContainText('1 500')
  await colleague.close()
})

test('without JavaScript the form answers in the same words and hands in', async ({
  browser,
  baseURL,
  signInAs,
}) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL })
  await signInAs('editor', {}, plain)
  const page = await plain.newPage()
  const company = unique('Plain Works')
  await page.goto('/agreements/new?lang=en')
  await fill(page, 'Jobs promised', 'about 200 to 250 jobs')
  await page.getByRole('combobox', { name: 'Company' }).fill(company)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Sector: This is required.')
  await expect(page.getByLabel('Jobs promised', { exact: true })).toHaveValue(
    'about 200 to 250 jobs',
  )
  await expect(page.getByText('between 200 and 250')).toBeVisible()
  await page.getByRole('button', { name: 'Add a government body' }).click()
  await expect(page.getByRole('combobox', { name: 'Government body' })).toHaveCount(2)
  await fill(page, 'Title', `${company}: 200 jobs`)
  await fill(page, 'Address of the source', 'https://example.org/plain')
  await page.getByLabel('Kind of agreement').selectOption('mou')
  await page.getByLabel('Sector').selectOption('textile')
  await page.getByLabel('Region', { exact: true }).selectOption('MA-01')
  await page.getByLabel('Why no amount').selectOption('not_stated')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByText('Submitted. It waits for a colleague.')).toBeVisible()
  await plain.close()
})

test('the keyboard alone fills the form: search, rows, the way to what is missing', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  await page.goto('/agreements/new?lang=en')
  await page.getByRole('combobox', { name: 'Company' }).focus()
  await page.keyboard.type('inetom')
  await expect(page.getByRole('option', { name: 'Inetum' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Company' })).toHaveValue('Inetum')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Inetum again')
  await page.getByRole('button', { name: 'Add a person' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name', { exact: true }).nth(1)).toBeFocused()
  await page.getByRole('button', { name: 'Submit for review' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator(':focus')).toHaveAttribute('aria-invalid', 'true')
})

test('two tabs on one draft: the second sees both versions and loses neither', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('editor')
  await page.goto('/agreements/new?lang=en')
  await fill(page, 'Title', 'First title')
  await fill(page, 'Place', 'Rabat')
  await expect(page.getByText(SAVED)).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  const answered = other.waitForResponse((response) => response.request().method() === 'POST')
  await fill(other, 'Title', 'Title of the other tab')
  await answered
  await other.close()

  await fill(page, 'Place', 'Casablanca')
  await fill(page, 'Title', 'My own title')
  const panel = page.getByRole('region', { name: 'Somebody saved this while you were typing' })
  await expect(panel).toContainText('My own title')
  await expect(panel).toContainText('Title of the other tab')
  await panel.getByRole('group', { name: 'Title' }).getByLabel('Saved meanwhile').check()
  await panel.getByRole('button', { name: 'Save this choice' }).click()
  await expect(panel).toBeHidden()
  await page.reload()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Title of the other tab')
  await expect(page.getByLabel('Place', { exact: true })).toHaveValue('Casablanca')
})

test('an expired session loses nothing: the text is offered again after signing in', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('editor')
  await page.goto('/agreements/new?lang=en')
  await fill(page, 'Title', 'Before the session ended')
  await expect(page.getByText(SAVED)).toBeVisible()
  const draft = page.url()
  const cookies = await context.cookies()
  await context.clearCookies({ name: 'pledgebook.session_token' })
  await fill(page, 'Place', 'Tanger')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('You are signed out')
  page.on('dialog', (dialog) => dialog.accept())
  await page.goto(draft)
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await context.addCookies(cookies.filter(({ name }) => name === 'pledgebook.session_token'))
  await page.goto(draft)
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Before the session ended')
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(page.getByLabel('Place', { exact: true })).toHaveValue('Tanger')
})

test('an article proposes, a person accepts: value, words and source enter together', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  await page.goto('/agreements/new?lang=en')
  await page.getByText('Paste an article').click()
  await fill(page, 'Address of the article', 'https://example.org/le360')
  await fill(
    page,
    'Text of the article',
    'Le groupe a signé une convention. Il s’engage à créer plus de 1 500 emplois d’ici fin 2027.',
  )
  await expect(page.locator('mark')).toHaveCount(2)
  await expect(page.getByLabel('Jobs promised', { exact: true })).toHaveValue('')
  await page.getByRole('button', { name: /^Accept \d+: Jobs promised$/ }).click()
  await expect(page.getByLabel('Jobs promised', { exact: true })).toHaveValue('>1500')
  await expect(page.getByLabel('Jobs, in the words of the source')).toHaveValue(
    'plus de 1 500 emplois',
  )
  await expect(page.getByLabel('Address of the source', { exact: true })).toHaveValue(
    'https://example.org/le360',
  )
  await expect(page.getByLabel('Deadline', { exact: true })).toHaveValue('')
})

test('a progress report shows at once what the standing becomes', async ({ page, signInAs }) => {
  await signInAs('editor')
  await page.goto('/agreements/ALTEN-2022/report?lang=en')
  await page.getByRole('combobox', { name: 'What was counted' }).selectOption('created_cumulative')
  await fill(page, 'Date of the data', '31 December 2025')
  await fill(page, 'Value', 'about 900')
  await page.getByLabel('Evidence').selectOption('documented')
  await fill(page, 'Address of the source', 'https://example.org/report')
  const becomes = page.getByRole('region', { name: 'What the standing becomes' })
  await expect(becomes).toContainText('900 / 1,000')
  await expect(page.getByText('First promised').first()).toBeVisible()
})

test('bad input is named at its field and stays', async ({ page, signInAs }) => {
  await signInAs('editor')
  await page.goto('/agreements/new?lang=en')
  await fill(page, 'Headcount at the start', '-5')
  await fill(page, 'Amount promised', '1e30')
  await fill(page, 'Deadline', '2027-02-30')
  await fill(page, 'Title', '=HYPERLINK("http://example.org")')
  await page.getByRole('combobox', { name: 'Company' }).fill('شركة ‮🚀')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toContainText('Headcount at the start: This must not be less than zero.')
  await expect(alert).toContainText('Deadline: This day does not exist.')
  await expect(alert).toContainText('Amount promised:')
  await expect(page.getByLabel('Deadline', { exact: true })).toHaveValue('2027-02-30')
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(
    '=HYPERLINK("http://example.org")',
  )
})

test('who may only read is offered no form', async ({ page, signInAs }) => {
  await signInAs('viewer')
  await page.goto('/agreements/new?lang=en')
  await expect(page.getByText('Your account can read here, not enter')).toBeVisible()
  await page.goto('/agreements/ALTEN-2022?lang=en')
  await expect(page.getByRole('link', { name: 'Report progress' })).toHaveCount(0)
})
