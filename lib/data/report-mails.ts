import { z } from 'zod'
import { MAIL_STATES, SEND_PROFILES } from '@/lib/domain/schedule'
import { REGIONS, ROLES, type Role } from '@/lib/domain/types'
import { LOCALES } from '@/lib/format'
import { EXPORT_FILES } from '@/lib/schemas/export-files'
import type { Db, Tx } from './client'

// A waiting mail of one of these is on nobody's way: they left, or the schedule is paused or ended.
const WANTED = 'x.left_at is null and s.paused_at is null and s.ended_at is null'
const JOINED = `join report_turn t on t.id = m.turn_id join report_recipient x on x.id = m.recipient_id
  join report_schedule s on s.id = t.schedule_id`

const dueRow = z.object({
  id: z.string(),
  attempts: z.number(),
  turn: z.string(),
  schedule: z.string(),
  address: z.string(),
  token: z.string(),
  asOf: z.string(),
  madeAt: z.date(),
  report: z.string(),
  title: z.string(),
  file: z.enum(EXPORT_FILES),
  query: z.string(),
  profile: z.enum(SEND_PROFILES),
  language: z.enum(LOCALES),
  author: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    region: z.enum(REGIONS).nullable(),
  }),
})

/** A mail that is to be sent now, counted as an attempt, with everything that it is made of. */
export type DueMail = z.output<typeof dueRow>

/**
 * Takes mails whose time has come, each by one instance, those of one turn together. Until the lease ends nobody else takes
 * them; after it they come again, should this instance die before it hands them over.
 */
export async function takeDueMails(
  db: Db,
  {
    limit,
    leaseSeconds,
    senders,
  }: { limit: number; leaseSeconds: number; senders: readonly Role[] },
): Promise<DueMail[]> {
  const { rows } = await db.query(
    `update report_mail m set attempts = m.attempts + 1, next_at = now() + make_interval(secs => $2)
     from (
       select m.id from report_mail m ${JOINED} join account a on a.id = s.author and not a.disabled and a.role = any($3)
       where m.state = 'waiting' and m.begun_at is null and m.next_at <= now() + interval '1 millisecond' and ${WANTED}
       order by m.turn_id, m.id limit $1 for update of m skip locked
     ) due, report_turn t, report_recipient x, report_schedule s, saved_report r, account a
     where m.id = due.id and t.id = m.turn_id and x.id = m.recipient_id and s.id = t.schedule_id and r.id = s.report_id and a.id = s.author
     returning m.id, m.attempts, m.turn_id as turn, s.id as schedule, x.address, x.token, t.as_of as "asOf", t.made_at as "madeAt", r.id as report,
       r.title, r.file, r.query, s.profile, s.language,
       jsonb_build_object('id', a.id, 'name', a.name, 'email', a.email, 'role', a.role, 'region', a.region) as author`,
    [limit, leaseSeconds, senders],
  )
  return z.array(dueRow).parse(rows)
}

type Taken = Pick<DueMail, 'id' | 'attempts'>

/** Says that a taken mail is now handed to the mail server; false when it is wanted no more, or another instance has it. */
export async function beginMail(
  db: Db,
  { id, attempts }: Taken,
  leaseSeconds: number,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update report_mail m set begun_at = now(), next_at = now() + make_interval(secs => $3)
     from report_turn t, report_recipient x, report_schedule s
     where m.id = $1 and m.attempts = $2 and m.state = 'waiting' and m.begun_at is null
       and t.id = m.turn_id and x.id = m.recipient_id and s.id = t.schedule_id and ${WANTED}`,
    [id, attempts, leaseSeconds],
  )
  return rowCount === 1
}

/** What came of an attempt; `wait` seconds until the next one. `failure` is a code of the `errors` messages, `reason` the server's own words. */
export type MailOutcome =
  | { state: 'sent' }
  | { state: 'given_up'; failure: string; reason: string | null }
  | { state: 'waiting'; failure: string; reason: string | null; wait: number }

/** Keeps what came of an attempt. */
export async function settleMail(
  db: Db,
  { id, attempts }: Taken,
  outcome: MailOutcome,
): Promise<void> {
  const { state } = outcome
  const failed = state === 'sent' ? { failure: null, reason: null } : outcome
  await db.query(
    `update report_mail set state = $3, begun_at = null, sent_at = case when $3 = 'sent' then now() end,
       next_at = now() + make_interval(secs => $4), failure = $5, reason = $6
     where id = $1 and attempts = $2 and state = 'waiting'`,
    [id, attempts, state, state === 'waiting' ? outcome.wait : 0, failed.failure, failed.reason],
  )
}

/** Mails that were being handed over when an instance died may have arrived: they are not sent again by themselves. And what nobody wants any more is called off. */
export async function closeAbandoned(db: Db): Promise<void> {
  await db.query(
    `update report_mail set state = 'unknown', failure = 'mail_unknown', reason = null
     where state = 'waiting' and begun_at is not null and next_at <= now()`,
  )
  await db.query(
    `update report_mail m set state = 'called_off' from report_turn t, report_recipient x, report_schedule s
     where m.state = 'waiting' and m.begun_at is null and t.id = m.turn_id and x.id = m.recipient_id and s.id = t.schedule_id
       and not (${WANTED})`,
  )
}

/** Puts a mail that failed for good on its way again, as if for the first time; false when there is none of that schedule that could go. */
export async function restartMail(tx: Tx, schedule: string, id: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update report_mail m set state = 'waiting', attempts = 0, begun_at = null, next_at = now(), failure = null, reason = null
     from report_turn t, report_recipient x, report_schedule s
     where m.id = $2 and s.id = $1 and m.state in ('given_up', 'unknown')
       and t.id = m.turn_id and x.id = m.recipient_id and s.id = t.schedule_id and ${WANTED}`,
    [schedule, id],
  )
  return rowCount === 1
}

const logRow = z.object({
  id: z.string().transform(Number),
  schedule: z.string(),
  address: z.string(),
  dueAt: z.date(),
  asOf: z.string(),
  state: z.enum(MAIL_STATES),
  attempts: z.number(),
  nextAt: z.date(),
  sentAt: z.date().nullable(),
  failure: z.string().nullable(),
  reason: z.string().nullable(),
})

/** A line of the log: which turn, to whom, and what became of it. */
export type LoggedMail = z.output<typeof logRow>

/** The latest mails of each of these schedules, at most so many of one. */
export async function latestMails(
  db: Db,
  schedules: readonly string[],
  limit: number,
): Promise<LoggedMail[]> {
  const { rows } = await db.query(
    `select * from (
       select m.id, t.schedule_id as schedule, x.address, t.due_at as "dueAt", t.as_of as "asOf", m.state, m.attempts,
         m.next_at as "nextAt", m.sent_at as "sentAt", m.failure, m.reason,
         row_number() over (partition by t.schedule_id order by m.id desc) as place
       from report_mail m join report_turn t on t.id = m.turn_id join report_recipient x on x.id = m.recipient_id
       where t.schedule_id = any($1)
     ) mail where place <= $2 order by id desc`,
    [schedules, limit],
  )
  return z.array(logRow).parse(rows)
}

const subscriptionRow = z.object({
  id: z.string(),
  address: z.string(),
  title: z.string(),
  schedule: z.string(),
  reportId: z.string(),
  leftAt: z.date().nullable(),
})

/** Whom a link to leave is for, and what it is about. */
export type Subscription = z.output<typeof subscriptionRow>

/** The subscription of a token; null when no mail carried it. */
export async function subscriptionOf(db: Db, token: string): Promise<Subscription | null> {
  const { rows } = await db.query(
    `select x.id, x.address, r.title, s.id as schedule, s.report_id as "reportId", x.left_at as "leftAt"
     from report_recipient x join report_schedule s on s.id = x.schedule_id join saved_report r on r.id = s.report_id
     where x.token = $1`,
    [token],
  )
  return rows.length === 0 ? null : subscriptionRow.parse(rows[0])
}

/** Takes an address off its schedule; false when it has left before. */
export async function leave(tx: Tx, recipient: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update report_recipient set left_at = now() where id = $1 and left_at is null',
    [recipient],
  )
  return rowCount === 1
}
