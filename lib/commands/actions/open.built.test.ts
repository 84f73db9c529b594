import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { secretHash } from '@/lib/auth/secret'
import { PASSWORD, testAccount } from '@/lib/auth/testing/accounts'
import { terminal } from '@/lib/auth/viewer'
import { insertLink } from '@/lib/data/account-links'
import { disconnect, pool } from '@/lib/data/client'
import { inviteAccount } from '@/lib/features/accounts/invite-account'
import { offerReset } from '@/lib/features/accounts/offer-reset'
import { saveReport } from '@/lib/features/exports/save-report'
import { createSchedule } from '@/lib/features/schedules/create-schedule'
import { startMailServer } from '@/lib/testing/mail-server'
import { callByForm, callByScript, type Fields, UNTOUCHED } from './call'
import { browserOf, published, theOthers } from './records'
import { type Built, startBuilt } from './server'
import { HOME } from './step'
import { whatIsWritten } from './written'

const mail = await startMailServer()
const MAIL = { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, SMTP_FROM: 'book@example.org' }
Object.assign(process.env, MAIL, { LOG_LEVEL: 'silent' })

let built: Built
beforeAll(async () => {
  built = await startBuilt(MAIL)
})
afterAll(async () => {
  await built.stop()
  await mail.stop()
  await disconnect()
})

interface Asked {
  action: string
  path: string
  fields?: Fields
  cookie?: string | null
  origin?: string
  state?: object | null
}

function callOf({ action, path, fields = {}, cookie = null, state = UNTOUCHED }: Asked) {
  const id = built.ids.get(action)
  if (id === undefined) throw new Error(`no action ${action}`)
  return { origin: built.origin, path, id, cookie, state, fields }
}
const ask = (asked: Asked) => callByForm(callOf(asked))

async function wrote(work: () => Promise<unknown>): Promise<boolean> {
  const before = await whatIsWritten()
  await work()
  return (await whatIsWritten()) !== before
}
const count = async (sql: string, parameters: unknown[] = []) =>
  Number((await pool().query(`select count(*) as n from ${sql}`, parameters)).rows[0]?.n)

const chosen = { name: 'Leïla', password: 'quatre mots au hasard', again: 'quatre mots au hasard' }
const SETUP = 'app/(desk)/setup/actions.ts createFirst'

async function openSetUp(): Promise<string> {
  const token = 'A'.repeat(43)
  const expiresAt = new Date(Date.now() + 60_000)
  await insertLink(pool(), {
    ...{ kind: 'setup', hash: secretHash(token), createdBy: 'terminal', expiresAt },
  })
  return token
}

test('the set-up makes the first account and no other, whoever holds a link', async () => {
  const fields = { ...chosen, email: 'first@example.org', token: await openSetUp() }
  const asked = { action: SETUP, path: '/setup', fields }
  expect(await wrote(() => ask({ ...asked, fields: { ...fields, token: 'invented' } }))).toBe(false)
  await testAccount('viewer')
  expect(await wrote(() => ask(asked))).toBe(false)
  expect(await count(`account where email = 'first@example.org'`)).toBe(0)
})

/** What a link leads to, with the link itself; it is for one use, by whoever holds it. */
const LINKS: [string, () => Promise<Asked>][] = [
  [
    'an invitation',
    async () => {
      const wish = { email: 'invited@example.org', role: 'editor', region: HOME }
      const { token } = await inviteAccount(terminal(), wish)
      const action = 'app/(desk)/invitation/[token]/actions.ts accept'
      return { action, path: `/invitation/${token}`, fields: { ...chosen, token } }
    },
  ],
  [
    'a reset',
    async () => {
      const { id } = await testAccount('admin')
      const { token } = await offerReset(terminal(), { id })
      const action = 'app/(desk)/reset/[token]/actions.ts choosePassword'
      return { action, path: `/reset/${token}`, fields: { ...chosen, token } }
    },
  ],
  [
    'a way out of a mailing',
    async () => {
      const asker = { label: '', id: 'public', role: null, region: null, cookie: null }
      const { admin } = await theOthers()
      await published({ ...asker, viewer: admin }, { own: false, region: HOME })
      const report = await saveReport({
        ...{ viewer: admin, title: 'Rail', file: 'agreements', query: '' },
      })
      const hour = String((new Date().getUTCHours() + 12) % 24)
      const form = { report, when: 'day', hour, profile: 'csv', language: 'en' }
      await createSchedule(admin, { ...form, recipients: 'leaves@example.org' }, Date.now)
      const { rows } = await pool().query('select token from report_recipient')
      const token = String(rows[0]?.token)
      const action = 'app/(desk)/unsubscribe/[token]/actions.ts leave'
      return { action, path: `/unsubscribe/${token}`, fields: { token } }
    },
  ],
]

test.each(LINKS)('%s counts once, and only by its own link', async (_, make) => {
  const asked = await make()
  const { cookie } = await browserOf('admin')
  const invented = { ...asked, fields: { ...asked.fields, token: 'A'.repeat(43) } }
  expect(await wrote(() => ask(invented))).toBe(false)
  expect(await wrote(() => ask({ ...invented, cookie }))).toBe(false)
  expect(await wrote(() => ask(asked))).toBe(true)
  expect(await wrote(() => ask(asked))).toBe(false)
})

describe('signing in and out', () => {
  const enter = (email: string, password: string) =>
    ask({
      ...{ action: 'app/(desk)/sign-in/actions.ts enter', path: '/sign-in' },
      fields: { email, password, next: '/account' },
    })

  test('a wrong password begins no session; the right one does', async () => {
    const { id, email } = await testAccount('editor')
    const sessions = () => count('session where account_id = $1', [id])
    expect((await enter(email, 'not the password')).headers.getSetCookie()).toEqual([])
    expect(await sessions()).toBe(0)
    const entered = await enter(email, PASSWORD)
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/account'])
    expect(await sessions()).toBe(1)
  })

  test('a code without a password before it leads back to the password', async () => {
    const response = await ask({
      ...{ action: 'app/(desk)/sign-in/actions.ts enterCode', path: '/sign-in/code' },
      fields: { code: '123456', next: '/' },
    })
    expect(response.headers.get('location')).toMatch(/^\/sign-in\?again=1/)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  test('signing out ends this session and no other', async () => {
    const [mine, other] = [await browserOf('viewer'), await browserOf('viewer')]
    const { cookie } = mine
    await ask({ action: 'app/sign-out-action.ts endThisSession', path: '/', cookie, state: null })
    expect(await count('session where account_id = $1', [mine.id])).toBe(0)
    expect(await count('session where account_id = $1', [other.id])).toBe(1)
  })
})

test('who may enter is told the names that are like one; others are not', async () => {
  const action = 'app/(desk)/agreements/find-organisations.ts findOrganisations'
  const names = async (cookie: string | null) => {
    const call = callOf({ action, path: '/agreements/new', cookie })
    return (await callByScript(call, ['Company 1', 'company'])).text()
  }
  for (const role of ['editor', 'reviewer', 'admin'] as const)
    expect(await names((await browserOf(role)).cookie)).toContain('"slug":"company-1"')
  for (const cookie of [
    null,
    (await browserOf('viewer')).cookie,
    (await browserOf('auditor')).cookie,
  ])
    expect(await names(cookie)).not.toContain('company-1')
})

test('the look of the page and the calculator write nothing', async () => {
  const look = { action: 'app/theme-action.ts setTheme', path: '/', state: null }
  expect(await wrote(() => ask({ ...look, fields: { theme: 'dark' } }))).toBe(false)
  const calculator = { action: 'app/(portfolio)/method/actions.ts keepEntries', path: '/method' }
  expect(await wrote(() => ask({ ...calculator, state: {}, fields: { jobs: '5' } }))).toBe(false)
})

test('a page of somebody else has no action done for it, not even by an administrator', async () => {
  const { cookie } = await browserOf('admin')
  const { id: victim } = await testAccount('viewer')
  const before = await whatIsWritten()
  const answers = new Set<string>()
  for (const [action, id] of built.ids)
    for (const origin of ['https://elsewhere.example', 'null'])
      for (const call of [callByForm, callByScript]) {
        const asked = { origin: built.origin, path: '/admin/users', id, cookie, state: UNTOUCHED }
        const fields = { id: victim, role: 'admin', region: '' }
        const response = await call({ ...asked, fields, from: origin })
        answers.add(`${response.status}`)
        if (response.status !== 403) expect(`${action} ${response.status}`).toBe('403')
      }
  expect([...answers]).toEqual(['403'])
  expect(await whatIsWritten()).toBe(before)
})
