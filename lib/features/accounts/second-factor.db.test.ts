import { afterAll, expect, test } from 'vitest'
import { sessionOf } from '@/lib/auth/session'
import { headersWith, PASSWORD, signedIn } from '@/lib/auth/testing/accounts'
import { appCode } from '@/lib/auth/testing/app-code'
import { viewerOf } from '@/lib/auth/viewer-of'
import { disconnect } from '@/lib/data/client'
import { InvalidInput } from '@/lib/errors'
import { beginSecondFactor } from './begin-second-factor'
import { changePassword } from './change-password'
import { confirmSecondFactor } from './confirm-second-factor'
import { confirmSignIn } from './confirm-sign-in'
import { endSecondFactor } from './end-second-factor'
import { endSession } from './end-session'
import { listSessions } from './list-sessions'
import { signIn } from './sign-in'

// Reached from elsewhere, so the second step is owed and cookies are secure. Read once, by the first verb.
process.env.PLEDGEBOOK_URL = 'https://book.example.org'

afterAll(disconnect)

const from = () => new Headers({ 'x-forwarded-for': '203.0.113.5' })

const codeOf = (uri: string) => appCode(new URL(uri).searchParams.get('secret') ?? '')

test('a reviewer decides only once the second step is on; sessions that began without it end', async () => {
  const { id, email, headers } = await signedIn('reviewer')
  expect((await viewerOf(headers)).actor).toBe('editor')
  const { cookies: elsewhere } = await signIn({ email, password: PASSWORD }, from())
  expect(elsewhere[0]).toMatchObject({
    name: '__Secure-pledgebook.session_token',
    options: { secure: true },
  })
  await expect(beginSecondFactor({ password: 'wrong' }, headers)).rejects.toBeInstanceOf(
    InvalidInput,
  )
  const { uri, recoveryCodes } = await beginSecondFactor({ password: PASSWORD }, headers)
  expect(recoveryCodes).toHaveLength(10)
  expect((await viewerOf(headers)).actor).toBe('editor')
  await expect(confirmSecondFactor({ code: '000000' }, headers)).rejects.toBeInstanceOf(
    InvalidInput,
  )
  const renewed = headersWith(await confirmSecondFactor({ code: codeOf(uri) }, headers))
  expect(await viewerOf(renewed)).toMatchObject({ actor: 'reviewer', name: id })
  expect(await sessionOf(headersWith(elsewhere))).toBeNull()

  const first = await signIn({ email, password: PASSWORD }, from())
  expect(first.owes).toBe('code')
  expect(await sessionOf(headersWith(first.cookies))).toBeNull()
  const entered = await confirmSignIn({ code: codeOf(uri) }, headersWith(first.cookies))
  expect((await viewerOf(headersWith(entered))).actor).toBe('reviewer')

  const [recovery = ''] = recoveryCodes
  const second = await signIn({ email, password: PASSWORD }, from())
  const recovered = await confirmSignIn({ code: recovery }, headersWith(second.cookies))
  expect((await viewerOf(headersWith(recovered))).actor).toBe('reviewer')
  const third = await signIn({ email, password: PASSWORD }, from())
  await expect(
    confirmSignIn({ code: recovery }, headersWith(third.cookies)),
  ).rejects.toBeInstanceOf(InvalidInput)

  const without = headersWith(await endSecondFactor({ password: PASSWORD }, renewed))
  expect((await viewerOf(without)).actor).toBe('editor')
})

test('changing the password ends the other sessions and keeps this one', async () => {
  const { email, headers } = await signedIn('editor')
  const other = headersWith((await signIn({ email, password: PASSWORD }, from())).cookies)
  const password = 'ganz andere vier worte'
  await expect(
    changePassword({ current: 'wrong', password, again: password }, headers),
  ).rejects.toBeInstanceOf(InvalidInput)
  expect(await sessionOf(other)).not.toBeNull()
  await changePassword({ current: PASSWORD, password, again: password }, headers)
  expect(await sessionOf(other)).toBeNull()
  expect(await sessionOf(headers)).not.toBeNull()
  expect((await signIn({ email, password }, from())).owes).toBe('nothing')
})

test('people end their own sessions and nobody else’s', async () => {
  const mine = await signedIn('viewer')
  const other = headersWith(
    (await signIn({ email: mine.email, password: PASSWORD }, from())).cookies,
  )
  const stranger = await signedIn('viewer')
  const { sessions, current } = await listSessions(mine.headers)
  expect(sessions).toHaveLength(2)
  await endSession({ id: current }, stranger.headers)
  expect(await sessionOf(mine.headers)).not.toBeNull()
  await endSession({}, mine.headers)
  expect(await sessionOf(other)).toBeNull()
  expect((await listSessions(mine.headers)).sessions.map(({ id }) => id)).toEqual([current])
})
