import { DAY, expect, recordsOf, tabTo, test, textOf } from './journey'

const ADDRESS = `/agreements?sector=engineering_services&asOf=${DAY}`
const FILE = `/api/v1/agreements.csv?sector=engineering_services&asOf=${DAY}`

// Contract, section 6.
const COLUMNS =
  'reference,title,type,binding,lifecycle,company,other_companies,government_parties,signatories,signed_on,sector,region,jobs_measure,jobs_scope,jobs_comparator,jobs_low,jobs_high,jobs_target,jobs_target_original,due_text,due,baseline_headcount,baseline_date,created,created_data_date,created_evidence,created_verified,progress_percent,expected,pace,pace_status,status_reason,reading_sensitive,freshness,required_per_month,recent_per_month,projected_completion,amount_comparator,amount_low,amount_high,currency,amount_realised,amount_data_date,source_url,record_url,as_of,known_at,method,updated_at'

const lines = (base: string) => [
  COLUMNS,
  `ALTEN-2022,"ALTEN: 1,000 jobs by 2026",mou,unknown,signed,ALTEN,,Ministry of Digital Transition,government|signed|Ghita Mezzour|Minister Delegate for Digital Transition;company|signed|Simon Azoulay|Group President,2022-10-19,engineering_services,MULTI,net_new_jobs,direct,eq,1000,1000,1000,1000,by 2026,2026-12-31,1200,2022-09,1000,2023-10-31,self_reported,,100.0,328,3.04,MET,,false,LAPSED,,80.7,,gt,30000000,,MAD,,,https://leconomiste.com/flash-infos/outsourcing-signature-d-un-mou-pour-la-creation-de-1-000-emplois?page=1,${base}/agreements/ALTEN-2022,${DAY},,m1,RECORDED`,
  `CAPGEMINI-2022,"Capgemini Engineering: 1,500 additional jobs by 2026",mou,unknown,signed,Capgemini Engineering,,Ministry of Industry and Trade;Ministry of Digital Transition;Ministry of Investment,"government|signed|Ryad Mezzour|Minister of Industry and Trade;company|signed|Idriss Elasri|Managing Director, Capgemini Engineering Morocco",2022-11-01,engineering_services,MA,net_new_jobs,unspecified,eq,1500,1500,1500,1500,by 2026,2026-12-31,3000,2022-11,,,,,,1463,,NO_REPORT,,true,NONE,,,,missing,,,,,,https://www.challenge.ma/signature-dun-mou-entre-letat-et-capgemini-pour-la-creation-de-1-500-emplois-248570/,${base}/agreements/CAPGEMINI-2022,${DAY},,m1,RECORDED`,
  `CAPGEMINI-FES-2023,Capgemini Engineering: move to Fès Shore,other,unknown,signed,Capgemini Engineering,,Fès-Meknès Regional Council;Wilaya of Fès;CRI Fès-Meknès;Ewane,,2023-11-22,engineering_services,MA-03,net_new_jobs,unspecified,missing,,,,,,,,,,,,,,,,NOT_MEASURABLE,TARGET_MISSING,false,NONE,,,,missing,,,,,,https://fr.le360.ma/economie/fes-shore-ewane-signe-des-conventions-dinstallation-avec-capgemini-engineering-et-cnexia_7RDR3RETTRHKTD264GFXOL4L7A/,${base}/agreements/CAPGEMINI-FES-2023,${DAY},,m1,RECORDED`,
  '',
]

/** The one column that differs from one installation to the next: the instant of the last change. */
function undated(text: string): string {
  return text.replace(/(?<=m1[,;])\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z(?=\r\n)/g, 'RECORDED')
}

test('a filter in the address is a list, and its file holds exactly the rows of the page', {
  tag: '@phone',
}, async ({ page, baseURL }) => {
  await page.goto(ADDRESS)
  await expect(page.getByRole('heading', { name: '3 agreements' })).toBeVisible()
  await expect(page.getByText('Sector: Engineering services')).toBeVisible()
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
  await expect(rows).toHaveCount(3)
  for (const reference of ['ALTEN-2022', 'CAPGEMINI-2022', 'CAPGEMINI-FES-2023'])
    await expect(rows.filter({ hasText: `· ${reference}` })).toHaveCount(1)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'agreements.csv', exact: true }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(`pledgebook-agreements-${DAY}.csv`)
  expect(undated(await textOf(download))).toBe(lines(baseURL ?? '').join('\r\n'))
})

test('for French Excel the file has a mark, semicolons and decimal commas', async ({ request }) => {
  const response = await request.get(`${FILE}&excel=fr`)
  expect(response.headers()['content-type']).toBe('text/csv; charset=utf-8; header=present')
  const bytes = await response.body()
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [header, alten = ''] = bytes.subarray(3).toString().split('\r\n')
  expect(header).toBe(COLUMNS.replaceAll(',', ';'))
  expect(alten).toContain('ALTEN-2022;ALTEN: 1,000 jobs by 2026;mou;')
  expect(alten).toContain(
    ';self_reported;;100,0;328;3,04;MET;;false;LAPSED;;80,7;;gt;30000000;;MAD;',
  )
})

test('in the import shape the file says what its agreement said, word for word', async ({
  request,
}) => {
  const file = `/api/v1/agreements.csv?company=inetum&asOf=${DAY}&shape=import`
  const text = await (await request.get(file)).text()
  expect(text.split('\r\n')[0]).toBe(
    'reference,title,type,binding,company,other_companies,government_parties,signatories,signed_on,signed_basis,sector,region,place,summary,jobs_measure,jobs_scope,jobs,jobs_missing,jobs_as_stated,deadline,deadline_as_stated,milestones,baseline_headcount,baseline_date,baseline_as_stated,amount,currency,amount_missing,amount_as_stated,lifecycle,relations,source_url,source_publisher,source_date,source_language,other_sources,notes',
  )
  const [inetum, ...others] = recordsOf(text)
  expect(others).toEqual([])
  expect(inetum).toMatchObject({
    reference: 'INETUM-2024',
    signed_on: '2024-04-29',
    jobs: '1500',
    jobs_as_stated: '1500 high value added jobs',
    deadline: 'by 2027',
    baseline_headcount: '800',
    baseline_as_stated: '800 employés au Maroc',
    amount: '>50000000',
    currency: 'MAD',
  })
})

test('filters and orders are set with the keyboard alone', async ({ page }) => {
  await page.goto(`/agreements?asOf=${DAY}`)
  const filters = page.getByRole('search', { name: 'Filter the list' })
  const sector = filters
    .locator('details', { has: page.getByText('Sector', { exact: true }) })
    .last()
  await filters.getByText('More filters').press('Enter')
  await tabTo(page, sector.locator('summary'))
  await page.keyboard.press('Enter')
  await tabTo(page, sector.getByLabel('Engineering services'))
  await page.keyboard.press('Space')
  await filters.getByRole('button', { name: 'Apply' }).press('Enter')
  await expect(page).toHaveURL(/[?&]sector=engineering_services(&|$)/)
  await expect(page).toHaveURL(/[?&]asOf=2026-11-23(&|$)/)
  await expect(page.getByRole('heading', { name: '3 agreements' })).toBeVisible()

  const promised = page.getByRole('columnheader', { name: 'Promised' })
  await promised.getByRole('link').press('Enter')
  await expect(promised).toHaveAttribute('aria-sort', 'descending')
  await expect(page).toHaveURL(/[?&]sort=-jobs$/)
  await expect(page.getByRole('rowheader').first()).toContainText('CAPGEMINI-2022')

  await page.getByRole('link', { name: /^Sector: Engineering services/ }).press('Enter')
  await expect(page.getByRole('heading', { name: '73 agreements' })).toBeVisible()
  await expect(page).toHaveURL(`/agreements?asOf=${DAY}&sort=-jobs`)
})

test('a form that leaves its fields empty asks for nothing, and a list without rows says what to do', async ({
  page,
}) => {
  await page.goto(`/agreements?asOf=${DAY}`)
  await page.getByLabel('Search – Company, place, reference…').fill('zzzz')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('No agreement matches')).toBeVisible()
  await page.getByRole('link', { name: 'Show all agreements' }).click()
  await expect(page.getByRole('heading', { name: '73 agreements' })).toBeVisible()
})
