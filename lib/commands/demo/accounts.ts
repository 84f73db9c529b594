import { randomBytes } from 'node:crypto'
import type { Region, Role } from '@/lib/domain/types'

/** Invented people, one for each role; the editor keeps the book of one region. */
const PEOPLE: { role: Role; name: string; email: string; region: Region | null }[] = [
  { role: 'viewer', name: 'Yasmine Tazi', email: 'yasmine@demo.invalid', region: null },
  { role: 'editor', name: 'Omar Belkadi', email: 'omar@demo.invalid', region: 'MA-06' },
  { role: 'reviewer', name: 'Salma Ouazzani', email: 'salma@demo.invalid', region: null },
  { role: 'admin', name: 'Karim Lahlou', email: 'karim@demo.invalid', region: null },
  { role: 'auditor', name: 'Nadia Filali', email: 'nadia@demo.invalid', region: null },
]

/** Gives the demonstration its people and returns, for each role, a line with an address that signs in once. */
export async function demoAccounts(address: string): Promise<string[]> {
  const { terminal } = await import('@/lib/auth/viewer')
  const { createAccount } = await import('@/lib/features/accounts/create-account')
  const { listAccounts } = await import('@/lib/features/accounts/list-accounts')
  const { offerDemo } = await import('@/lib/features/accounts/offer-demo')
  const { accounts } = await listAccounts(terminal())
  const lines = ['Signed in as (each address works once; the next start prints new ones):']
  for (const { role, name, email, region } of PEOPLE) {
    // Nobody knows the password: these accounts are entered by the printed addresses alone.
    const password = randomBytes(24).toString('base64url')
    if (!accounts.some((account) => account.email === email))
      await createAccount(terminal(), { email, name, role, region: region ?? '', password })
    const token = await offerDemo(terminal(), email)
    lines.push(`  ${role.padEnd(8)} ${address}/sign-in/demo/${token}`)
  }
  return lines
}
