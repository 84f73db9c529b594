import { testAccount } from '@/lib/auth/testing/accounts'
import { pool } from '@/lib/data/client'
import { REGIONS } from '@/lib/domain/types'
import { createToken } from '@/lib/features/accounts/create-token'
import { disableAccount } from '@/lib/features/accounts/disable-account'
import { inviteAccount } from '@/lib/features/accounts/invite-account'
import { createWebhook } from '@/lib/features/webhooks/create-webhook'
import { another, theOthers } from './records'
import { byTable, ONE, type Step } from './step'

const USERS = 'app/(desk)/admin/users/actions.ts'
const TOKENS = 'app/(desk)/admin/tokens/actions.ts'
const WEBHOOKS = 'app/(desk)/admin/webhooks/actions.ts'
// Resolves to nowhere: nothing is told to it before it is ended again.
const NOWHERE = 'http://127.0.0.1:9/'

async function idOf(sql: string, parameters: unknown[]): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(sql, parameters)
  const [row] = rows
  if (!row) throw new Error(`nothing: ${sql}`)
  return row.id
}

const users = (
  name: string,
  action: string,
  fields: () => Promise<Record<string, string>>,
): Step => ({
  ...{ name, action: `${USERS} ${action}`, about: ONE, may: byTable('account.manage') },
  form: async () => ({ path: '/admin/users', fields: await fields() }),
})

const address = () => `matrix-${another()}@example.org`

async function endAllWebhooks(): Promise<void> {
  await pool().query(
    `update webhook set ended_by = 'terminal', ended_at = now() where ended_at is null`,
  )
}

/** Accounts, tokens and webhooks. */
export const STEPS_OF_ADMINISTRATION: Step[] = [
  users('invite', 'invite', async () => ({ email: address(), role: 'viewer', region: '' })),
  users('withdraw an invitation', 'withdraw', async () => {
    const { email } = await inviteAccount((await theOthers()).admin, {
      ...{ email: address(), role: 'viewer', region: '' },
    })
    return { id: await idOf('select id from account_link where email = $1', [email]) }
  }),
  users('give another role', 'saveRole', async () => {
    const { id } = await testAccount('viewer')
    return { id, role: 'admin', region: REGIONS[0] }
  }),
  users('close an account', 'disable', async () => ({ id: (await testAccount('viewer')).id })),
  users('open an account', 'enable', async () => {
    const { id } = await testAccount('viewer')
    await disableAccount((await theOthers()).admin, { id })
    return { id }
  }),
  users('offer a new password', 'reset', async () => ({ id: (await testAccount('admin')).id })),
  {
    ...{ name: 'make a token', action: `${TOKENS} create`, about: ONE },
    may: byTable('token.manage'),
    form: async ({ region }) => ({
      path: '/admin/tokens',
      fields: { name: 'Export', role: 'viewer', region: region ?? '', days: '1' },
    }),
  },
  {
    ...{ name: 'revoke a token', action: `${TOKENS} revoke`, about: ONE },
    may: byTable('token.manage'),
    form: async () => {
      const { admin } = await theOthers()
      const name = `Token ${another()}`
      await createToken(admin, { name, role: 'viewer', region: '', days: '1' })
      const id = await idOf('select id from api_token where name = $1', [name])
      return { path: '/admin/tokens', fields: { id } }
    },
  },
  {
    ...{ name: 'make a webhook', action: `${WEBHOOKS} create`, about: ONE },
    may: byTable('webhook.manage'),
    form: async () => ({
      path: '/admin/webhooks',
      fields: { url: NOWHERE, 'report.accepted': 'on' },
      done: endAllWebhooks,
    }),
  },
  {
    ...{ name: 'end a webhook', action: `${WEBHOOKS} end`, about: ONE },
    may: byTable('webhook.manage'),
    form: async () => {
      const viewer = (await theOthers()).admin
      const made = await createWebhook({ viewer, url: NOWHERE, events: ['report.accepted'] })
      return { path: '/admin/webhooks', fields: { id: made.webhook.id }, done: endAllWebhooks }
    },
  },
]
