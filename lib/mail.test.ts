import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { Refused } from './errors'
import { startMailServer } from './testing/mail-server'

const server = await startMailServer()
afterAll(server.stop)
afterEach(() => vi.unstubAllEnvs())

const letter = {
  to: 'amina@example.org',
  subject: 'Bonjour à vous',
  text: 'Trois mots: ç, é, أهلا',
}

/** The sender of a process with this mail server; the environment is read once a process. */
async function senderWith(url: string | undefined) {
  vi.resetModules()
  vi.stubEnv('SMTP_URL', url)
  vi.stubEnv('SMTP_FROM', url && 'Pledgebook <book@example.org>')
  vi.stubEnv('LOG_LEVEL', 'silent')
  return import('./mail')
}

async function refusal(work: Promise<unknown>): Promise<Pick<Refused, 'code' | 'values'>> {
  const { code, values } = (await work.catch((error: unknown) => error)) as Refused
  return { code, values }
}

test('a letter arrives as written, in any script, with its files and headers', async () => {
  const { canMail, sendMail } = await senderWith(`smtp://book:right@127.0.0.1:${server.port}`)
  expect(canMail()).toBe(true)
  await sendMail({
    ...letter,
    replyTo: 'leila@example.org',
    attachments: [{ filename: 'chiffres.csv', contentType: 'text/csv', content: 'a;b\r\n1;2\r\n' }],
    headers: { 'List-Unsubscribe': '<https://example.org/stop>' },
  })
  const [taken] = server.received.splice(0)
  expect(taken).toMatchObject({
    from: { name: 'Pledgebook', address: 'book@example.org' },
    to: [{ address: 'amina@example.org' }],
    replyTo: [{ address: 'leila@example.org' }],
    subject: 'Bonjour à vous',
    recipients: ['amina@example.org'],
  })
  expect(taken?.text?.trim()).toBe('Trois mots: ç, é, أهلا')
  expect(taken?.headers).toContainEqual(
    expect.objectContaining({ key: 'list-unsubscribe', value: '<https://example.org/stop>' }),
  )
  const [file] = taken?.attachments ?? []
  expect([file?.filename, file?.mimeType]).toEqual(['chiffres.csv', 'text/csv'])
  expect(Buffer.from(file?.content as ArrayBuffer).toString()).toBe('a;b\r\n1;2\r\n')
})

test('a line break in a subject adds no header', async () => {
  const { sendMail } = await senderWith(`smtp://127.0.0.1:${server.port}`)
  await sendMail({ ...letter, subject: 'one\r\nBcc: thief@example.org' })
  const [taken] = server.received.splice(0)
  expect(taken?.recipients).toEqual(['amina@example.org'])
  expect(taken?.bcc ?? []).toEqual([])
})

test('what the server says about a recipient is told', async () => {
  server.refused.add('nobody@example.org')
  const { sendMail } = await senderWith(`smtp://127.0.0.1:${server.port}`)
  const told = await refusal(sendMail({ ...letter, to: 'nobody@example.org' }))
  expect(told).toEqual({ code: 'mail_refused', values: { reason: '550 no such mailbox' } })
  expect(server.received).toEqual([])
})

test('a wrong password, a server that is away and none at all are told apart', async () => {
  const wrong = await senderWith(`smtp://book:wrong@127.0.0.1:${server.port}`)
  expect((await refusal(wrong.sendMail(letter))).code).toBe('mail_login')
  const away = await senderWith('smtp://127.0.0.1:9')
  expect((await refusal(away.sendMail(letter))).code).toBe('mail_unreachable')
  const none = await senderWith(undefined)
  expect(none.canMail()).toBe(false)
  expect((await refusal(none.sendMail(letter))).code).toBe('mail_off')
})

test('a server elsewhere that offers no encryption gets neither letter nor password, unless it is asked for', async () => {
  // 0.0.0.0 reaches this machine and is no name of it: an address elsewhere, as far as the sender knows.
  const url = `smtp://book:right@0.0.0.0:${server.port}`
  const careful = await senderWith(url)
  expect((await refusal(careful.sendMail(letter))).code).toBe('mail_refused')
  expect(server.received).toEqual([])
  const told = await senderWith(`${url}?requireTLS=false`)
  await told.sendMail(letter)
  expect(server.received.splice(0)).toHaveLength(1)
})
