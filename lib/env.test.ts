import { expect, test } from 'vitest'
import { EnvError, readEnv, requireServing } from '@/lib/env'

test('an empty environment has the documented defaults', () => {
  expect(readEnv({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databasePoolMax: 10,
    dataDir: '.data',
    portfolio: 'morocco',
    access: 'public',
    logLevel: 'info',
    demo: false,
  })
})

test('a database of one’s own starts with the shipped portfolio only when asked', () => {
  const DATABASE_URL = 'postgresql://u:p@db.example/ledger'
  expect(readEnv({ DATABASE_URL }).portfolio).toBe('none')
  expect(readEnv({ DATABASE_URL, PLEDGEBOOK_PORTFOLIO: 'morocco' }).portfolio).toBe('morocco')
})

test.each([
  ['PORT', '70000'],
  ['PORT', '3000x'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['DATABASE_POOL_MAX', '0'],
  ['PLEDGEBOOK_ACCESS', 'Private'],
  ['PLEDGEBOOK_PORTFOLIO', 'france'],
  ['PLEDGEBOOK_URL', 'ftp://host'],
  ['PLEDGEBOOK_CORS_ORIGINS', '*'],
  ['PLEDGEBOOK_CORS_ORIGINS', 'https://a.example,https://b.example/page'],
  ['PLEDGEBOOK_SECRET', 'short'],
  ['LOG_LEVEL', 'loud'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['S3_URL', 'https://s3.example.org/bucket'],
  ['S3_URL', 'https://key:secret@s3.example.org/'],
  ['S3_URL', 'https://key:secret@s3.example.org/bucket?zone=a'],
  ['SMTP_FROM', 'Pledgebook'],
  ['SMTP_FROM', 'Book <a@example.org>, b@example.org'],
])('%s=%s is refused by name, in one line, without the value', (name, value) => {
  const read = () => readEnv({ [name]: value })
  expect(read).toThrow(EnvError)
  expect(read).toThrow(new RegExp(`^${name} must be [^\n]+\\.$`))
  expect(read).not.toThrow(value)
})

test('a misspelt variable is refused: PLEDGEBOOK_ACESS=private would publish in silence', () => {
  expect(() => readEnv({ PLEDGEBOOK_ACESS: 'private' })).toThrow('PLEDGEBOOK_ACESS')
})

test('the administrator has an address and a password, or neither', () => {
  expect(() => readEnv({ PLEDGEBOOK_ADMIN_EMAIL: 'a@example.org' })).toThrow(EnvError)
})

test('a mail server has an address to send from, or there is neither', () => {
  const SMTP_URL = 'smtps://book:secret@mail.example.org'
  expect(() => readEnv({ SMTP_URL })).toThrow('SMTP_URL and SMTP_FROM go together.')
  expect(() => readEnv({ SMTP_FROM: 'book@example.org' })).toThrow(EnvError)
  const from = 'Livre des engagements <book@example.org>'
  expect(readEnv({ SMTP_URL, SMTP_FROM: from }).mail).toEqual({ url: SMTP_URL, from })
})

test('a server beyond localhost needs its public address, and an own database a secret', () => {
  expect(() => requireServing(readEnv({ HOST: '0.0.0.0' }))).toThrow('PLEDGEBOOK_URL')
  expect(() => requireServing(readEnv({ DATABASE_URL: 'postgres://u:p@h/d' }))).toThrow(
    'PLEDGEBOOK_SECRET',
  )
  requireServing(readEnv({ HOST: '0.0.0.0', PLEDGEBOOK_URL: 'https://book.example.org/' }))
})
