import type { Cookie } from '@/lib/auth/cookie'
import { hashOfPassword } from '@/lib/auth/password'
import { issueSession } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { viewerOf } from '@/lib/auth/viewer-of'
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

/** An account with PASSWORD, made without any verb: what a test of verbs starts from. */
export async function testAccount(
  role: Role,
  region: Region | null = null,
  email = `${role}-${Math.random().toString(36).slice(2)}@example.org`,
): Promise<{ id: string; email: string }> {
  hash ??= hashOfPassword(PASSWORD)
  const passwordHash = await hash
  const account = { email, name: `Test ${role}`, role, region, language: null, passwordHash }
  const id = await transaction((tx) => insertAccount(tx, account))
  if (id === null) throw new Error(`${email} is taken`)
  return { id, email }
}

/** An account with the headers of its signed-in browser. */
export async function signedIn(role: Role, region: Region | null = null) {
  const account = await testAccount(role, region)
  return { ...account, headers: headersWith([await issueSession(account.id, new Headers())]) }
}

/** The viewer of a new account with this role: tests of other verbs ask with it. */
export async function testViewer(role: Role, region: Region | null = null): Promise<Viewer> {
  return viewerOf((await signedIn(role, region)).headers)
}
