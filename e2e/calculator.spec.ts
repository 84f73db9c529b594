import type { Page } from '@playwright/test'
import { expect, test } from './journey'

// The worked example of the method, section 12: 1,050 − 800 = 250 of 1,500, where the line asks for 683.
const EXAMPLE = [
  ['Status', 'Behind'],
  ['Created', '250'],
  ['Progress', '16.6%'],
  ['Expected', '683 31 Dec 2025'],
  ['Gap', '−433'],
  ['Pace', '0.36'],
  ['Recent a month', '12.5'],
  ['Required a month', '52.1'],
  ['At the deadline', '548.7'],
  ['Completion', '13 May 2034'],
] as const

async function expectResult(page: Page, rows: readonly (readonly [string, string])[]) {
  const result = page.getByRole('table', { name: 'Result' })
  for (const [name, reported] of rows) {
    const row = result
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name, exact: true }) })
    await expect(row.getByRole('cell').first()).toHaveText(reported, { useInnerText: true })
  }
}

const reportOf = (page: Page, line: number) => page.getByRole('group', { name: `Report ${line}` })

test('the calculator starts with the worked example and answers while one types', async ({
  page,
}) => {
  await page.goto('/method')
  await expectResult(page, EXAMPLE)
  // 760 − 800 = −40
  await reportOf(page, 1).getByLabel('Number').fill('760')
  await expectResult(page, [
    ['Status', 'Below the baseline'],
    ['Created', '−40'],
    ['Progress', '−2.6%'],
    ['Completion', 'no growth, so no completion date'],
  ])
  // 1,480 − 800 = 680
  await reportOf(page, 1).getByLabel('Number').fill('1480')
  await expectResult(page, [
    ['Status', 'On track'],
    ['Early reading', 'At risk'],
    ['Progress', '45.3%'],
    ['Pace', '0.99'],
  ])
})

test('an entry that cannot be used is named where it stands, and nothing typed is lost', async ({
  page,
}) => {
  await page.goto('/method')
  const promise = page.getByRole('group', { name: 'The promise' })
  const due = promise.getByLabel('Year, month or day')
  const count = reportOf(page, 1).getByLabel('Number')
  const one = page.getByText('One entry cannot be used. It is marked below.')
  await due.fill('2027-13')
  await expect(one).toBeVisible()
  await expect(due).toHaveAttribute('aria-invalid', 'true')
  await expect(due).toHaveAccessibleDescription(/^This is not a deadline\./)
  await expect(due).toHaveValue('2027-13')
  await expect(page.getByRole('table', { name: 'Result' })).toBeHidden()
  await due.fill('2027')
  await count.fill('10.5')
  await expect(one).toBeVisible()
  await expect(count).toHaveAccessibleDescription('People are counted in whole numbers.')
  await count.fill('1050')
  await expectResult(page, EXAMPLE)
})

test('the API computes what the page shows, and names what it cannot use', async ({ request }) => {
  const inetum = {
    asOf: '2025-12-31',
    commitment: {
      measure: 'net_new_jobs',
      scope: 'unspecified',
      start: '2024-04-29',
      baseline: 800,
      versions: [
        {
          kind: 'original',
          comparator: 'eq',
          value: 1500,
          due: '2027',
          preposition: 'by',
          milestones: [],
        },
      ],
    },
    observations: [
      { dataDate: '2025-12-31', kind: 'headcount', value: 1050, evidence: 'self_reported' },
    ],
  }
  const answer = await request.post('/api/v1/standing', { data: inetum })
  expect(answer.status()).toBe(200)
  expect((await answer.json()).reported).toMatchObject({
    status: 'BEHIND',
    created: 250,
    progressPercent: 16.6,
    expected: 683,
    projectedCompletion: '2034-05-13',
  })
  const refused = await request.post('/api/v1/standing', {
    data: { ...inetum, asOf: '2025-02-30' },
  })
  expect(refused.status()).toBe(400)
  expect((await refused.json()).errors).toEqual([
    { path: 'asOf', message: expect.stringContaining('not a day that exists') },
  ])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the calculator answers on the server and keeps what was typed', async ({ page }) => {
    await page.goto('/method')
    await expectResult(page, EXAMPLE)
    await reportOf(page, 1).getByLabel('Number').fill('1480')
    await page.getByRole('button', { name: 'Compute' }).click()
    await expectResult(page, [
      ['Status', 'On track'],
      ['Progress', '45.3%'],
    ])
    await expect(reportOf(page, 1).getByLabel('Number')).toHaveValue('1480')
  })
})
