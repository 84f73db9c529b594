import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { keysFile } from '@/lib/commands/testing/e2e-keys'
import { test as journey } from './journey'

export { expect } from '@playwright/test'

const run = promisify(execFile)

/** The password of every account that `signInAs` makes. */
export const PASSWORD = 'correct horse battery'

export interface Account {
  id: string
  email: string
  name: string
}

interface Wanted {
  region?: string
  name?: string
}

/**
 * Journeys that need somebody signed in:
 *
 *     import { expect, test } from './signed-in'
 *     test('…', async ({ page, signInAs }) => {
 *       const author = await signInAs('editor', { region: 'MA-06', name: 'Amina' })
 *       await page.goto('/agreements/new')
 *
 * `signInAs` makes a new account through functions (no form is filled) and puts its session cookie into the browser
 * context of `page`; called again, somebody else sits at the same browser. For two people side by side, sign in to a
 * second context: `signInAs('reviewer', {}, await browser.newContext())`. Roles: viewer, editor, reviewer, admin, auditor.
 * The accounts have PASSWORD, no second step (the server listens on this machine alone), and stay until the run ends.
 */
export const test = journey.extend<{
  signInAs: (role: string, wanted?: Wanted, other?: Context) => Promise<Account>
}>({
  signInAs: async ({ context, baseURL }, use) => {
    const { port, hostname } = new URL(baseURL ?? '')
    await use(async (role, wanted = {}, other = context) => {
      const { cookie, ...account } = await makeAccount(Number(port), role, wanted)
      const options = { domain: hostname, path: '/', httpOnly: true, sameSite: 'Lax' as const }
      await other.addCookies([{ ...cookie, ...options }])
      return account
    })
  },
})

type Context = Pick<import('@playwright/test').BrowserContext, 'addCookies'>

async function makeAccount(
  port: number,
  role: string,
  { region, name }: Wanted,
): Promise<Account & { cookie: { name: string; value: string } }> {
  const keys = JSON.parse(readFileSync(keysFile(port), 'utf8'))
  const { stdout } = await run(
    process.execPath,
    [
      '--import=tsx',
      '--conditions=react-server',
      'lib/commands/testing/e2e-account.ts',
      `--role=${role}`,
      ...(region ? [`--region=${region}`] : []),
      ...(name ? [`--name=${name}`] : []),
    ],
    { env: { ...process.env, ...keys, PORT: String(port) } },
  )
  return JSON.parse(stdout)
}
