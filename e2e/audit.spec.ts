import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { keysFile } from '@/lib/commands/testing/e2e-keys'
import { startInstallation } from './installation'
import { expect, test } from './journey'

const run = promisify(execFile)
const TAMPER = 'lib/commands/testing/e2e-tamper.ts'

/** What somebody with the rights of the database's owner does behind the program's back, or takes back. */
async function tamper(port: number, how: string): Promise<void> {
  const keys = JSON.parse(readFileSync(keysFile(port), 'utf8'))
  const program = ['--import=tsx', '--conditions=react-server', TAMPER, how]
  await run(process.execPath, program, { env: { ...process.env, ...keys, PORT: String(port) } })
}

const FOUND: [string, string][] = [
  ['changed', 'Change 40 was changed, or 39 together with its hash.'],
  ['removed', 'Change 40 was removed.'],
  ['exchanged', 'Changes 40 and 41 stand in each other’s place.'],
  ['inserted', 'Change 40 was inserted.'],
]

test('a row of the log that was changed, removed, moved or inserted is found and named on the page', async ({
  page,
}, { project, parallelIndex }) => {
  test.setTimeout(180_000) // an installation of its own has to start
  const place = { baseURL: project.use.baseURL, parallelIndex }
  const { address, port, setUp, stop } = await startInstallation(place, 3_000, 'public')
  try {
    await page.goto(`${setUp}&lang=en`)
    await page.getByLabel('Name').fill('Karim')
    await page.getByLabel('E-mail address').fill('karim@example.org')
    await page.getByLabel('New password').fill('quatre mots au hasard')
    await page.getByLabel('The password once more').fill('quatre mots au hasard')
    await page.getByRole('button', { name: 'Create the administrator' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accounts')
    await page.goto(`${address}/admin/audit`)
    const verify = page.getByRole('button', { name: 'Verify the chain' })
    const found = page.getByRole('status')
    await verify.click()
    await expect(found).toContainText('The chain is whole')
    for (const [how, named] of FOUND) {
      await tamper(port, how)
      await verify.click()
      await expect(found).toContainText('The ledger is not what was written')
      await expect(found.getByRole('listitem').first()).toHaveText(named)
      await tamper(port, 'restore')
      await verify.click()
      await expect(found).toContainText('The chain is whole')
    }
  } finally {
    await stop()
  }
})
