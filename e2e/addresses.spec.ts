import { expect, test } from './journey'

const REFUSED = [
  {
    address: '/agreements?sectr=automotive',
    lang: 'en',
    title: 'This address cannot be read',
    words: '“sectr” is not a parameter of this address. Did you mean “sector”?',
    without: ['Open the page without it', '/agreements'],
  },
  {
    address: '/?asOf=2025-02-30&measure=investment',
    lang: 'fr',
    title: 'Cette adresse ne peut pas être lue',
    words: '« 2025-02-30 » n’est pas un jour qui existe. Écrivez-le ainsi : 2027-12-31.',
    without: ['Ouvrir la page sans cela', '/?measure=investment'],
  },
  {
    address: '/agreements?sector=automotiv',
    lang: 'ar',
    title: 'تعذرت قراءة هذا العنوان',
    words: '«automotiv» ',
    without: ['فتح الصفحة من دونه', '/agreements'],
  },
  {
    address: '/companies?cursor=zz&kind=group',
    lang: 'en',
    title: 'This address cannot be read',
    words: 'This is not the continuation of this list. Start again from its first page.',
    without: ['Open the page without it', '/companies?kind=group'],
  },
  {
    address: '/signatories?cursor=zz',
    lang: 'en',
    title: 'This address cannot be read',
    words: 'This is not the continuation of this list. Start again from its first page.',
    without: ['Open the page without it', '/signatories'],
  },
] as const

for (const { address, lang, title, words, without } of REFUSED) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale: lang })

    test(`${address} is refused with the part that cannot be read`, async ({ page }) => {
      const response = await page.goto(address)
      expect(response?.status()).toBe(400)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page.getByRole('definition')).toContainText(words)
      const [label, href] = without
      await expect(page.getByRole('link', { name: label })).toHaveAttribute('href', href)
    })
  })
}

const ABSENT = [
  '/agreements/NOPE-2024',
  '/companies/nobody',
  '/signatories/nobody',
  '/targets/NOPE',
  '/nowhere',
] as const

test('a name that the book does not have, and a continuation of nothing, are named', async ({
  request,
}) => {
  for (const [address, words] of [
    ['/agreements?company=nobody', 'nobody'],
    ['/?party=nobody', 'nobody'],
    ['/agreements?cursor=zz', 'cursor'],
  ] as const) {
    const response = await request.get(address)
    expect([address, response.status()]).toEqual([address, 400])
    expect(await response.text()).toContain(words)
  }
})

test('what no record carries is not found', async ({ request }) => {
  for (const address of ABSENT) expect((await request.get(address)).status(), address).toBe(404)
})

test('a page that is not found says so in the reader’s language and leads on', async ({ page }) => {
  const response = await page.goto('/agreements/NOPE-2024?lang=fr')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas')
  await page.getByRole('link', { name: 'Aller au tableau de bord' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tiendrons-nous 2027 ?')
})

test('what others append to a link is dropped by a lasting redirect', async ({ request }) => {
  const address = '/agreements?utm_source=letter&sector=automotive&fbclid=x&utm_medium=mail'
  const response = await request.get(address, { maxRedirects: 0 })
  expect(response.status()).toBe(308)
  expect(response.headers().location).toBe('/agreements?sector=automotive')
  expect((await request.get(address)).status()).toBe(200)
})

test('the API refuses by name, in problem details', async ({ request }) => {
  const unknown = await request.get('/api/v1/agreements?sectr=automotive')
  expect(unknown.status()).toBe(400)
  expect(unknown.headers()['content-type']).toContain('application/problem+json')
  expect((await unknown.json()).errors).toEqual([
    {
      path: 'sectr',
      message: '“sectr” is not a parameter of this address. Did you mean “sector”?',
    },
  ])
  const impossible = await request.get('/api/v1/summary?asOf=2025-02-30')
  expect(impossible.status()).toBe(400)
  const absent = await request.get('/api/v1/agreements/NOPE-2024')
  expect(absent.status()).toBe(404)
  expect(absent.headers()['content-type']).toContain('application/problem+json')
})
