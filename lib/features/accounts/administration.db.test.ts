import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionOf } from '@/lib/auth/session'
import { headersWith, signedIn, testAccount } from '@/lib/auth/testing/accounts'
import { terminal, type Viewer } from '@/lib/auth/viewer'
import { viewerOf } from '@/lib/auth/viewer-of'
import { disconnect, pool } from '@/lib/data/client'
import { Forbidden, InvalidInput, NotFound } from '@/lib/errors'
import { acceptInvitation } from './accept-invitation'
import { changeRole } from './change-role'
import { createAccount } from './create-account'
import { disableAccount } from './disable-account'
import { enableAccount } from './enable-account'
import { getLink } from './get-link'
import { getSetUp } from './get-set-up'
import { inviteAccount } from './invite-account'
import { listAccountEvents } from './list-account-events'
import { offerReset } from './offer-reset'
import { offerSetUp } from './offer-set-up'
import { resetByLink } from './reset-by-link'
import { setUp } from './set-up'
import { signIn } from './sign-in'
import { withdrawInvitation } from './withdraw-invitation'

afterAll(disconnect)

const nowhere = () => new Headers()
const chosen = { name: 'Leïla', password: 'quatre mots au hasard', again: 'quatre mots au hasard' }
let admin: Viewer

async function fulfilled<T>(attempts: Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(attempts)
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

async function problemsOf(work: Promise<unknown>) {
  const error = await work.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(InvalidInput)
  return (error as InvalidInput).problems
}

// Runs first: the set-up is for an installation without accounts.
beforeAll(async () => {
  const tokens = [await offerSetUp(terminal()), await offerSetUp(terminal())]
  const attempts = Array.from({ length: 10 }, (_, index) =>
    setUp(tokens[index % 2] ?? '', { ...chosen, email: `first-${index}@example.org` }, nowhere()),
  )
  const cookies = await fulfilled(attempts)
  expect(cookies).toHaveLength(1)
  admin = await viewerOf(headersWith(cookies))
}, 120_000)

test('ten that set up at once make one administrator, and then there is no set-up', async () => {
  expect(admin.actor).toBe('admin')
  const { rows } = await pool().query(`select role from account where email like 'first-%'`)
  expect(rows).toEqual([{ role: 'admin' }])
  expect(await offerSetUp(terminal())).toBeNull()
  await expect(getSetUp('any')).rejects.toBeInstanceOf(NotFound)
})

test('ten that accept one invitation make one account', async () => {
  const { token } = await inviteAccount(admin, {
    email: 'Leila@Example.org',
    role: 'editor',
    region: 'MA-06',
  })
  expect(await getLink('invitation', token)).toMatchObject({ email: 'leila@example.org' })
  const accepted = await fulfilled(
    Array.from({ length: 10 }, () => acceptInvitation(token, chosen, nowhere())),
  )
  expect(accepted).toHaveLength(1)
  expect(await viewerOf(headersWith(accepted))).toMatchObject({ actor: 'editor', region: 'MA-06' })
  await expect(getLink('invitation', token)).rejects.toBeInstanceOf(NotFound)
})

test('an invitation ends after 72 hours, when withdrawn, and when a newer one replaces it', async () => {
  const invited = { email: 'late@example.org', role: 'viewer', region: '' }
  const old = await inviteAccount(admin, invited)
  const { token } = await inviteAccount(admin, invited)
  await expect(getLink('invitation', old.token)).rejects.toBeInstanceOf(NotFound)
  await pool().query(
    `update account_link set expires_at = expires_at - interval '72 hours 1 second' where email = 'late@example.org'`,
  )
  await expect(acceptInvitation(token, chosen, nowhere())).rejects.toBeInstanceOf(NotFound)
  const third = await inviteAccount(admin, invited)
  const { rows } = await pool().query(
    `select id from account_link where email = 'late@example.org' and used_at is null and expires_at > now()`,
  )
  await withdrawInvitation(admin, { id: rows[0].id })
  await expect(acceptInvitation(third.token, chosen, nowhere())).rejects.toBeInstanceOf(NotFound)
})

test.each([
  ['short', 'password_short'],
  ['password12345!', 'password_common'],
  ['qwertyuiop123', 'password_common'],
  ['abababababab', 'password_common'],
  ['x'.repeat(129), 'password_long'],
  ['weak@example.org', 'password_personal'],
])('the password %j is refused: %s', async (password, code) => {
  const account = { email: 'weak@example.org', name: 'Weak', role: 'viewer', region: '', password }
  expect(await problemsOf(createAccount(terminal(), account))).toEqual([{ path: 'password', code }])
})

test('one address has one account, however it is typed', async () => {
  const password = 'quatre mots au hasard'
  const account = { email: 'One@Example.org', name: 'One', role: 'viewer', region: '', password }
  await createAccount(terminal(), account)
  const again = { ...account, email: ' one@EXAMPLE.org' }
  expect(await problemsOf(createAccount(terminal(), again))).toEqual([
    { path: 'email', code: 'email_taken' },
  ])
  const invited = { email: 'ONE@example.org', role: 'viewer', region: '' }
  expect(await problemsOf(inviteAccount(admin, invited))).toEqual([
    { path: 'email', code: 'email_taken' },
  ])
})

test('a reviewer manages no accounts', async () => {
  const viewer = await viewerOf((await signedIn('reviewer')).headers)
  await expect(
    inviteAccount(viewer, { email: 'x@example.org', role: 'admin', region: '' }),
  ).rejects.toBeInstanceOf(Forbidden)
})

test('closing an account ends its sessions at once; opening it does not bring them back', async () => {
  const { id, headers } = await signedIn('editor')
  await disableAccount(admin, { id })
  expect(await sessionOf(headers)).toBeNull()
  await enableAccount(admin, { id })
  expect(await sessionOf(headers)).toBeNull()
})

test('a closed account learns so only with its password', async () => {
  const { id, email } = await testAccount('editor')
  await disableAccount(admin, { id })
  expect(await problemsOf(signIn({ email, password: 'wrong wrong wrong' }, nowhere()))).toEqual([
    { path: 'password', code: 'sign_in_refused' },
  ])
  expect(await problemsOf(signIn({ email, password: 'correct horse battery' }, nowhere()))).toEqual(
    [{ path: 'password', code: 'account_disabled' }],
  )
})

test('a reset link opens the account once, with a new password and no old session', async () => {
  const { id, headers } = await signedIn('viewer')
  const { token } = await offerReset(admin, { id })
  expect(await sessionOf(headers)).not.toBeNull()
  const cookie = await resetByLink(token, chosen, nowhere())
  expect(await sessionOf(headers)).toBeNull()
  expect((await sessionOf(headersWith([cookie])))?.account.id).toBe(id)
  await expect(resetByLink(token, chosen, nowhere())).rejects.toBeInstanceOf(NotFound)
})

test('of two administrators who demote each other at once, one remains; the last cannot go', async () => {
  const others = [await signedIn('admin'), await signedIn('admin')]
  const viewers = await Promise.all(others.map(({ headers }) => viewerOf(headers)))
  await disableAccount(terminal(), { id: admin.name })
  const [first, second] = others
  const outcome = await Promise.allSettled([
    changeRole(viewers[0] ?? admin, { id: second?.id, role: 'viewer', region: '' }),
    changeRole(viewers[1] ?? admin, { id: first?.id, role: 'viewer', region: '' }),
  ])
  expect(outcome.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const { rows } = await pool().query(
    `select id from account where role = 'admin' and not disabled`,
  )
  expect(rows).toHaveLength(1)
  const { id } = rows[0]
  expect(await problemsOf(disableAccount(terminal(), { id }))).toEqual([
    { path: '', code: 'last_admin' },
  ])
  expect(await problemsOf(changeRole(terminal(), { id, role: 'editor', region: '' }))).toEqual([
    { path: 'role', code: 'last_admin' },
  ])
})

test('what was done to accounts is written down and cannot be rewritten', async () => {
  const { id } = await testAccount('viewer')
  await changeRole(terminal(), { id, role: 'editor', region: 'MA-02' })
  const auditor = await viewerOf((await signedIn('auditor')).headers)
  const all = { subject: null, actor: null, cursor: null, limit: 1 }
  const { rows, next } = await listAccountEvents(auditor, all)
  const [event] = rows
  const older = await listAccountEvents(auditor, { ...all, cursor: next })
  expect(older.rows[0]?.id).toBeLessThan(event?.id ?? 0)
  const about = await listAccountEvents(auditor, { ...all, subject: id, limit: 9 })
  expect(about.rows.map(({ subject }) => subject)).toEqual([id])
  expect(event).toMatchObject({
    actor: 'terminal',
    verb: 'changed',
    subject: id,
    subjectName: 'Test viewer',
    detail: { role: 'editor', region: 'MA-02', roleBefore: 'viewer', regionBefore: null },
  })
  await expect(pool().query('update account_event set actor = $1', [id])).rejects.toThrow(/refused/)
  await expect(pool().query('delete from account_event')).rejects.toThrow(/refused/)
})
