import { PASSWORD } from '@/lib/auth/testing/accounts'
import { appCode } from '@/lib/auth/testing/app-code'
import { beginSecondFactor } from '@/lib/features/accounts/begin-second-factor'
import { confirmSecondFactor } from '@/lib/features/accounts/confirm-second-factor'
import { listSessions } from '@/lib/features/accounts/list-sessions'
import { signIn } from '@/lib/features/accounts/sign-in'
import { browserOf, cookieOf } from './records'
import { type Asker, MINE, type Step } from './step'

const ACTIONS = 'app/(desk)/account/actions.ts'

type Browser = Awaited<ReturnType<typeof browserOf>>

async function begun({ headers }: Browser): Promise<string> {
  const { uri } = await beginSecondFactor({ password: PASSWORD }, headers)
  return appCode(new URL(uri).searchParams.get('secret') ?? '')
}

async function withSecondFactor(browser: Browser): Promise<string> {
  return cookieOf(await confirmSecondFactor({ code: await begun(browser) }, browser.headers))
}

/** Something that everybody with an account does to their own; a fresh account of the same role each time. */
function ofOnesOwn(
  name: string,
  action: string,
  prepare: (browser: Browser) => Promise<{ fields: Record<string, string>; cookie?: string }>,
): Step {
  return {
    ...{ name: `account: ${name}`, action: `${ACTIONS} ${action}`, about: MINE },
    may: ({ role }) => role !== null,
    form: async ({ role, region, cookie }: Asker) => {
      const browser = await browserOf(role ?? 'viewer', region)
      const { fields, cookie: renewed } = await prepare(browser)
      const own = cookie === null ? {} : { cookie: renewed ?? browser.cookie }
      return { path: '/account', fields, ...own }
    },
  }
}

const password = 'quatre mots au hasard'

/** What people do to their own account. */
export const STEPS_OF_ACCOUNTS: Step[] = [
  ofOnesOwn('name', 'saveProfile', async () => ({ fields: { name: 'Leïla', language: '' } })),
  ofOnesOwn('password', 'savePassword', async () => ({
    fields: { current: PASSWORD, password, again: password },
  })),
  ofOnesOwn('begin the second step', 'beginApp', async () => ({ fields: { password: PASSWORD } })),
  ofOnesOwn('confirm the second step', 'confirmApp', async (browser) => ({
    fields: { code: await begun(browser) },
  })),
  ofOnesOwn('end the second step', 'endApp', async (browser) => ({
    fields: { password: PASSWORD },
    cookie: await withSecondFactor(browser),
  })),
  ofOnesOwn('new recovery codes', 'renewCodes', async (browser) => ({
    fields: { password: PASSWORD },
    cookie: await withSecondFactor(browser),
  })),
  ofOnesOwn('end another session', 'endOne', async ({ email, headers }) => {
    await signIn({ email, password: PASSWORD }, new Headers())
    const { sessions, current } = await listSessions(headers)
    return { fields: { id: sessions.find(({ id }) => id !== current)?.id ?? '' } }
  }),
]
