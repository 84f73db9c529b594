import { randomBytes } from 'node:crypto'
import type { Cookie } from '@/lib/auth/cookie'
import { hashOfPassword } from '@/lib/auth/password'
import { issueSession } from '@/lib/auth/session'
import { insertAccount } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import type { Region, Role } from '@/lib/domain/types'

export const PASSWORD = 'correct horse battery'
let hash: Promise<string> | undefined

/** Headers that a browser with these cookies sends. */
export function headersWith(cookies: readonly Cookie[]): Headers {
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
  return new Headers({ cookie: cookie.join('; '), 'x-forwarded-for': '192.0.2.1' })
}

interface Wanted {
  region?: Region | null
  email?: string
  name?: string
}

/** An account with PASSWORD, made without any verb: what a test of verbs starts from. */
export async function testAccount(
  role: Role,
  { region = null, email, name = `Test ${role}` }: Wanted = {},
): Promise<{ id: string; email: string; name: string }> {
  hash ??= hashOfPassword(PASSWORD)
  const passwordHash = await hash
  const address = email ?? `${role}-${randomBytes(6).toString('hex')}@example.org`
  const account = { email: address, name, role, region, language: null, passwordHash }
  const id = await transaction((tx) => insertAccount(tx, account))
  if (id === null) throw new Error(`${address} is taken`)
  return { id, email: address, name }
}

/** An account with the headers of its signed-in browser. */
export async function signedIn(role: Role, wanted: Wanted = {}) {
  const account = await testAccount(role, wanted)
  return { ...account, headers: headersWith([await issueSession(account.id, new Headers())]) }
}
