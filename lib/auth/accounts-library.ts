import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { appendEvent } from '@/lib/data/account-events'
import { accountById, foldEmail } from '@/lib/data/accounts'
import { pool, prisma } from '@/lib/data/client'
import { env } from '@/lib/env'
import { TooManyAttempts } from '@/lib/errors'
import { brakeAccount, brakeAddress, releaseBrake } from './brake'
import { CLIENT_HEADER, clientNetwork } from './client-address'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rules'

export const COOKIE_PREFIX = 'pledgebook'
export const BASE_PATH = '/api/auth'
/** A session ends after this, used or not; after IDLE_MS without use it ends earlier (session.ts). */
export const SESSION_SECONDS = 12 * 3600

const SIGN_IN = '/sign-in/email'
const SECOND_STEPS = ['/two-factor/verify-totp', '/two-factor/verify-backup-code']

/** The secret that signs cookies and encrypts second factors. */
export function installationKey(): string {
  const { secret } = env()
  if (secret === undefined) throw new Error('PLEDGEBOOK_SECRET is not set: start the server first')
  return secret
}

function ownOrigins(): string[] {
  const { url, port } = env()
  return url === undefined ? [`http://127.0.0.1:${port}`, `http://localhost:${port}`] : [url]
}

/** The library answers in its own errors. */
async function braked(attempt: Promise<void>): Promise<void> {
  try {
    await attempt
  } catch (error) {
    if (!(error instanceof TooManyAttempts)) throw error
    throw new APIError(
      'TOO_MANY_REQUESTS',
      { code: 'TOO_MANY_ATTEMPTS', message: error.message },
      { 'retry-after': String(error.retryAfterSeconds) },
    )
  }
}

function emailOf(body: unknown): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : ''
  return foldEmail(typeof email === 'string' ? email : '')
}

// Before a password or a code is looked at, for forms and HTTP alike.
const before = createAuthMiddleware(async (context) => {
  if (context.path !== SIGN_IN && !SECOND_STEPS.includes(context.path)) return
  await braked(brakeAddress(clientNetwork(context.headers ?? new Headers())))
  if (context.path === SIGN_IN) await braked(brakeAccount(emailOf(context.body)))
})

// A sign-in is whole when no second step is owed.
const after = createAuthMiddleware(async (context) => {
  const signedIn = context.context.newSession
  if (!signedIn) return
  const { id, email, twoFactorEnabled } = signedIn.user as typeof signedIn.user & {
    twoFactorEnabled?: boolean // a field of the plugin, which the hook's type does not know
  }
  if (context.path === SIGN_IN) await releaseBrake(email)
  const whole = context.path === SIGN_IN ? !twoFactorEnabled : isSecondStep(context.path)
  if (whole) await appendEvent(pool(), { actor: id, verb: 'signed_in', subject: id })
})

function isSecondStep(path: string): boolean {
  return SECOND_STEPS.includes(path)
}

function create() {
  const { url, port } = env()
  return betterAuth({
    appName: 'Pledgebook',
    baseURL: url ?? `http://127.0.0.1:${port}`,
    basePath: BASE_PATH,
    secret: installationKey(),
    trustedOrigins: ownOrigins(),
    database: prismaAdapter(prisma(), { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true, // people are invited
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    user: {
      modelName: 'user',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        region: { type: 'string', required: false, input: false },
        language: { type: 'string', required: false, input: false },
        disabled: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    account: { modelName: 'credential' },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true, // the twelve hours are absolute
      cookieCache: { enabled: false },
      additionalFields: {
        seenAt: { type: 'date', required: true, input: false, defaultValue: () => new Date() },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Pledgebook',
        schema: { twoFactor: { modelName: 'secondFactor' } },
      }),
    ],
    rateLimit: { enabled: false }, // brake.ts counts for forms and HTTP alike
    hooks: { before, after },
    databaseHooks: {
      session: {
        create: {
          // Reached with the right password only, so the answer tells nothing to a stranger.
          before: async ({ userId }) => {
            const account = await accountById(userId)
            if (account?.disabled !== false)
              throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED' })
          },
        },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: url?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })
}

type Library = ReturnType<typeof create>

// On globalThis, because the development server evaluates this module again after every edit.
const kept = globalThis as typeof globalThis & { accountsLibrary?: Library }

/** better-auth over our tables: passwords, sessions and second factors. Only this folder speaks to it. */
export function library(): Library {
  kept.accountsLibrary ??= create()
  return kept.accountsLibrary
}
