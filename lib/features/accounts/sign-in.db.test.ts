import { afterAll, expect, test } from 'vitest'
import { sessionOf } from '@/lib/auth/session'
import { headersWith, PASSWORD, signedIn, testAccount } from '@/lib/auth/testing/accounts'
import { viewerOf } from '@/lib/auth/viewer-of'
import { disconnect, pool } from '@/lib/data/client'
import { InvalidInput, TooManyAttempts } from '@/lib/errors'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

afterAll(disconnect)

const from = (address: string) => new Headers({ 'x-forwarded-for': address })

test('a password opens a session, whatever the capitals of the address', async () => {
  const { id } = await testAccount('editor', { region: 'MA-06', email: 'amina@example.org' })
  const { cookies, owes } = await signIn(
    { email: ' Amina@Example.ORG ', password: PASSWORD },
    from('192.0.2.7'),
  )
  expect(owes).toBe('nothing')
  expect(cookies[0]?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
  const viewer = await viewerOf(headersWith(cookies))
  expect(viewer).toEqual({ actor: 'editor', name: id, region: 'MA-06' })
  const { rows } = await pool().query('select ip_address from session where account_id = $1', [id])
  expect(rows).toEqual([{ ip_address: '192.0.2.7' }])
})

test('an unknown address and a wrong password get the same answer', async () => {
  await testAccount('viewer', { email: 'known@example.org' })
  const answers = []
  for (const email of ['known@example.org', 'unknown@example.org'])
    answers.push(
      await signIn({ email, password: 'not the password' }, from('192.0.2.8')).catch(
        (error: unknown) => error,
      ),
    )
  for (const answer of answers) {
    expect(answer).toBeInstanceOf(InvalidInput)
    expect((answer as InvalidInput).problems).toEqual([
      { path: 'password', code: 'sign_in_refused' },
    ])
  }
})

test('signing out ends the session in the database', async () => {
  const { headers } = await signedIn('viewer')
  expect(await sessionOf(headers)).not.toBeNull()
  await signOut(headers)
  expect(await sessionOf(headers)).toBeNull()
})

test('the eleventh try for one account waits, wherever it comes from, and an unknown one alike', async () => {
  await testAccount('viewer', { email: 'busy@example.org' })
  for (const email of ['busy@example.org', 'nobody@example.org']) {
    for (let count = 0; count < 10; count++)
      await expect(
        signIn({ email, password: 'not the password' }, from(`198.51.100.${count}`)),
      ).rejects.toBeInstanceOf(InvalidInput)
    const refused = await signIn({ email, password: PASSWORD }, from('198.51.100.99')).catch(
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(TooManyAttempts)
    expect((refused as TooManyAttempts).retryAfterSeconds).toBeGreaterThan(800)
  }
})
