import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { pool } from '@/lib/data/client'
import { saveReport } from '@/lib/features/exports/save-report'
import { createSchedule } from '@/lib/features/schedules/create-schedule'
import { pauseSchedule } from '@/lib/features/schedules/pause-schedule'
import { createWebhook } from '@/lib/features/webhooks/create-webhook'
import { another, authorOf, browserOf, clock, published, theOthers } from './records'
import {
  type About,
  type Asker,
  byTable,
  HOME,
  MINE,
  ONE,
  OWN_AND_OTHERS,
  type Step,
  WHOSE,
} from './step'

const SCHEDULES = 'app/(portfolio)/r/[id]/actions.ts'

/** Twelve hours from now: no turn comes while the matrix runs. */
const farHour = () => String((new Date().getUTCHours() + 12) % 24)

let report: Promise<string> | undefined

async function makeReport(asker: Asker): Promise<string> {
  await published(asker, { own: false, region: HOME })
  const viewer = (await theOthers()).admin
  return saveReport({ viewer, title: 'Rail', file: 'agreements', query: '' })
}

function reportFor(asker: Asker): Promise<string> {
  report ??= makeReport(asker)
  return report
}

const recipient = () => `reader-${another()}@example.org`

async function scheduleForm(asker: Asker): Promise<Record<string, string>> {
  const wish = { when: 'day', hour: farHour(), profile: 'csv', language: 'en' }
  return { ...wish, report: await reportFor(asker), recipients: recipient() }
}

async function scheduleOf(asker: Asker, about: About): Promise<{ report: string; id: string }> {
  const form = await scheduleForm(asker)
  return {
    report: form.report ?? '',
    id: await createSchedule(await authorOf(asker, about), form, clock),
  }
}

function scheduled(name: string, action: string, paused = false): Step {
  return {
    ...{ name: `schedule: ${name}`, action: `${SCHEDULES} ${action}`, about: WHOSE },
    may: byTable('report.schedule'),
    form: async (asker, about) => {
      const { report, id } = await scheduleOf(asker, about)
      if (paused) await pauseSchedule(await authorOf(asker, about), id)
      return { path: `/r/${report}`, fields: { id } }
    },
  }
}

/** A mail of a schedule that was given up. */
async function givenUp(schedule: string): Promise<string> {
  const { rows } = await pool().query(
    `with turn as (insert into report_turn (schedule_id, due_at, made_at, as_of) values ($1, now(), now(), current_date) returning id)
     insert into report_mail (turn_id, recipient_id, state, attempts, next_at, failure)
       select turn.id, r.id, 'given_up', 8, now(), 'mail_refused' from turn, report_recipient r where r.schedule_id = $1 returning id`,
    [schedule],
  )
  return String(rows[0]?.id)
}

/** The hidden fields of the first form on a page that has one of this name. */
function hiddenOf(html: string, name: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`name="${name}"`)) ?? ''
  const inputs = [...form.matchAll(/<input type="hidden" name="([a-z]+)" value="([^"]*)"/g)]
  return Object.fromEntries(
    inputs.map(([, key = '', value = '']) => [key, value.replaceAll('&amp;', '&')]),
  )
}

/** A webhook with an event that reached it, kept from being told of anything else. */
async function delivered(): Promise<{ webhook: string; delivery: string }> {
  const viewer = (await theOthers()).admin
  const wish = { url: 'http://127.0.0.1:9/', events: ['report.accepted' as const] }
  const { webhook } = await createWebhook({ viewer, ...wish })
  const event = randomUUID()
  await pool().query(
    `insert into webhook_event (id, type, at, body) values ($1, 'report.accepted', now(), '{}')`,
    [event],
  )
  const { rows } = await pool().query(
    `insert into webhook_delivery (webhook_id, event_id, state, attempts, next_at) values ($1, $2, 'delivered', 1, now()) returning id`,
    [webhook.id, event],
  )
  return { webhook: webhook.id, delivery: String(rows[0]?.id) }
}

/** What was sent again has been tried once, and is left alone from now on. */
async function triedAndEnded({ webhook, delivery }: Awaited<ReturnType<typeof delivered>>) {
  await vi.waitFor(async () => {
    const { rows } = await pool().query(
      `select from webhook_delivery d where id = $1 and state = 'waiting'
         and not exists (select from webhook_attempt where delivery_id = d.id)`,
      [delivery],
    )
    if (rows.length > 0) throw new Error('not yet tried')
  }, 30_000)
  await pool().query(
    `update webhook set ended_by = 'terminal', ended_at = now() where id = $1 and ended_at is null`,
    [webhook],
  )
}

/** What is sent to people and programs elsewhere. */
export const stepsOfMail = (origin: () => string): Step[] => [
  {
    ...{ name: 'schedule: make one', action: `${SCHEDULES} schedule`, about: MINE },
    may: byTable('report.schedule'),
    form: async (asker) => {
      const fields = await scheduleForm(asker)
      return { path: `/r/${fields.report}`, fields }
    },
  },
  scheduled('pause', 'pause'),
  scheduled('resume', 'resume', true),
  scheduled('end', 'end'),
  {
    ...{ name: 'schedule: send again', action: `${SCHEDULES} again`, about: WHOSE },
    may: byTable('report.schedule'),
    form: async (asker, about) => {
      const { report, id } = await scheduleOf(asker, about)
      return { path: `/r/${report}`, fields: { schedule: id, mail: await givenUp(id) } }
    },
  },
  {
    ...{ name: 'write to a company', action: 'app/(desk)/calendar/chase/actions.ts send' },
    ...{ about: OWN_AND_OTHERS, may: byTable('letter.send') },
    form: async (asker, about) => {
      const { company } = await published(asker, about)
      const { cookie } = await browserOf('editor')
      const page = `/calendar/chase?company=${company.toLowerCase().replace(' ', '-')}&letter=fr`
      const html = await (await fetch(`${origin()}${page}`, { headers: { cookie } })).text()
      return { path: page, fields: { ...hiddenOf(html, 'seen'), to: recipient() } }
    },
  },
  {
    ...{ name: 'tell a webhook again', about: ONE, may: byTable('webhook.manage') },
    action: 'app/(desk)/admin/webhooks/actions.ts resend',
    form: async () => {
      const one = await delivered()
      return { path: '/admin/webhooks', fields: one, done: () => triedAndEnded(one) }
    },
  },
]
