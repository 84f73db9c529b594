import type { Env } from '@/lib/env'
import { explained } from './explained'

/**
 * While nobody has an account: creates the administrator that the environment names, or returns the line with the one-time
 * set-up link. Nothing once anybody has one. Throws Failure when the environment's password is refused.
 */
export async function firstRun(env: Env, address: string): Promise<string[]> {
  // Loaded late: the verbs import the generated client, which a first start has only just made.
  const { terminal } = await import('@/lib/auth/viewer')
  const { offerSetUp } = await import('@/lib/features/accounts/offer-set-up')
  const token = await offerSetUp(terminal())
  if (token === null) return []
  if (env.admin === undefined)
    return [`Set it up (once, within 72 hours): ${address}/setup?token=${token}`]
  const { createAccount } = await import('@/lib/features/accounts/create-account')
  const { email, password } = env.admin
  const account = { email, password, name: nameOf(email), role: 'admin', region: '' }
  await explained(createAccount(terminal(), account))
  return [`Administrator created: ${email}`]
}

/** What an account is called until its owner says otherwise. */
export function nameOf(email: string): string {
  return email.split('@')[0] ?? email
}
