import { DAY, expect, test } from './journey'

const ALTEN = `/agreements/ALTEN-2022?asOf=${DAY}`
const ECONOMISTE =
  'https://leconomiste.com/flash-infos/outsourcing-signature-d-un-mou-pour-la-creation-de-1-000-emplois?page=1'

test('an agreement shows beside each figure whose words it is, and when they were printed', {
  tag: '@phone',
}, async ({ page }) => {
  await page.goto(ALTEN)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ALTEN: 1,000 jobs by 2026')
  const promise = page.getByRole('region', { name: 'What was promised, in whose words' })
  const jobs = promise.getByRole('region', { name: 'Net new jobs' })
  await expect(jobs).toContainText('1,000')
  await expect(jobs).toContainText('due 31 December 2026; read strictly, 31 December 2025')
  await expect(jobs.getByText('1.000 nouveaux emplois directs')).toHaveAttribute('lang', 'fr')
  await expect(jobs.getByText('plus de 1.200 en 2022')).toBeVisible() // the baseline, > 1,200
  await expect(jobs).toContainText(/> 700\s*by 31 December 2024/)
  for (const source of await jobs.getByRole('link', { name: 'L’Economiste, Oct 2022' }).all())
    await expect(source).toHaveAttribute('href', ECONOMISTE)
  const money = promise.getByRole('region', { name: 'Investment' })
  await expect(money).toContainText('> 30 million MAD')
  await expect(money.getByText('plus de 30 millions de dirhams')).toBeVisible()
  await expect(money.getByRole('link', { name: 'L’Economiste, Oct 2022' })).toHaveCount(1)
})

test('an agreement says where it stands in both lanes, who signed, what happened and what is missing', async ({
  page,
}) => {
  await page.goto(ALTEN)
  // More than 2,200 − more than 1,200 = about 1,000; the line over > 700 at the end of 2024 asked for 328 that day.
  const standing = page.getByRole('table', { name: 'Net new jobs as of 23 November 2026' })
  for (const [figure, reported, verified] of [
    ['Pace status', 'Met', 'No report yet'],
    ['Created so far', '≈ 1,000', 'no report'],
    ['Data of', '31 October 2023', '–'],
    ['Should be', '328 31 October 2023', '984 23 November 2026'],
    ['Pace', '3.04', '–'],
    ['Progress', '100.0%', '–'],
  ] as const) {
    const row = standing.getByRole('row').filter({
      has: page.getByRole('rowheader', { name: figure, exact: true }),
    })
    await expect(row.getByRole('cell')).toHaveText([reported, verified], { useInnerText: true })
  }

  const report = page.getByRole('table', { name: 'Reports' }).getByRole('row').nth(1)
  await expect(report).toContainText('31 Oct 2023')
  await expect(report).toContainText('> 2,200')
  await expect(report).toContainText('plus de 2200 collaboratrices et collaborateurs')
  await expect(report.getByRole('link', { name: 'Infomédiaire, Oct 2023' })).toHaveAttribute(
    'href',
    'https://www.infomediaire.net/alten-maroc-une-convention-pour-renforcer-les-competences-en-ingenierie/',
  )

  const people = page.getByRole('region', { name: 'Who promised, and to whom' })
  await expect(people.getByText('– Signed')).toHaveCount(2)
  await expect(people).toContainText('Minister Delegate for Digital Transition')
  await expect(people).toContainText('Group President')
  await expect(people.getByRole('link', { name: 'Simon Azoulay' })).toHaveAttribute(
    'href',
    `/signatories/simon-azoulay?asOf=${DAY}`,
  )

  const history = page
    .getByRole('list', { name: 'What happened, and what was said to have changed' })
    .getByRole('listitem')
  await expect(history).toContainText([
    'September 2022',
    'Signature',
    'Original promise: Net new jobs · 1,000 · by 2026',
    'Original promise: Investment · > 30 million MAD · by 2026',
    'Report: Headcount > 2,200',
  ])

  await expect(
    page.getByRole('region', { name: 'What is missing' }).getByRole('listitem'),
  ).toHaveText(['Net new jobs: no report is verified.', 'Investment: no report.'])
  await expect(page.getByRole('region', { name: 'How this record came about' })).toContainText(
    'Agreement imported',
  )
  await expect(
    page.getByRole('region', { name: 'Sources and notes' }).getByRole('listitem'),
  ).toHaveCount(5)
})

test('people, companies and bodies of an agreement lead to their own pages on the same day', async ({
  page,
}) => {
  await page.goto(ALTEN)
  await page.getByRole('link', { name: 'Ghita Mezzour' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ghita Mezzour')
  await expect(page).toHaveURL(`/signatories/ghita-mezzour?asOf=${DAY}`)
  await page.getByRole('link', { name: 'ALTEN: 1,000 jobs by 2026' }).click()
  await expect(page).toHaveURL(ALTEN)
})
