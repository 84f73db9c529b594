import { parseArgs } from 'node:util'
import { issueSession } from '@/lib/auth/session'
import { testAccount } from '@/lib/auth/testing/accounts'
import { disconnect } from '@/lib/data/client'
import { REGIONS, ROLES } from '@/lib/domain/types'

// Makes an account through functions and prints it with its session cookie as one line of JSON: `--role editor --region MA-06`.
const { values } = parseArgs({
  options: { role: { type: 'string' }, region: { type: 'string' }, name: { type: 'string' } },
})
const role = ROLES.find((known) => known === values.role)
const region = REGIONS.find((known) => known === values.region) ?? null
if (!role) throw new Error(`no role ${values.role}`)
const account = await testAccount(role, { region, name: values.name })
const { name, value } = await issueSession(account.id, new Headers())
process.stdout.write(
  JSON.stringify({ ...account, cookie: { name, value: encodeURIComponent(value) } }),
)
await disconnect()
