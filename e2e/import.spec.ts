import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './signed-in'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// As a regional centre exports it: titles above the names, Windows-1252, semicolons, decimal commas, words for figures.
const LIST = Buffer.from(
  `Conventions signées;;;;;;;
Société;Intitulé;Emplois prévus;Montant (MDH);Date de signature;Région;Secteur;Lien
Zyxolite Bioworks;Laboratoire;1 500;1.234,50;15/03/2024;Souss-Massa;pharma;https://example.org/z
Quorvane Filature;Filature;plus de 300;12,5;mars 2024;Fès-Meknès;textile;https://example.org/q
Wexford Marée;Conserverie;Not Available;NULL;2025;Nulle part;textile;https://example.org/w
`,
  'latin1',
)

test('a list of another origin is read, previewed row by row, written as drafts and taken back @phone', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  await page.goto('/import?lang=en')
  await page
    .getByLabel('CSV or Excel file')
    .setInputFiles({ name: 'conventions.csv', mimeType: 'text/csv', buffer: LIST })
  await page.getByRole('button', { name: 'Read the file' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'conventions.csv' })).toBeVisible()
  await expect(page.getByLabel('Company: In the file')).toHaveValue('Société')
  await expect(page.getByLabel('Amount promised: In the file')).toHaveValue('Montant (MDH)')

  await page.getByRole('button', { name: 'Show what would happen' }).click()
  await expect(
    page.getByText('Choose a column of the file, or write one text for every row.'),
  ).toHaveCount(4)
  await page
    .getByLabel('Kind of agreement: The same for every row')
    .fill('Memorandum of understanding')
  await page.getByLabel('Binding force: The same for every row').fill('unknown')
  await page.getByLabel('What the jobs mean: The same for every row').fill('net_new_jobs')
  await page.getByLabel('Which jobs: The same for every row').fill('direct')
  await page.getByRole('button', { name: 'Show what would happen' }).click()
  await expect(
    page.getByText('3 rows were read: 2 new, 0 changed, 0 already so, 1 refused.'),
  ).toBeVisible()
  const first = page.getByRole('row', { name: /ZYXOLITE-BIOWORKS-2024/ })
  await expect(first).toContainText('1,500')
  await expect(first).toContainText('1,234.5 million MAD')
  await expect(page.getByRole('row', { name: /Wexford.*refused/ })).toContainText('“Nulle part”')
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the refused rows' }).click()
  const refused = await readFile(await (await download).path(), 'utf8')
  expect(refused.split('\r\n')[1]).toContain('Wexford Marée;Conserverie;Not Available;NULL;2025')

  await page.getByRole('button', { name: 'Write 2 entries' }).click()
  await expect(page.getByRole('alert').getByText('1 row is refused')).toBeVisible()
  await page.getByLabel(/^Write only the 2 rows/).check()
  await page.getByRole('button', { name: 'Write 2 entries' }).click()
  await expect(page.getByText('2 entries wait in the queue.')).toBeVisible()
  await page.getByRole('button', { name: 'Take all of it back' }).click()
  await expect(page.getByText('0 entries wait in the queue.')).toBeVisible()
})

test('a file that is no list says so, also without JavaScript', async ({
  browser,
  page,
  signInAs,
}) => {
  await signInAs('editor')
  await page.goto('/import?lang=en')
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const still = await plain.newPage()
  await still.goto(new URL('/import?lang=en', page.url()).href)
  await still.getByLabel('CSV or Excel file').setInputFiles({
    name: 'old.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  })
  await still.getByRole('button', { name: 'Read the file' }).click()
  await expect(still.getByText('This is a workbook of Excel 97: save it as .xlsx.')).toBeVisible()
  await still
    .getByLabel('CSV or Excel file')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: LIST })
  await still.getByRole('button', { name: 'Read the file' }).click()
  await expect(still.getByRole('heading', { level: 1, name: 'list.csv' })).toBeVisible()
  await plain.close()
})
