import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '@/lib/auth/viewer'
import { viewerOf } from '@/lib/auth/viewer-of'
import { disconnect } from '@/lib/data/client'
import { ROLES } from '@/lib/domain/types'
import { startMailServer } from '@/lib/testing/mail-server'
import {
  type Call,
  callByForm,
  callByScript,
  type Outcome,
  saidByScript,
  UNTOUCHED,
  WAYS,
  type Way,
} from './call'
import { browserOf } from './records'
import { type Built, startBuilt } from './server'
import { type About, type Asker, HOME, type Step } from './step'
import { STEPS_OF_ACCOUNTS } from './steps-of-accounts'
import { STEPS_OF_ADMINISTRATION } from './steps-of-administration'
import { STEPS_OF_ENTRIES } from './steps-of-entries'
import { STEPS_OF_IMPORTS } from './steps-of-imports'
import { stepsOfMail } from './steps-of-mail'
import { whatIsWritten } from './written'

const mail = await startMailServer()
const MAIL = { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, SMTP_FROM: 'book@example.org' }
Object.assign(process.env, MAIL, { PLEDGEBOOK_WEBHOOK_LOOPBACK: '1', LOG_LEVEL: 'silent' })

let built: Built
const askers = new Map<string, Asker>()
const PUBLIC = 'the public'
const LABELS = [PUBLIC, ...ROLES.flatMap((role) => [role, `${role} of ${HOME}`])]

const STEPS: Step[] = [
  ...STEPS_OF_ENTRIES,
  ...STEPS_OF_IMPORTS,
  ...stepsOfMail(() => built.origin),
  ...STEPS_OF_ADMINISTRATION,
  ...STEPS_OF_ACCOUNTS,
]
/** Actions for whoever asks, with an account or without: each has a test of its own (open.built.test.ts). */
const OPEN = [
  'app/(desk)/agreements/find-organisations.ts findOrganisations',
  'app/(desk)/invitation/[token]/actions.ts accept',
  'app/(desk)/reset/[token]/actions.ts choosePassword',
  'app/(desk)/setup/actions.ts createFirst',
  'app/(desk)/sign-in/actions.ts enter',
  'app/(desk)/sign-in/actions.ts enterCode',
  'app/(desk)/unsubscribe/[token]/actions.ts leave',
  'app/(portfolio)/method/actions.ts keepEntries',
  'app/sign-out-action.ts endThisSession',
  'app/theme-action.ts setTheme',
]

beforeAll(async () => {
  built = await startBuilt({ ...MAIL, PLEDGEBOOK_WEBHOOK_LOOPBACK: '1' })
  const viewer = visitor('public')
  askers.set(PUBLIC, {
    label: PUBLIC,
    id: 'public',
    role: null,
    region: null,
    cookie: null,
    viewer,
  })
  for (const role of ROLES)
    for (const region of [null, HOME]) {
      const { id, headers, cookie } = await browserOf(role, region)
      const label = region === null ? role : `${role} of ${region}`
      askers.set(label, { label, id, role, region, cookie, viewer: await viewerOf(headers) })
    }
})
afterAll(async () => {
  await built.stop()
  await mail.stop()
  await disconnect()
})

test('every action of the program is in the matrix', () => {
  const tried = new Set([...STEPS.map(({ action }) => action), ...OPEN])
  expect([...built.ids.keys()].sort()).toEqual([...tried].sort())
})

test('an action is called by the id that its page carries', async () => {
  const { cookie } = await browserOf('admin')
  const page = await fetch(`${built.origin}/admin/tokens`, { headers: { cookie } })
  const id = built.ids.get('app/(desk)/admin/tokens/actions.ts create')
  expect(await page.text()).toContain(`&quot;id&quot;:&quot;${id}&quot;`)
})

/** Calls the action, and tells what was said where a script hears it, and whether anything was written. */
async function tried(way: Way, call: Call): Promise<{ said: Outcome | null; wrote: boolean }> {
  const before = await whatIsWritten()
  const response = await (way === 'form' ? callByForm(call) : callByScript(call))
  const said = way === 'script' ? await saidByScript(response) : null
  if (way === 'form') await response.arrayBuffer()
  return { said, wrote: (await whatIsWritten()) !== before }
}

/** Where no region is asked for, one account of a region stands for all of them. */
function labelsFor({ about }: Step): string[] {
  if (about.some(({ region }) => region !== HOME)) return LABELS
  return LABELS.filter((label) => !label.endsWith(HOME) || label.startsWith('admin'))
}

/** The records of others alone for somebody without an account, unless it is about making one. */
function aboutFor({ about }: Step, { role }: Asker): readonly About[] {
  const others = about.filter(({ own }) => !own)
  return role === null && others.length > 0 ? others : about
}

describe.each(STEPS)('$name', (step) => {
  test.each(labelsFor(step))(
    'by %s: as the table says of each record, by form and by script; a refusal writes nothing',
    async (label) => {
      const asker = askers.get(label)
      const id = built.ids.get(step.action)
      if (asker === undefined || id === undefined) throw new Error(`no ${label} or ${step.action}`)
      const expected: string[] = []
      const found: string[] = []
      for (const about of aboutFor(step, asker)) {
        const granted = step.may(asker, about)
        let sent = await step.form(asker, about)
        for (const way of WAYS) {
          const named = `${way}, ${about.own ? 'own' : 'other'} of ${about.region}:`
          const { path, fields, state = UNTOUCHED, cookie = asker.cookie } = sent
          const call = { origin: built.origin, path, id, cookie, state, fields }
          const { said, wrote } = await tried(way, call)
          await sent.done?.()
          expected.push(`${named} ${granted ? 'granted' : 'refused'} ${granted}`)
          found.push(`${named} ${said ?? (granted ? 'granted' : 'refused')} ${wrote}`)
          if (granted && way !== WAYS.at(-1)) sent = await step.form(asker, about)
        }
      }
      expect(found).toEqual(expected)
    },
  )
})
