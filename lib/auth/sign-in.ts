import { isAPIError } from 'better-auth/api'
import { InvalidInput, TooManyAttempts, Unauthenticated } from '@/lib/errors'
import { library } from './accounts-library'
import { withClientAddress } from './client-address'
import { type Cookie, cookiesOf } from './cookie'

/** A sign-in that succeeded so far: signed in, or a code is still owed. */
export interface Entered {
  cookies: Cookie[]
  owes: 'nothing' | 'code'
}

/** The library's refusals as ours; what it did not mean as a refusal is thrown on. */
function refusal(error: unknown, path: string, otherwise: string): Error {
  if (!isAPIError(error)) return error as Error
  const code = error.body?.code
  if (code === 'TOO_MANY_ATTEMPTS' || error.statusCode === 429) {
    const seconds = Number(new Headers(error.headers).get('retry-after') ?? '900')
    return new TooManyAttempts(seconds)
  }
  if (code === 'ACCOUNT_DISABLED') return new InvalidInput([{ path, code: 'account_disabled' }])
  if (code === 'INVALID_TWO_FACTOR_COOKIE' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE')
    return new Unauthenticated() // the ten minutes, or the five tries, are over: begin again
  if (error.statusCode >= 400 && error.statusCode < 500)
    return new InvalidInput([{ path, code: otherwise }])
  return error
}

/**
 * Checks an e-mail address and a password. Throws InvalidInput, in the same words and after the same work whether or not
 * there is such an account, and TooManyAttempts.
 */
export async function enterWithPassword(
  email: string,
  password: string,
  headers: Headers,
): Promise<Entered> {
  try {
    const { headers: answered, response } = await library().api.signInEmail({
      body: { email, password },
      headers: withClientAddress(headers),
      returnHeaders: true,
    })
    const owes = 'twoFactorRedirect' in response ? 'code' : 'nothing'
    return { cookies: cookiesOf(answered), owes }
  } catch (error) {
    throw refusal(error, 'password', 'sign_in_refused')
  }
}

const APP_CODE = /^\d{6}$/

/** Checks the code of an authenticator app, or a recovery code, after the password. Throws InvalidInput, TooManyAttempts, and Unauthenticated when the sign-in must begin again. */
export async function enterWithCode(code: string, headers: Headers): Promise<Cookie[]> {
  const plain = code.replaceAll(/\s/g, '')
  const request = { headers: withClientAddress(headers), returnHeaders: true as const }
  try {
    const { headers: answered } = APP_CODE.test(plain)
      ? await library().api.verifyTOTP({ ...request, body: { code: plain } })
      : await library().api.verifyBackupCode({ ...request, body: { code: plain } })
    return cookiesOf(answered)
  } catch (error) {
    throw refusal(error, 'code', 'code_refused')
  }
}

/** Ends the session of a request and clears its cookies. */
export async function leave(headers: Headers): Promise<Cookie[]> {
  const { headers: answered } = await library().api.signOut({ headers, returnHeaders: true })
  return cookiesOf(answered)
}

const OPEN_TO_HTTP = [
  '/sign-in/email',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/sign-out',
]

/** The library's own routes, as far as they are open: signing in and out. Null for every other address, which is no page of ours. */
export async function answerOverHttp(request: Request, path: string): Promise<Response | null> {
  if (!OPEN_TO_HTTP.includes(path)) return null
  return library().handler(new Request(request, { headers: withClientAddress(request.headers) }))
}
