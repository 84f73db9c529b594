import { readFile } from 'node:fs/promises'
import { test as base, type Download, expect, type Locator, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

/** The day of every figure below, in the address: a journey must read the same next year. */
export const DAY = '2026-11-23'

/**
 * A journey fails on its own words and also when the browser complains: an error on the console (the security policy
 * speaks there), an exception of a script, or a part of the page that does not arrive.
 */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      listen(page, complaints)
      await use(complaints)
      expect(complaints, 'the browser complained').toEqual([])
    },
    { auto: true },
  ],
})

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // Chromium repeats every refused request here; those of the page's own parts are told below, with their address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  page.on('response', (response) => {
    // A journey may ask for an address that is refused or empty; none asks for a failure.
    if (response.status() >= (response.request().isNavigationRequest() ? 500 : 400))
      complaints.push(`${response.status()} ${response.url()}`)
  })
}

/** One address of each page that a reader can open, with records on it. */
export const PAGES = [
  `/?asOf=${DAY}`,
  `/?asOf=${DAY}&measure=investment`,
  `/agreements?asOf=${DAY}`,
  `/agreements/INETUM-2024?asOf=${DAY}`,
  `/agreements/ALTEN-2022?asOf=${DAY}`,
  `/companies?asOf=${DAY}`,
  `/companies/alten?asOf=${DAY}`,
  `/signatories?asOf=${DAY}`,
  `/signatories/ghita-mezzour?asOf=${DAY}`,
  `/targets?asOf=${DAY}`,
  `/calendar?asOf=${DAY}`,
  `/exports?asOf=${DAY}`,
  `/exports/reports/portfolio?asOf=${DAY}`,
  `/exports/reports/due?asOf=${DAY}`,
  `/exports/reports/behind?asOf=${DAY}`,
  `/exports/reports/unreported?asOf=${DAY}`,
  '/method',
  '/data',
  '/data/api',
  '/data/api/getAgreementsByReference',
] as const

/** Presses Tab until a control has the focus: what a keyboard cannot reach fails here. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  const STOPS = 80
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) return
  }
  expect(false, `Tab does not reach ${control}`).toBe(true)
}

/** The text of a downloaded file, its byte order mark included. */
export async function textOf(download: Download): Promise<string> {
  return (await readFile(await download.path())).toString()
}

/** Reads RFC 4180: quoted fields may hold commas, quotes and line ends. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  const last = rows.at(-1)
  return last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

/** The rows of a CSV file, each by the names of its header. */
export function recordsOf(text: string): Record<string, string>[] {
  const [header = [], ...rows] = readCsv(text)
  return rows.map((row) =>
    Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])),
  )
}
