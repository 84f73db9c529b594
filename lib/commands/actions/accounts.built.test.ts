import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, testAccount } from '@/lib/auth/testing/accounts'
import { terminal } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { changeRole } from '@/lib/features/accounts/change-role'
import { createToken } from '@/lib/features/accounts/create-token'
import { disableAccount } from '@/lib/features/accounts/disable-account'
import { inviteAccount } from '@/lib/features/accounts/invite-account'
import { offerReset } from '@/lib/features/accounts/offer-reset'
import { withdrawInvitation } from '@/lib/features/accounts/withdraw-invitation'
import { browserOf, cellsOf } from './records'
import { type Built, startBuilt } from './server'
import { AWAY, HOME } from './step'

let built: Built
beforeAll(async () => {
  built = await startBuilt({})
  await testAccount('admin') // the last one could not go
})
afterAll(async () => {
  await built.stop()
  await disconnect()
})

const get = (path: string, headers: Record<string, string>) =>
  fetch(`${built.origin}${path}`, { headers, redirect: 'manual' })
const statusOf = async (path: string, headers: Record<string, string>) =>
  (await get(path, headers)).status

async function propose(headers: Record<string, string>, region: typeof HOME | typeof AWAY) {
  const response = await fetch(`${built.origin}/api/v1/agreements`, {
    method: 'POST',
    headers: { ...headers, origin: built.origin, 'content-type': 'application/json' },
    body: JSON.stringify(cellsOf(region)),
  })
  return response.status
}

async function tokenOf(email: string, role: string): Promise<Record<string, string>> {
  const form = { name: 'Export', role, region: '', days: '1' }
  return { authorization: `Bearer ${await createToken(terminal(), form, email)}` }
}

describe('what an account may is what it may now, at its next request', () => {
  test('a demoted administrator is none: in pages, in the API, by token', async () => {
    const { id, email, cookie } = await browserOf('admin')
    const token = await tokenOf(email, 'admin')
    const seen = async () => [
      await statusOf('/admin/users', { cookie }),
      await statusOf('/api/v1/changes', { cookie }),
      await statusOf('/api/v1/changes', token),
    ]
    expect(await seen()).toEqual([200, 200, 200])
    await changeRole(terminal(), { id, role: 'editor', region: '' })
    expect(await seen()).toEqual([404, 403, 401])
    expect(await statusOf('/account', { cookie })).toBe(200)
  })

  test('an editor who was given a region writes there and nowhere else', async () => {
    const { id, cookie } = await browserOf('editor')
    expect(await propose({ cookie }, AWAY)).toBe(201)
    await changeRole(terminal(), { id, role: 'editor', region: HOME })
    expect([await propose({ cookie }, AWAY), await propose({ cookie }, HOME)]).toEqual([403, 201])
  })

  test('a closed account is signed out everywhere, its token is worth nothing', async () => {
    const { id, email, cookie } = await browserOf('editor')
    const token = await tokenOf(email, 'editor')
    expect(await propose({ cookie }, HOME)).toBe(201)
    expect(await propose(token, HOME)).toBe(201)
    await disableAccount(terminal(), { id })
    const page = await get('/account', { cookie })
    expect([page.status, page.headers.get('location')]).toEqual([307, '/sign-in?next=%2Faccount'])
    expect([await propose({ cookie }, HOME), await propose(token, HOME)]).toEqual([401, 401])
    expect(await statusOf('/api/v1/agreements', token)).toBe(401)
  })

  test('half an hour without use, and twelve hours with it, end a session in pages and the API', async () => {
    for (const moved of [
      `seen_at = seen_at - interval '31 minutes'`,
      `created_at = created_at - interval '12 hours 1 second'`,
    ]) {
      const { id, cookie } = await browserOf('auditor')
      expect(await statusOf('/api/v1/changes', { cookie })).toBe(200)
      await pool().query(`update session set ${moved} where account_id = $1`, [id])
      expect(await statusOf('/api/v1/changes', { cookie })).toBe(401)
      expect(await statusOf('/account', { cookie })).toBe(307)
    }
  })
})

describe('nobody learns who has an account', () => {
  /** What a stranger is told, without what differs in every answer. */
  async function told(response: Response): Promise<string> {
    const text = (await response.text()).replaceAll(/nonce="[^"]*"|[0-9a-f-]{36}/g, '')
    return `${response.status} ${text}`
  }
  const signIn = (email: string) =>
    fetch(`${built.origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin: built.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: `not ${PASSWORD}` }),
    })
  const TRIES = 7 // fewer than the brake lets through

  test('signing in says the same and takes as long, with an account and without, closed or with a second step', async () => {
    const known = (await testAccount('editor')).email
    const closed = await testAccount('editor')
    await disableAccount(terminal(), { id: closed.id })
    const emails = [known, closed.email, 'nobody-of-that-name@example.org']
    const answers = new Set<string>()
    const times = emails.map((): number[] => [])
    for (let count = 0; count < TRIES; count++)
      for (const [index, email] of emails.entries()) {
        const began = performance.now()
        answers.add(await told(await signIn(email)))
        times[index]?.push(performance.now() - began)
      }
    expect(answers.size).toBe(1)
    // The fastest of each: a password that is not hashed answers in a fraction of the time.
    const fastest = times.map((one) => Math.min(...one))
    expect(Math.max(...fastest) / Math.min(...fastest)).toBeLessThan(2)
  })

  test('a link that was never made, was used up, withdrawn or is too old leads to one and the same page', async () => {
    const wish = { email: 'late@example.org', role: 'viewer', region: '' }
    const replaced = await inviteAccount(terminal(), wish)
    const withdrawn = await inviteAccount(terminal(), wish)
    const { rows } = await pool().query(
      'select id from account_link where used_at is null and expires_at > now()',
    )
    await withdrawInvitation(terminal(), { id: rows[0]?.id })
    const old = await inviteAccount(terminal(), wish)
    await pool().query(
      `update account_link set expires_at = now() - interval '1 second' where used_at is null and expires_at > now()`,
    )
    const { id } = await testAccount('viewer')
    const reset = await offerReset(terminal(), { id })
    await disableAccount(terminal(), { id })
    const paths = [
      ...[replaced, withdrawn, old].map(({ token }) => `/invitation/${token}`),
      `/invitation/${'A'.repeat(43)}`,
    ]
    const page = async (path: string) =>
      /<main.*<\/main>/s.exec(await told(await get(path, {})))?.[0]
    const pages = await Promise.all(paths.map(page))
    expect(pages[0]).toContain('This link no longer counts')
    expect(new Set(pages).size).toBe(1)
    const resets = [`/reset/${reset.token}`, `/reset/${'A'.repeat(43)}`]
    expect(new Set(await Promise.all(resets.map(page))).size).toBe(1)
  })

  test('an open invitation counts for 72 hours and not a second longer', async () => {
    const { token } = await inviteAccount(terminal(), {
      ...{ email: 'soon@example.org', role: 'viewer', region: '' },
    })
    const { rows } = await pool().query(
      `select extract(epoch from expires_at - created_at) / 3600 as hours from account_link where email = 'soon@example.org'`,
    )
    expect(Number(rows[0]?.hours)).toBeCloseTo(72, 2)
    const shown = async () => (await get(`/invitation/${token}`, {})).text()
    const moved = (by: string) =>
      pool().query(
        `update account_link set expires_at = expires_at - $1::interval where email = 'soon@example.org'`,
        [by],
      )
    await moved('71 hours 59 minutes')
    expect(await shown()).toContain('soon@example.org')
    await moved('1 minute 1 second')
    expect(await shown()).not.toContain('soon@example.org')
  })
})
