import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { terminal } from '@/lib/auth/viewer'
import type { ListedAccount } from '@/lib/data/accounts'
import { disconnect } from '@/lib/data/client'
import { migrate } from '@/lib/data/migrate'
import { REGIONS, ROLES } from '@/lib/domain/types'
import { readEnv } from '@/lib/env'
import { createAccount } from '@/lib/features/accounts/create-account'
import { createToken } from '@/lib/features/accounts/create-token'
import { disableAccount } from '@/lib/features/accounts/disable-account'
import { listAccounts } from '@/lib/features/accounts/list-accounts'
import { resetAccount } from '@/lib/features/accounts/reset-account'
import { TOKEN_DAYS } from '@/lib/schemas/accounts'
import { openDatabase } from './database'
import { explained } from './explained'
import { Failure, run } from './failure'
import { nameOf } from './first-run'

const USAGE = `Usage: npm run user -- create EMAIL --role ${ROLES.join('|')} [--region CODE]
                     | list | disable EMAIL | reset EMAIL | token EMAIL [--days N]
A password is the first line of standard input; without one it is generated and printed once.`

interface Asked {
  email: string
  options: { role?: string; region?: string; days?: string }
}

const actions: Record<string, (asked: Asked) => Promise<void>> = {
  create,
  list,
  disable,
  reset,
  token,
}
const OPTIONS: Record<string, string[]> = { create: ['role', 'region'], token: ['days'] }

await run(async () => {
  const { name, asked } = readArguments(process.argv.slice(2))
  const action = actions[name]
  if (!action) throw new Failure(USAGE)
  const database = await openDatabase(readEnv())
  try {
    await migrate(database.url)
    await action(asked)
  } finally {
    await disconnect()
    await database.close()
  }
})

function readArguments(args: string[]): { name: string; asked: Asked } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { role: { type: 'string' }, region: { type: 'string' }, days: { type: 'string' } },
    })
    const [name = '', email = '', ...more] = positionals
    const known = Object.hasOwn(actions, name)
    const foreign = Object.keys(values).some((option) => !OPTIONS[name]?.includes(option))
    const complete = name === 'list' ? email === '' : email !== ''
    if (!known || foreign || !complete || more.length > 0) throw new Failure(USAGE)
    return { name, asked: { email, options: values } }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(USAGE, { cause: error }) // parseArgs met an option that it does not know
  }
}

/** The password that was piped in; else a generated one, which is to be printed. */
async function passwordWanted(): Promise<{ password: string; generated: boolean }> {
  const piped = process.stdin.isTTY ? '' : (await text(process.stdin)).split(/\r?\n/)[0]
  if (piped) return { password: piped, generated: false }
  return { password: randomBytes(15).toString('base64url'), generated: true }
}

async function create({ email, options: { role, region = '' } }: Asked): Promise<void> {
  if (role === undefined) throw new Failure(USAGE)
  if (!ROLES.some((known) => known === role))
    throw new Failure(`--role must be one of ${ROLES.join(', ')}.`)
  if (region !== '' && !REGIONS.some((known) => known === region))
    throw new Failure(`--region must be one of ${REGIONS.join(', ')}.`)
  const { password, generated } = await passwordWanted()
  await explained(createAccount(terminal(), { email, password, name: nameOf(email), role, region }))
  console.log(`Created ${email}: ${role}${region && ` in ${region}`}`)
  if (generated) console.log(`Password (shown once): ${password}`)
}

async function list(): Promise<void> {
  const { accounts, invitations } = await listAccounts(terminal())
  for (const { email, name, role, region, disabled, secondFactor } of accounts) {
    const marks = [disabled && 'disabled', secondFactor && 'second step'].filter(Boolean)
    console.log([email, name, role, region ?? 'all regions', ...marks].join(' · '))
  }
  for (const { email, role } of invitations) console.log([email, 'invited', role].join(' · '))
  if (accounts.length === 0) console.log('Nobody has an account yet.')
}

async function disable({ email }: Asked): Promise<void> {
  const { id } = await accountOf(email)
  await explained(disableAccount(terminal(), { id }))
  console.log(`Disabled ${email}; its sessions have ended.`)
}

async function reset({ email }: Asked): Promise<void> {
  const { password, generated } = await passwordWanted()
  await explained(resetAccount(terminal(), email, password))
  console.log(`New password for ${email}; its sessions have ended and its second step is off.`)
  if (generated) console.log(`Password (shown once): ${password}`)
}

async function token({ email, options: { days = String(TOKEN_DAYS) } }: Asked): Promise<void> {
  const owner = await accountOf(email)
  const wanted = { name: 'terminal', role: owner.role, region: owner.region ?? '', days }
  const made = await explained(createToken(terminal(), wanted, owner.email))
  console.log(`Token for ${owner.email}, ${owner.role}, ${days} days (shown once):`)
  console.log(made)
}

async function accountOf(email: string): Promise<ListedAccount> {
  const { accounts } = await listAccounts(terminal())
  const found = accounts.find((account) => account.email === email.trim().toLowerCase())
  if (!found) throw new Failure(`There is no account ${email}.`)
  return found
}
