import { z } from 'zod'

const text = z.string()
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535)
const count = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .refine((value) => value >= 1)
const postgresUrl = text.refine((value) => isUrl(value, ['postgres:', 'postgresql:']))
const origin = text
  .refine((value) => isUrl(value, ['http:', 'https:']))
  .transform((value) => new URL(value).origin)
// One address: a second one, or a line break, would be somebody else's header.
const sender = text.refine((value) => {
  const [, named] = /^[^<>@,\r\n]+ <([^<>]+)>$/.exec(value) ?? []
  return z.email().safeParse(named ?? value).success
})

// Exact origins only: a path or a wildcard would promise what the comparison does not do.
const origins = text
  .transform((value) => value.split(',').map((one) => one.trim()))
  .refine((all) =>
    all.every((one) => isUrl(one, ['http:', 'https:']) && new URL(one).origin === one),
  )

/** Each variable with its check and, for people, what it takes. */
const variables = {
  PORT: { check: port.default(3000), takes: 'a port from 1 to 65535' },
  HOST: { check: text.default('127.0.0.1'), takes: 'an address to listen on' },
  DATABASE_URL: { check: postgresUrl.optional(), takes: 'postgresql://user:password@host/name' },
  DATABASE_REPLICA_URL: {
    check: postgresUrl.optional(),
    takes: 'postgresql://user:password@host/name',
  },
  DATABASE_POOL_MAX: { check: count.default(10), takes: 'a whole number from 1 to 9999' },
  PLEDGEBOOK_DATA_DIR: { check: text.default('.data'), takes: 'a directory' },
  PLEDGEBOOK_PORTFOLIO: { check: z.enum(['morocco', 'none']).optional(), takes: 'morocco or none' },
  PLEDGEBOOK_ACCESS: {
    check: z.enum(['public', 'private']).default('public'),
    takes: 'public or private',
  },
  PLEDGEBOOK_URL: { check: origin.optional(), takes: 'an address such as https://example.org' },
  PLEDGEBOOK_CORS_ORIGINS: {
    check: origins.default([]),
    takes: 'origins such as https://example.org, separated by commas',
  },
  PLEDGEBOOK_SECRET: { check: text.min(32).optional(), takes: 'at least 32 characters' },
  PLEDGEBOOK_ADMIN_EMAIL: { check: z.email().optional(), takes: 'an e-mail address' },
  PLEDGEBOOK_ADMIN_PASSWORD: { check: text.min(12).optional(), takes: 'at least 12 characters' },
  S3_URL: {
    check: text.refine(isBucket).optional(),
    takes: 'https://KEY:SECRET@host/bucket?region=REGION, key and secret percent-encoded',
  },
  SMTP_URL: {
    check: text.refine((value) => isUrl(value, ['smtp:', 'smtps:'])).optional(),
    takes: 'smtp://user:password@host:587 or smtps://user:password@host:465',
  },
  SMTP_FROM: {
    check: sender.optional(),
    takes: 'an e-mail address, alone or as Name <address@example.org>',
  },
  PLEDGEBOOK_TEST_DATABASE_URL: {
    check: postgresUrl.optional(),
    takes: 'postgresql://user:password@127.0.0.1/postgres',
  },
  PLEDGEBOOK_WEBHOOK_LOOPBACK: { check: z.literal('1').optional(), takes: '1 or nothing' },
  PLEDGEBOOK_DEMO: { check: z.literal('1').optional(), takes: '1 or nothing' },
  LOG_LEVEL: {
    check: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    takes: 'fatal, error, warn, info, debug, trace or silent',
  },
} as const

type Variables = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['check']> }

/** The validated environment (contract, section 2); optional members are undefined when unset or empty. */
export interface Env {
  port: number
  host: string
  databaseUrl: string | undefined
  databaseReplicaUrl: string | undefined
  databasePoolMax: number
  dataDir: string
  /** What an empty database starts with: with a database of one's own only when asked for. */
  portfolio: 'morocco' | 'none'
  access: 'public' | 'private'
  /** The public origin, without a path. */
  url: string | undefined
  secret: string | undefined
  /** Origins whose pages may read the API. */
  corsOrigins: string[]
  admin: { email: string; password: string } | undefined
  /** The mail server and whom its letters come from; undefined where letters are copied by hand. */
  mail: { url: string; from: string } | undefined
  /** The bucket for attached files; undefined = the data directory. */
  s3Url: string | undefined
  testDatabaseUrl: string | undefined
  /** For tests: webhooks may lead to this machine, also without TLS. */
  webhookLoopback: boolean
  demo: boolean
  logLevel: Variables['LOG_LEVEL']
}

/** A bad environment variable; the message is one line for a person. */
export class EnvError extends Error {}

type Source = Record<string, string | undefined>

/** Reads and checks the environment. Throws EnvError naming the first bad variable; its value is not repeated, it may be a secret. */
export function readEnv(source: Source = process.env): Env {
  refuseUnknown(source)
  const read = <Name extends keyof Variables>(name: Name): Variables[Name] => {
    const result = variables[name].check.safeParse(source[name] || undefined)
    if (!result.success) throw new EnvError(`${name} must be ${variables[name].takes}.`)
    return result.data as Variables[Name] // the check of this name made it
  }
  const email = read('PLEDGEBOOK_ADMIN_EMAIL')
  const password = read('PLEDGEBOOK_ADMIN_PASSWORD')
  if ((email === undefined) !== (password === undefined))
    throw new EnvError('PLEDGEBOOK_ADMIN_EMAIL and PLEDGEBOOK_ADMIN_PASSWORD go together.')
  const smtpUrl = read('SMTP_URL')
  const smtpFrom = read('SMTP_FROM')
  if ((smtpUrl === undefined) !== (smtpFrom === undefined))
    throw new EnvError('SMTP_URL and SMTP_FROM go together.')
  const databaseUrl = read('DATABASE_URL')
  return {
    port: read('PORT'),
    host: read('HOST'),
    databaseUrl,
    databaseReplicaUrl: read('DATABASE_REPLICA_URL'),
    databasePoolMax: read('DATABASE_POOL_MAX'),
    dataDir: read('PLEDGEBOOK_DATA_DIR'),
    portfolio: read('PLEDGEBOOK_PORTFOLIO') ?? (databaseUrl === undefined ? 'morocco' : 'none'),
    access: read('PLEDGEBOOK_ACCESS'),
    url: read('PLEDGEBOOK_URL'),
    secret: read('PLEDGEBOOK_SECRET'),
    corsOrigins: read('PLEDGEBOOK_CORS_ORIGINS'),
    admin: email !== undefined && password !== undefined ? { email, password } : undefined,
    mail:
      smtpUrl !== undefined && smtpFrom !== undefined
        ? { url: smtpUrl, from: smtpFrom }
        : undefined,
    s3Url: read('S3_URL'),
    testDatabaseUrl: read('PLEDGEBOOK_TEST_DATABASE_URL'),
    webhookLoopback: read('PLEDGEBOOK_WEBHOOK_LOOPBACK') === '1',
    demo: read('PLEDGEBOOK_DEMO') === '1',
    logLevel: read('LOG_LEVEL'),
  }
}

/** What a production server needs beyond well-formed values. Throws EnvError. */
export function requireServing(env: Env): void {
  if (env.webhookLoopback && (env.url !== undefined || !isLoopback(env.host)))
    throw new EnvError('PLEDGEBOOK_WEBHOOK_LOOPBACK is for tests on this machine alone.')
  if (env.databaseUrl !== undefined && env.secret === undefined)
    throw new EnvError('PLEDGEBOOK_SECRET is required with DATABASE_URL (openssl rand -hex 32).')
  if (env.url === undefined && !isLoopback(env.host))
    throw new EnvError(
      'PLEDGEBOOK_URL, the public address, is required when HOST is not localhost.',
    )
}

/** The address under which this book is reached, without a slash at its end: what links in files and letters begin with. */
export function publicBase(): string {
  const { url, host, port } = env()
  return url ?? `http://${host}:${port}`
}

/** True for the names and addresses of this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}

let cached: Env | undefined

/** The environment of this process, checked once. Throws EnvError. */
export function env(): Env {
  cached ??= readEnv()
  return cached
}

/** A misspelt PLEDGEBOOK_ACCESS would publish private records in silence. */
function refuseUnknown(source: Source): void {
  const unknown = Object.keys(source).find(
    (name) => name.startsWith('PLEDGEBOOK_') && !(name in variables),
  )
  if (unknown !== undefined) throw new EnvError(`${unknown} is not a variable of Pledgebook.`)
}

function isUrl(value: string, protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol)
}

function isBucket(value: string): boolean {
  if (!isUrl(value, ['http:', 'https:'])) return false
  const { username, password, pathname, searchParams } = new URL(value)
  const known = [...searchParams.keys()].every((name) => name === 'region')
  return known && username !== '' && password !== '' && pathname.replaceAll('/', '') !== ''
}
