import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import AxeBuilder from '@axe-core/playwright'
import { keysFile, lettersFile } from '@/lib/commands/testing/e2e-keys'
import { expect, test } from './signed-in'

const run = promisify(execFile)

interface Letter {
  recipients: string[]
  subject: string
  text: string
  headers: { key: string; value: string }[]
}

function lettersTo(port: number, address: string): Letter[] {
  const lines = readFileSync(lettersFile(port), 'utf8').split('\n').filter(Boolean)
  return lines
    .map((line) => JSON.parse(line) as Letter)
    .filter(({ recipients }) => recipients.includes(address))
}

/** Has the report's time come now; the server sends it by itself. */
async function comeRound(port: number, report: string): Promise<void> {
  const keys = JSON.parse(readFileSync(keysFile(port), 'utf8'))
  const script = 'lib/commands/testing/e2e-hurry.ts'
  const args = ['--import=tsx', '--conditions=react-server', script, report]
  await run(process.execPath, args, { env: { ...process.env, ...keys, PORT: String(port) } })
}

test('a kept report is sent regularly, and whoever gets it leaves without an account and without a script', async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  const { origin, port: asText } = new URL(baseURL ?? '')
  const port = Number(asText)
  await signInAs('editor', { name: 'Yasmine' })
  await page.goto('/agreements?sector=automotive&lang=en')
  await page.getByText('Keep this as a report').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Cars, every week')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page).toHaveURL(/\/r\/[0-9a-f]{16}$/)
  const report = page.url().split('/').at(-1) ?? ''

  await page.getByText('Set up sending').click()
  await page.getByRole('textbox', { name: 'To' }).fill('first@example.org\nsecond@')
  await page.getByRole('button', { name: 'Send regularly' }).click()
  await expect(page.getByText('“second@” is not an e-mail address')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'To' })).toHaveValue('first@example.org\nsecond@')
  await page.getByRole('textbox', { name: 'To' }).fill('first@example.org\nsecond@example.org')
  await page.getByLabel('When').selectOption('Every Friday')
  await page.getByLabel('At', { exact: true }).selectOption('09:00')
  await page.getByRole('button', { name: 'Send regularly' }).click()
  await expect(page.getByText('Done: its next time stands in the list above.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Every Friday, 09:00' })).toBeVisible()

  await comeRound(port, report)
  await expect.poll(() => lettersTo(port, 'second@example.org').length).toBe(1)
  await page.reload()
  await page.getByText('2 letters').click()
  await expect(page.getByRole('row', { name: /first@example\.org/ })).toContainText('Sent')

  const [letter] = lettersTo(port, 'first@example.org')
  const link = /http\S+\/unsubscribe\/\S+/.exec(letter?.text ?? '')?.[0] ?? ''
  const stranger = await browser.newContext({ javaScriptEnabled: false })
  const unsubscribing = await stranger.newPage()
  await unsubscribing.goto(link)
  await unsubscribing.reload() // looking is not leaving
  await expect(
    unsubscribing.getByText('“Cars, every week” is sent to first@example.org.'),
  ).toBeVisible()
  await unsubscribing.getByRole('button', { name: 'Receive it no more' }).click()
  await expect(unsubscribing.getByText(/receives the report no more/)).toBeVisible()

  // The other leaves by the button of a mail program: a bare POST, no session, no Origin.
  const [other] = lettersTo(port, 'second@example.org')
  const header = other?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
  const oneClick = header.slice(1, -1)
  const looked = await fetch(oneClick)
  expect([looked.status, new URL(looked.url).pathname]).toEqual([
    200,
    oneClick.replace(`${origin}/api`, ''),
  ])
  const form = { 'List-Unsubscribe': 'One-Click' }
  const left = await fetch(oneClick, { method: 'POST', body: new URLSearchParams(form) })
  expect(left.status).toBe(204)

  await page.reload()
  await expect(page.getByText('Everybody has left: nothing is sent.')).toBeVisible()
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await expect(page.getByText(/^Ended /)).toBeVisible()
})

test('a link that leads nowhere says so', async ({ page }) => {
  await page.goto('/unsubscribe/nobody?lang=en')
  await expect(page.getByText('This link leads to no report')).toBeVisible()
})
