import { afterAll, expect, test } from 'vitest'
import { signedIn, testAccount } from '@/lib/auth/testing/accounts'
import { viewerOf } from '@/lib/auth/viewer-of'
import { disconnect, pool } from '@/lib/data/client'
import { Forbidden, Refused } from '@/lib/errors'
import { startMailServer } from '@/lib/testing/mail-server'
import { inviteAccount } from './invite-account'
import { listAccountEvents } from './list-account-events'
import { sendLink } from './send-link'

const server = await startMailServer()
process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}`
process.env.SMTP_FROM = 'book@example.org'
process.env.LOG_LEVEL = 'silent'

afterAll(server.stop)
afterAll(disconnect)

const admin = async () => viewerOf((await signedIn('admin')).headers)
const link = (email: string) => ({
  ...({ kind: 'invitation', email, language: 'fr' } as const),
  address: 'https://book.example.org/invitation/abc',
})

test('an invitation is sent to the address in the words of whoever invites, and the log says so', async () => {
  const viewer = await admin()
  const { email } = await inviteAccount(viewer, {
    email: 'New@example.org',
    role: 'editor',
    region: '',
  })
  expect(await sendLink(viewer, link(email))).toBe(true)
  const [taken] = server.received.splice(0)
  expect(taken?.recipients).toEqual(['new@example.org'])
  expect(taken?.subject).toBe('Votre invitation à Pledgebook')
  expect(taken?.text).toContain('https://book.example.org/invitation/abc')
  const { rows } = await listAccountEvents(viewer, {
    subject: email,
    actor: null,
    cursor: null,
    limit: 9,
  })
  expect(rows.map(({ verb }) => verb)).toEqual(['link_sent', 'invited'])
})

test('somebody who has chosen a language is written to in it', async () => {
  const { id, email } = await testAccount('editor')
  await pool().query(`update account set language = 'ar' where id = $1`, [id])
  await sendLink(await admin(), { ...link(email), kind: 'reset' })
  const [taken] = server.received.splice(0)
  expect(taken?.subject).toBe('Pledgebook: اختر كلمة مرور جديدة')
})

test('a link that the server refuses is told and not logged as sent', async () => {
  server.refused.add('gone@example.org')
  const viewer = await admin()
  await expect(sendLink(viewer, link('gone@example.org'))).rejects.toBeInstanceOf(Refused)
  const { rows } = await listAccountEvents(viewer, {
    ...{ subject: 'gone@example.org', actor: null, cursor: null, limit: 9 },
  })
  expect(rows).toEqual([])
})

test('only who manages accounts sends links', async () => {
  const editor = await viewerOf((await signedIn('editor')).headers)
  await expect(sendLink(editor, link('a@example.org'))).rejects.toBeInstanceOf(Forbidden)
  expect(server.received).toEqual([])
})
