import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MEANS } from '@/app/scheduled-mail'
import { testAccount } from '@/lib/auth/testing/accounts'
import { accountViewer, terminal, type Viewer, visitor } from '@/lib/auth/viewer'
import { accountEvents } from '@/lib/data/account-events'
import { disconnect, pool } from '@/lib/data/client'
import { beginMail, takeDueMails } from '@/lib/data/report-mails'
import { Forbidden, InvalidInput, NotFound, Unauthenticated } from '@/lib/errors'
import { saveReport } from '@/lib/features/exports/save-report'
import { importFile } from '@/lib/features/imports/import-file'
import { createSchedule } from '@/lib/features/schedules/create-schedule'
import { endSchedule } from '@/lib/features/schedules/end-schedule'
import { getSubscription } from '@/lib/features/schedules/get-subscription'
import { listSchedules } from '@/lib/features/schedules/list-schedules'
import { makeTurns } from '@/lib/features/schedules/make-turns'
import { pauseSchedule } from '@/lib/features/schedules/pause-schedule'
import { resumeSchedule } from '@/lib/features/schedules/resume-schedule'
import { sendAgain } from '@/lib/features/schedules/send-again'
import { type Means, sendDue } from '@/lib/features/schedules/send-due'
import { unsubscribe } from '@/lib/features/schedules/unsubscribe'
import { startMailServer } from '@/lib/testing/mail-server'

const server = await startMailServer()
process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}`
process.env.SMTP_FROM = 'book@example.org'
process.env.PLEDGEBOOK_URL = 'https://book.example.org'
process.env.LOG_LEVEL = 'silent'

afterAll(server.stop)
afterAll(disconnect)

let amina: Viewer
let hassan: Viewer
let admin: Viewer
let report = ''

async function member(role: 'editor' | 'admin' | 'viewer', name: string): Promise<Viewer> {
  const email = `${name.toLowerCase()}@example.org`
  const { id } = await testAccount(role, { name, email })
  return accountViewer({ id, role, region: null })
}

beforeAll(async () => {
  const rows = [
    'reference,title,type,binding,company,signed_on,sector,region,jobs_measure,jobs_scope,jobs,deadline,amount_missing,source_url',
    'RAIL-1,A plant,mou,unknown,Acme,2024-01-15,rail,MA-04,net_new_jobs,direct,1000,by 2027,not_stated,https://example.org/a',
    'AUTO-1,A line,mou,unknown,Motor,2024-03-01,automotive,MA-01,net_new_jobs,direct,250,by 2026,not_stated,https://example.org/b',
  ]
  const file = Buffer.from(rows.join('\n'))
  await importFile({
    ...{ viewer: terminal(), kind: 'agreements', file, dryRun: false, clock: Date.now },
  })
  amina = await member('editor', 'Amina')
  hassan = await member('editor', 'Hassan')
  admin = await member('admin', 'Salma')
  // The day that was kept is another than the day of sending.
  const query = 'sector=rail&asOf=2025-06-30'
  report = await saveReport({ viewer: amina, title: 'Rail', file: 'agreements', query })
})
beforeEach(() => {
  server.received.length = 0
  server.busy.clear()
  server.refused.clear()
})

const at = (instant: string) => () => Date.parse(instant)
/** A schedule is made on this day, a Tuesday; clocks in Casablanca show 11:00. */
const MADE = at('2026-11-24T10:00:00Z')
const form = (given: Record<string, string> = {}) => ({
  ...{ report, when: 'day', hour: '8', profile: 'csv', language: 'en' },
  recipients: 'reader@example.org',
  ...given,
})
const make = (given: Record<string, string> = {}, viewer = amina) =>
  createSchedule(viewer, form(given), MADE)

async function found(id: string) {
  const { schedules } = await listSchedules(admin, report)
  const schedule = schedules.find((one) => one.id === id)
  if (!schedule) throw new Error(`no schedule ${id}`)
  return schedule
}
const send = () => sendDue(MEANS)
/** What waits for its next attempt need not wait. */
const hurry = () =>
  pool().query(`update report_mail set next_at = now() - interval '1 s' where state = 'waiting'`)
const linkOf = (text: string | undefined) => /\/unsubscribe\/([\w-]+)\?lang=/.exec(text ?? '')?.[1]

test('a report goes to each address with the file of the day of sending, once, also from two instances', async () => {
  const id = await make({ recipients: 'One@example.org, two@example.org\none@example.org' })
  expect((await found(id)).nextAt.toISOString()).toBe('2026-11-25T07:00:00.000Z')
  await makeTurns(at('2026-11-25T06:59:59Z'))
  expect(await send()).toBe(0)
  const due = at('2026-11-25T07:00:00Z')
  expect((await Promise.all([makeTurns(due), makeTurns(due)])).sort()).toEqual([0, 1])
  await Promise.all([send(), send()])
  expect(server.received.map(({ recipients }) => recipients).sort()).toEqual([
    ['one@example.org'],
    ['two@example.org'],
  ])
  const [letter] = server.received
  expect(letter?.subject).toBe('Rail: 25 November 2026')
  expect(letter?.replyTo).toMatchObject([{ address: 'amina@example.org' }])
  const [file] = letter?.attachments ?? []
  expect([file?.filename, file?.mimeType]).toEqual([
    'pledgebook-agreements-2026-11-25.csv',
    'text/csv',
  ])
  const lines = Buffer.from(file?.content as ArrayBuffer)
    .toString()
    .split('\r\n')
  expect(lines).toHaveLength(3) // the head, RAIL-1, and what follows the last line end
  expect(lines[1]).toContain('RAIL-1,A plant')
  expect(lines[1]).toContain(',2026-11-25,2026-11-25T07:00:00.000Z,m1,')
  const schedule = await found(id)
  expect(schedule.nextAt.toISOString()).toBe('2026-11-26T07:00:00.000Z')
  expect(schedule.mails).toMatchObject([
    { state: 'sent', attempts: 1, asOf: '2026-11-25', failure: null },
    { state: 'sent', attempts: 1, asOf: '2026-11-25', failure: null },
  ])
  await endSchedule(amina, id)
})

test('turns that were missed are sent once, as of the day on which the server is back', async () => {
  const id = await make()
  await makeTurns(at('2026-11-28T12:00:00Z'))
  expect(await makeTurns(at('2026-11-28T12:00:01Z'))).toBe(0)
  await send()
  expect(server.received.map(({ subject }) => subject)).toEqual(['Rail: 28 November 2026'])
  const { nextAt, mails } = await found(id)
  expect(nextAt.toISOString()).toBe('2026-11-29T07:00:00.000Z')
  expect(mails.map(({ dueAt, asOf }) => [dueAt.toISOString(), asOf])).toEqual([
    ['2026-11-25T07:00:00.000Z', '2026-11-28'],
  ])
  await endSchedule(amina, id)
})

test('the 31st is the last day of a short month, and a Ramadan moves no clock of the reader', async () => {
  const id = await make({ when: 'month-31', hour: '9' })
  const turns: string[] = []
  for (let turn = 0; turn < 5; turn++) {
    const { nextAt } = await found(id)
    turns.push(nextAt.toISOString())
    await makeTurns(() => nextAt.getTime())
  }
  expect(turns).toEqual([
    '2026-11-30T08:00:00.000Z',
    '2026-12-31T08:00:00.000Z',
    '2027-01-31T08:00:00.000Z',
    '2027-02-28T09:00:00.000Z', // Ramadan: clocks at UTC
    '2027-03-31T08:00:00.000Z',
  ])
  await endSchedule(amina, id)
  expect(await send()).toBe(0) // what waited is called off
})

test('each letter has its own way out: for the mail program by one click, for a person by a button', async () => {
  const id = await make({ recipients: 'stays@example.org\nleaves@example.org', language: 'fr' })
  await makeTurns(at('2026-11-25T07:00:00Z'))
  await send()
  const letter = server.received.find(({ recipients }) => recipients[0] === 'leaves@example.org')
  const token = linkOf(letter?.text) ?? ''
  const header = (name: string) => letter?.headers.find(({ key }) => key === name)?.value
  expect(header('list-unsubscribe')).toBe(`<https://book.example.org/api/unsubscribe/${token}>`)
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(letter?.subject).toBe('Rail : 25 novembre 2026')
  const others = server.received.map(({ text }) => linkOf(text))
  expect(new Set(others).size).toBe(2)
  expect(await getSubscription(token)).toMatchObject({
    ...{ address: 'leaves@example.org', title: 'Rail', leftAt: null },
  })
  server.received.length = 0
  await makeTurns(at('2026-11-26T07:00:00Z'))
  await unsubscribe(token) // while a letter waits
  await unsubscribe(token) // and once more
  await send()
  expect(server.received.map(({ recipients }) => recipients)).toEqual([['stays@example.org']])
  expect((await found(id)).recipients).toEqual([
    { address: 'stays@example.org', left: false },
    { address: 'leaves@example.org', left: true },
  ])
  const [event, ...more] = await accountEvents(
    { subject: 'leaves@example.org', actor: null, before: null },
    5,
  )
  expect(event).toMatchObject({ actor: 'public', verb: 'schedule_left', detail: { report } })
  expect(more).toEqual([])
  await expect(getSubscription('nobody')).rejects.toBeInstanceOf(NotFound)
  // Whoever left is not put on the next list by habit.
  await expect(make({ recipients: 'leaves@example.org' })).rejects.toEqual(
    new InvalidInput([
      { path: 'recipients', code: 'has_left', values: { address: 'leaves@example.org' } },
    ]),
  )
  await endSchedule(amina, id)
})

test('a server that is busy is asked again later, with the same file, until it takes the letter', async () => {
  const id = await make()
  server.busy.add('reader@example.org')
  await makeTurns(at('2026-11-25T07:00:00Z'))
  await send()
  expect((await found(id)).mails).toMatchObject([
    { state: 'waiting', attempts: 1, failure: 'mail_refused', reason: '451 try again later' },
  ])
  expect(await send()).toBe(0) // not yet
  server.busy.clear()
  await hurry()
  await send()
  expect(server.received.map(({ subject }) => subject)).toEqual(['Rail: 25 November 2026'])
  expect((await found(id)).mails).toMatchObject([{ state: 'sent', attempts: 2, failure: null }])
  await endSchedule(amina, id)
})

test('after eight attempts a letter is given up; what is refused for good is not tried again; a person may send both again', async () => {
  const id = await make({ recipients: 'busy@example.org\ngone@example.org' })
  server.busy.add('busy@example.org')
  server.refused.add('gone@example.org')
  await makeTurns(at('2026-11-25T07:00:00Z'))
  for (let attempt = 1; attempt <= 9; attempt++) {
    await send()
    await hurry()
  }
  const { mails } = await found(id)
  expect(mails.map(({ address, state, attempts }) => [address, state, attempts])).toEqual([
    ['gone@example.org', 'given_up', 1],
    ['busy@example.org', 'given_up', 8],
  ])
  server.refused.clear()
  await sendAgain(amina, { schedule: id, mail: String(mails[0]?.id) })
  await send()
  expect(server.received.map(({ recipients }) => recipients)).toEqual([['gone@example.org']])
  await endSchedule(amina, id)
})

test('a letter that was being handed over when an instance died is not sent twice; one that was not is sent', async () => {
  const id = await make({ recipients: 'maybe@example.org\nnot-yet@example.org' })
  await makeTurns(at('2026-11-25T07:00:00Z'))
  const how = { limit: 10, leaseSeconds: 0, senders: ['editor' as const] }
  const taken = await takeDueMails(pool(), how)
  const [first] = taken
  if (!first) throw new Error('nothing was taken')
  expect(await beginMail(pool(), first, 0)).toBe(true)
  expect(await beginMail(pool(), first, 0)).toBe(false) // nobody else may
  await send() // another instance, after the lease
  expect(server.received.map(({ recipients }) => recipients)).toEqual([['not-yet@example.org']])
  const maybe = (await found(id)).mails.find(({ address }) => address === 'maybe@example.org')
  expect(maybe).toMatchObject({ state: 'unknown', failure: 'mail_unknown' })
  await sendAgain(amina, { schedule: id, mail: String(maybe?.id) })
  await send()
  expect(server.received).toHaveLength(2)
  await endSchedule(amina, id)
})

test('a file that is too large is not attached: the letter carries the link of that very file', async () => {
  const id = await make({ profile: 'excel-fr' })
  await makeTurns(at('2026-11-25T07:00:00Z'))
  const tooLarge: Means = {
    ...MEANS,
    write: async (wanted) => ({ ...(await MEANS.write(wanted)), content: null }),
  }
  await sendDue(tooLarge)
  const [letter] = server.received
  expect(letter?.attachments).toEqual([])
  expect(letter?.text).toContain(
    'https://book.example.org/api/v1/agreements.csv?sector=rail&asOf=2026-11-25&knownAt=2026-11-25T07%3A00%3A00.000Z&excel=fr',
  )
  await endSchedule(amina, id)
})

test('a workbook has heads in the language of its readers', async () => {
  const id = await make({ profile: 'xlsx', language: 'ar' })
  await makeTurns(at('2026-11-25T07:00:00Z'))
  await send()
  const [file] = server.received[0]?.attachments ?? []
  expect(file?.filename).toBe('pledgebook-agreements-2026-11-25-ar.xlsx')
  expect(
    Buffer.from(file?.content as ArrayBuffer)
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  await endSchedule(amina, id)
})

test('a pause sends nothing and makes up for nothing; an end is an end', async () => {
  const id = await make()
  await pauseSchedule(amina, id)
  expect(await makeTurns(at('2026-11-27T12:00:00Z'))).toBe(0)
  await resumeSchedule(amina, id, at('2026-11-28T12:00:00Z'))
  expect((await found(id)).nextAt.toISOString()).toBe('2026-11-29T07:00:00.000Z')
  await endSchedule(admin, id)
  await resumeSchedule(amina, id, MADE)
  expect((await found(id)).endedAt).toBeInstanceOf(Date)
  expect(await makeTurns(at('2027-01-01T12:00:00Z'))).toBe(0)
  const events = await accountEvents({ subject: amina.name, actor: null, before: null }, 4)
  expect(events.map(({ verb, actorName }) => [verb, actorName])).toEqual([
    ['schedule_ended', 'Salma'],
    ['schedule_resumed', 'Amina'],
    ['schedule_paused', 'Amina'],
    ['schedule_made', 'Amina'],
  ])
  await expect(pool().query(`update report_schedule set hour = 9`)).rejects.toMatchObject({
    code: 'PB001',
  })
})

test('what an account has sent stops with the account, and is not made up for one by one', async () => {
  const karim = await member('editor', 'Karim')
  const id = await make({}, karim)
  await pool().query('update account set disabled = true where id = $1', [karim.name])
  expect(await makeTurns(at('2026-11-25T07:00:00Z'))).toBe(0)
  expect((await found(id)).authorised).toBe(false)
  await pool().query(`update account set disabled = false, role = 'viewer' where id = $1`, [
    karim.name,
  ])
  expect(await makeTurns(at('2026-11-26T07:00:00Z'))).toBe(0)
  await endSchedule(admin, id)
})

test('staff see and change their own, administrators everybody’s, others none', async () => {
  const id = await make()
  const mine = async (viewer: Viewer) =>
    (await listSchedules(viewer, report)).schedules.map((one) => one.id)
  expect(await mine(amina)).toContain(id)
  expect(await mine(hassan)).toEqual([])
  expect(await mine(admin)).toContain(id)
  await expect(pauseSchedule(hassan, id)).rejects.toBeInstanceOf(Forbidden)
  await expect(endSchedule(hassan, id)).rejects.toBeInstanceOf(Forbidden)
  const reader = await member('viewer', 'Rim')
  await expect(make({}, reader)).rejects.toBeInstanceOf(Forbidden)
  await expect(listSchedules(visitor('public'), report)).rejects.toBeInstanceOf(Unauthenticated)
  await expect(pauseSchedule(admin, 'nobody')).rejects.toBeInstanceOf(NotFound)
  await endSchedule(amina, id)
})

test.each([
  ['no address', { recipients: ' ' }, 'recipients', 'required'],
  ['what is no address', { recipients: 'a@example.org; b@' }, 'recipients', 'email_among'],
  [
    'a header in an address',
    { recipients: 'a@example.org\r\nBcc:b@example.org' },
    'recipients',
    'email_among',
  ],
  ['a day that no month has', { when: 'month-32' }, 'when', 'invalid'],
  ['an hour that no clock shows', { hour: '24' }, 'hour', 'invalid'],
  ['a form that is none', { profile: 'pdf' }, 'profile', 'not_one_of'],
])('%s is refused at its field', async (_, given, path, code) => {
  const error = await make(given).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(InvalidInput)
  expect((error as InvalidInput).problems).toMatchObject([{ path, code }])
})

test('a report in the shape of an import is sent as CSV alone', async () => {
  const kept = await saveReport({
    ...{ viewer: amina, title: 'Rows', file: 'agreements', query: 'shape=import' },
  })
  await expect(make({ report: kept, profile: 'xlsx' })).rejects.toEqual(
    new InvalidInput([{ path: 'profile', code: 'profile_import' }]),
  )
})
