import { afterAll, expect, test } from 'vitest'
import { signedIn, testAccount } from '@/lib/auth/testing/accounts'
import { terminal } from '@/lib/auth/viewer'
import { viewerOf } from '@/lib/auth/viewer-of'
import { disconnect, pool } from '@/lib/data/client'
import { InvalidInput, Unauthenticated } from '@/lib/errors'
import { createToken } from './create-token'
import { listTokens } from './list-tokens'
import { revokeToken } from './revoke-token'

afterAll(disconnect)

const wanted = { name: 'nightly', role: 'viewer', region: '', days: '30' }
const sending = (token: string) => viewerOf(new Headers({ authorization: `Bearer ${token}` }))
const refusal = (token: string) => sending(token).catch((error: unknown) => error)

test('a token acts for its account, with its own role and region', async () => {
  const { id, headers } = await signedIn('admin')
  const viewer = await viewerOf(headers)
  const token = await createToken(viewer, { ...wanted, role: 'editor', region: 'MA-06' })
  expect(token).toMatch(/^pb_[\w-]{43}$/)
  expect(await sending(token)).toEqual({ actor: 'editor', name: id, region: 'MA-06' })
  const stored = await pool().query('select * from api_token')
  expect(JSON.stringify(stored.rows)).not.toContain(token.slice(10))
  const [listed] = await listTokens(viewer)
  expect(listed?.lastUsedAt).not.toBeNull()
})

test('a token never has more than its account', async () => {
  const { email } = await testAccount('reviewer', { region: 'MA-06' })
  const asked = (role: string, region: string) =>
    createToken(terminal(), { ...wanted, role, region }, email).catch((error: unknown) => error)
  expect(await asked('admin', 'MA-06')).toMatchObject({
    problems: [{ path: 'role', code: 'role_beyond' }],
  })
  expect(await asked('editor', '')).toMatchObject({
    problems: [{ path: 'region', code: 'region_beyond' }],
  })
  expect(await asked('editor', 'MA-06')).toMatch(/^pb_/)
})

test.each([
  ['demoted', `update account set role = 'viewer' where id = $1`],
  ['closed', 'update account set disabled = true where id = $1'],
  ['bound to a region', `update account set region = 'MA-01' where id = $1`],
])('a token ends with the right of its account: %s', async (_, change) => {
  const { id, email } = await testAccount('reviewer')
  const token = await createToken(terminal(), { ...wanted, role: 'reviewer' }, email)
  expect((await sending(token)).actor).toBe('reviewer')
  await pool().query(change, [id])
  expect(await refusal(token)).toMatchObject({ status: 401, tokenRefused: true })
})

test('a revoked, an expired and an invented token are refused, not taken for the public', async () => {
  const { email } = await testAccount('viewer')
  const [revoked, expired] = [
    await createToken(terminal(), { ...wanted, name: 'revoked' }, email),
    await createToken(terminal(), { ...wanted, name: 'expired' }, email),
  ]
  const { rows } = await pool().query(`select id from api_token where name = 'revoked'`)
  await revokeToken(terminal(), { id: rows[0].id })
  await pool().query(`update api_token set expires_at = now() where name = 'expired'`)
  for (const token of [revoked, expired, `pb_${'a'.repeat(43)}`, 'nonsense'])
    expect(await refusal(token)).toBeInstanceOf(Unauthenticated)
})

test.each(['0', '367', '1.5', '-1', ''])('a token cannot live %j days', async (days) => {
  const { email } = await testAccount('viewer')
  const refused = createToken(terminal(), { ...wanted, days }, email)
  await expect(refused).rejects.toBeInstanceOf(InvalidInput)
})
