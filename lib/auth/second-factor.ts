import { isAPIError } from 'better-auth/api'
import { SECOND_FACTOR_ROLES } from '@/lib/domain/permissions'
import type { Role } from '@/lib/domain/types'
import { env, isLoopback } from '@/lib/env'
import { InvalidInput } from '@/lib/errors'
import { library } from './accounts-library'
import { type Cookie, cookiesOf } from './cookie'

/** Whether a role must prove itself with a second factor here: not while only this machine can reach the server. */
export function needsSecondFactor(role: Role): boolean {
  const { host, url, demo } = env()
  const reachedFromElsewhere = !demo && (url !== undefined || !isLoopback(host))
  return reachedFromElsewhere && SECOND_FACTOR_ROLES.includes(role)
}

/** What an authenticator app takes over, and what to keep on paper; both are shown once. */
export interface SecondFactorSecrets {
  uri: string
  recoveryCodes: string[]
}

async function asked<T>(answer: Promise<T>, path: string, code: string): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) throw new InvalidInput([{ path, code }])
    throw error
  }
}

/** Begins a second factor; it counts once a first code has been confirmed. Throws InvalidInput on a wrong password. */
export async function beginSecondFactor(
  password: string,
  headers: Headers,
): Promise<SecondFactorSecrets> {
  const answer = library().api.enableTwoFactor({ body: { password, method: 'totp' }, headers })
  const begun = await asked(answer, 'password', 'password_wrong')
  if (!('totpURI' in begun)) throw new Error('the second factor is no authenticator app')
  return { uri: begun.totpURI, recoveryCodes: begun.backupCodes }
}

/** Turns the second factor on with its first code. Returns the cookie of the session that replaces this one. Throws InvalidInput. */
export async function confirmSecondFactor(code: string, headers: Headers): Promise<Cookie[]> {
  const plain = code.replaceAll(/\s/g, '')
  const answer = library().api.verifyTOTP({ body: { code: plain }, headers, returnHeaders: true })
  return cookiesOf((await asked(answer, 'code', 'code_refused')).headers)
}

/** Turns the second factor off. Returns the cookie of the session that replaces this one. Throws InvalidInput on a wrong password. */
export async function endSecondFactor(password: string, headers: Headers): Promise<Cookie[]> {
  const answer = library().api.disableTwoFactor({
    body: { password },
    headers,
    returnHeaders: true,
  })
  return cookiesOf((await asked(answer, 'password', 'password_wrong')).headers)
}

/** New recovery codes; the old ones no longer count. Throws InvalidInput on a wrong password. */
export async function renewRecoveryCodes(password: string, headers: Headers): Promise<string[]> {
  const answer = library().api.generateBackupCodes({ body: { password }, headers })
  return (await asked(answer, 'password', 'password_wrong')).backupCodes
}
