import AxeBuilder from '@axe-core/playwright'
import { expect, PAGES, test } from './journey'

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const VIEWS = [
  { lang: 'fr', colorScheme: 'light', width: 768, height: 1024 },
  { lang: 'en', colorScheme: 'dark', width: 1440, height: 900 },
  { lang: 'ar', colorScheme: 'light', width: 390, height: 844 },
] as const

for (const { lang, colorScheme, width, height } of VIEWS) {
  test.describe(`${lang}, ${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height } })
    test.slow() // axe measures the contrast of every word

    for (const address of PAGES) {
      test(`${address} fits the screen and breaks no rule of WCAG 2.2 AA`, async ({ page }) => {
        await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(overflow, 'pixels wider than the screen').toBeLessThanOrEqual(0)
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze()
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
        )
        expect(found).toEqual([])
      })
    }
  })
}

test('the first stop of the keyboard skips to the content', async ({ page }) => {
  await page.goto('/method')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})
