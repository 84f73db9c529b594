import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { letterTo } from '@/components/calendar/letter'
import { apiText } from '@/lib/api-text'
import { signedIn } from '@/lib/auth/testing/accounts'
import { terminal, type Viewer } from '@/lib/auth/viewer'
import { viewerOf } from '@/lib/auth/viewer-of'
import { disconnect, pool } from '@/lib/data/client'
import { Forbidden, InvalidInput, Refused } from '@/lib/errors'
import { letterMark } from '@/lib/features/calendar/letter-mark'
import { listChase } from '@/lib/features/calendar/list-chase'
import { type Compose, sendLetter } from '@/lib/features/calendar/send-letter'
import { importFile } from '@/lib/features/imports/import-file'
import { parseFilters } from '@/lib/schemas/filters'
import { startMailServer } from '@/lib/testing/mail-server'

const server = await startMailServer()
process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}`
process.env.SMTP_FROM = 'book@example.org'
process.env.LOG_LEVEL = 'silent'

afterAll(server.stop)
afterAll(disconnect)

const compose: Compose = (language, company, asOf) =>
  letterTo(language, apiText(language), company, asOf)

let amina: Viewer
let hassan: Viewer

const COMPANIES = ['Acme', 'Borj', 'Cedre', 'Dune', 'Erg']
const ROWS = COMPANIES.map(
  (name, index) =>
    `C-${index},A plant of ${name},mou,unknown,${name},2024-01-15,rail,MA-06,net_new_jobs,direct,1000,by 2090,not_applicable,signed,https://example.org/a`,
)

beforeAll(async () => {
  const columns =
    'reference,title,type,binding,company,signed_on,sector,region,jobs_measure,jobs_scope,jobs,deadline,amount_missing,lifecycle,source_url'
  const file = Buffer.from([columns, ...ROWS, ''].join('\n'))
  const done = await importFile({
    ...{ viewer: terminal(), kind: 'agreements', file, dryRun: false, clock: Date.now },
  })
  expect(done.refused).toEqual([])
  const first = await signedIn('editor', { name: 'Amina', email: 'amina@example.org' })
  amina = await viewerOf(first.headers)
  hassan = await viewerOf((await signedIn('editor', { name: 'Hassan' })).headers)
})
beforeEach(() => {
  server.received.length = 0
})

/** What the form of a company holds when somebody opens the page. */
async function formOf(viewer: Viewer, slug: string, to: string, asked = '') {
  const { asOf, rows } = await listChase(viewer, parseFilters(new URLSearchParams(asked), 'chase'))
  const row = rows.find((one) => one.slug === slug)
  if (row === undefined) throw new Error(`${slug} owes nothing`)
  const seen = letterMark(compose('fr', row, asOf))
  return { to, company: slug, number: String(row.nextNumber), language: 'fr', asked, seen }
}
async function lastOf(slug: string) {
  const { rows } = await listChase(amina, parseFilters(new URLSearchParams(), 'chase'))
  return rows.find((one) => one.slug === slug)?.letter
}
async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).code
}

test('a letter reaches the company, answers go to whoever sent it, and the page says who and when', async () => {
  expect(await lastOf('acme')).toBeNull()
  await sendLetter(amina, await formOf(amina, 'acme', 'Bureau@Acme.example'), compose)
  const [taken] = server.received
  expect(taken?.recipients).toEqual(['bureau@acme.example'])
  expect(taken?.replyTo).toMatchObject([{ address: 'amina@example.org' }])
  expect(taken?.text).toContain('A plant of Acme (C-0)')
  expect(taken?.text).toContain('1\u202f000')
  expect(await lastOf('acme')).toMatchObject({
    ...{ recipient: 'bureau@acme.example', authorName: 'Amina', failure: null },
    sentAt: expect.any(Date),
  })
})

test('ten presses of one button are one letter', async () => {
  const form = await formOf(amina, 'borj', 'borj@example.org')
  const presses = Array.from({ length: 10 }, () => sendLetter(amina, form, compose))
  const settled = await Promise.allSettled(presses)
  expect(settled.some(({ status }) => status === 'fulfilled')).toBe(true)
  for (const one of settled)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'letter_under_way' })
  expect(server.received).toHaveLength(1)
  // A retry after a lost answer says what was done, and does nothing.
  expect(await sendLetter(amina, form, compose)).toBe('borj@example.org')
  expect(server.received).toHaveLength(1)
})

test('who had the page open while a colleague wrote is told so', async () => {
  const form = await formOf(hassan, 'cedre', 'cedre@example.org')
  await sendLetter(amina, await formOf(amina, 'cedre', 'cedre@example.org'), compose)
  expect(await codeOf(sendLetter(hassan, form, compose))).toBe('letter_meanwhile')
  expect(server.received).toHaveLength(1)
  // Knowing of it, a second letter is another letter.
  await sendLetter(hassan, await formOf(hassan, 'cedre', 'cedre@example.org'), compose)
  expect(server.received).toHaveLength(2)
})

test('a refused letter is told with the server’s words, kept, and may be sent again as it stands', async () => {
  server.refused.add('gone@example.org')
  const form = await formOf(amina, 'dune', 'gone@example.org')
  expect(await codeOf(sendLetter(amina, form, compose))).toBe('mail_refused')
  expect(await lastOf('dune')).toMatchObject({ sentAt: null, failure: '550 no such mailbox' })
  await sendLetter(amina, { ...form, to: 'here@example.org' }, compose)
  expect(server.received.map(({ recipients }) => recipients)).toEqual([['here@example.org']])
  expect(await lastOf('dune')).toMatchObject({ recipient: 'here@example.org', failure: null })
})

test('nothing is sent when the figures are others than those on the screen', async () => {
  const form = await formOf(amina, 'erg', 'erg@example.org')
  const report =
    'reference,data_date,kind,value,evidence,source_url\nC-4,2024-12-31,created_cumulative,10,documented,https://example.org/r\n'
  await importFile({
    ...{ viewer: terminal(), kind: 'reports', file: Buffer.from(report), dryRun: false },
    clock: Date.now,
  })
  expect(await codeOf(sendLetter(amina, form, compose))).toBe('letter_changed')
  expect(server.received).toEqual([])
  expect(await lastOf('erg')).toBeNull()
})

test('an editor of another region, an auditor and the public send nothing; an address must be one', async () => {
  const form = await formOf(amina, 'erg', 'erg@example.org')
  const elsewhere = await viewerOf((await signedIn('editor', { region: 'MA-01' })).headers)
  const auditor = await viewerOf((await signedIn('auditor')).headers)
  for (const viewer of [elsewhere, auditor])
    await expect(sendLetter(viewer, form, compose)).rejects.toBeInstanceOf(Forbidden)
  await expect(sendLetter(amina, { ...form, to: 'a@b.c, d@e.f' }, compose)).rejects.toBeInstanceOf(
    InvalidInput,
  )
  expect(server.received).toEqual([])
})

test('what became of a letter is not rewritten', async () => {
  await expect(pool().query('update letter set sent_at = now()')).rejects.toMatchObject({
    code: 'PB001',
  })
  await expect(pool().query('delete from letter')).rejects.toMatchObject({ code: 'PB001' })
})
