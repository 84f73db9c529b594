import { z } from 'zod'
import { SEND_PROFILES, type SendProfile } from '@/lib/domain/schedule'
import type { Instant, IsoDate, Role } from '@/lib/domain/types'
import { LOCALES, type Locale } from '@/lib/format'
import type { Db, Tx } from './client'

const rhythm = z.discriminatedUnion('every', [
  z.object({ every: z.literal('day') }),
  z.object({ every: z.literal('week'), weekday: z.number() }),
  z.object({ every: z.literal('month'), monthDay: z.number() }),
])
const RHYTHM = `jsonb_build_object('every', s.every, 'weekday', s.weekday, 'monthDay', s.month_day) as rhythm`

const scheduleRow = z.object({
  id: z.string(),
  reportId: z.string(),
  reportTitle: z.string(),
  rhythm,
  hour: z.number(),
  profile: z.enum(SEND_PROFILES),
  language: z.enum(LOCALES),
  author: z.string(),
  authorName: z.string().nullable(),
  /** Whether its author may still send: an account that is closed or has another role sends nothing. */
  authorised: z.boolean(),
  createdAt: z.date(),
  nextAt: z.date(),
  pausedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  recipients: z.array(z.object({ address: z.string(), left: z.boolean() })),
})

/** When a kept report is sent to whom, and where that stands. */
export type ReportSchedule = z.output<typeof scheduleRow>

/** Which schedules are asked for; null or nothing = whichever. */
export interface SchedulesAsked {
  id?: string | null
  reportId?: string | null
  author?: string | null
}

/** Schedules with the addresses that they send to, those at work first, the latest first. `senders`: the roles that may send. */
export async function selectSchedules(
  db: Db,
  { id, reportId, author }: SchedulesAsked,
  senders: readonly Role[],
): Promise<ReportSchedule[]> {
  const { rows } = await db.query(
    `select s.id, s.report_id as "reportId", r.title as "reportTitle", ${RHYTHM}, s.hour, s.profile, s.language, s.author,
       a.name as "authorName", coalesce(not a.disabled and a.role = any($4), false) as authorised,
       s.created_at as "createdAt", s.next_at as "nextAt", s.paused_at as "pausedAt", s.ended_at as "endedAt",
       (select jsonb_agg(jsonb_build_object('address', x.address, 'left', x.left_at is not null) order by x.id)
        from report_recipient x where x.schedule_id = s.id) as recipients
     from report_schedule s join saved_report r on r.id = s.report_id left join account a on a.id = s.author
     where ($1::uuid is null or s.id = $1) and ($2::text is null or s.report_id = $2) and ($3::text is null or s.author = $3)
     order by s.ended_at is not null, s.created_at desc, s.id`,
    [id ?? null, reportId ?? null, author ?? null, senders],
  )
  return z.array(scheduleRow).parse(rows)
}

/** A schedule to keep; `recipients` each with the token of the link by which it leaves. */
export interface NewSchedule {
  id: string
  reportId: string
  every: 'day' | 'week' | 'month'
  weekday: number | null
  monthDay: number | null
  hour: number
  profile: SendProfile
  language: Locale
  author: string
  nextAt: Instant
  recipients: readonly { address: string; token: string }[]
}

/** Keeps a schedule. */
export async function insertSchedule(tx: Tx, one: NewSchedule): Promise<void> {
  await tx.query(
    `insert into report_schedule (id, report_id, every, weekday, month_day, hour, profile, language, author, created_at, next_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), $10)`,
    [
      ...[one.id, one.reportId, one.every, one.weekday, one.monthDay, one.hour],
      ...[one.profile, one.language, one.author, new Date(one.nextAt)],
    ],
  )
  await tx.query(
    `insert into report_recipient (schedule_id, address, token)
     select $1, address, token from unnest($2::text[], $3::text[]) as given(address, token)`,
    [
      one.id,
      one.recipients.map(({ address }) => address),
      one.recipients.map(({ token }) => token),
    ],
  )
}

/** Those of some addresses that have left this report before, under whichever schedule. */
export async function leftBefore(
  db: Db,
  reportId: string,
  addresses: readonly string[],
): Promise<string[]> {
  const { rows } = await db.query(
    `select distinct x.address from report_recipient x join report_schedule s on s.id = x.schedule_id
     where s.report_id = $1 and x.address = any($2) and x.left_at is not null order by 1`,
    [reportId, addresses],
  )
  return z
    .array(z.object({ address: z.string() }))
    .parse(rows)
    .map(({ address }) => address)
}

/** Pauses a schedule that is at work; false when it is not. */
export async function pauseSchedule(tx: Tx, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update report_schedule set paused_at = now() where id = $1 and paused_at is null and ended_at is null',
    [id],
  )
  return rowCount === 1
}

/** Puts a paused schedule to work again; false when it is not paused. */
export async function resumeSchedule(tx: Tx, id: string, nextAt: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update report_schedule set paused_at = null, next_at = $2 where id = $1 and paused_at is not null and ended_at is null',
    [id, new Date(nextAt)],
  )
  return rowCount === 1
}

/** Ends a schedule for good; false when it has ended. */
export async function endSchedule(tx: Tx, id: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update report_schedule set ended_at = now(), ended_by = $2 where id = $1 and ended_at is null',
    [id, by],
  )
  return rowCount === 1
}

const dueRow = z.object({ id: z.string(), rhythm, hour: z.number() })

/** Schedules whose time has come, locked until the transaction ends: those that another instance holds are passed over. */
export async function lockDueSchedules(
  tx: Tx,
  now: Instant,
  senders: readonly Role[],
  limit: number,
): Promise<z.output<typeof dueRow>[]> {
  const { rows } = await tx.query(
    `select s.id, ${RHYTHM}, s.hour from report_schedule s
       join account a on a.id = s.author and not a.disabled and a.role = any($2)
     where s.next_at <= $1 and s.paused_at is null and s.ended_at is null order by s.next_at limit $3 for update of s skip locked`,
    [new Date(now), senders, limit],
  )
  return z.array(dueRow).parse(rows)
}

/** Makes the turn of a locked schedule, one mail for each address that has not left, and sets its next time. Times that were missed are none of their own. */
export async function makeTurn(
  tx: Tx,
  id: string,
  { now, asOf, nextAt }: { now: Instant; asOf: IsoDate; nextAt: Instant },
): Promise<void> {
  await tx.query(
    `with turn as (
       insert into report_turn (schedule_id, due_at, made_at, as_of)
       select s.id, s.next_at, $2, $3 from report_schedule s where s.id = $1
         and exists (select from report_recipient x where x.schedule_id = s.id and x.left_at is null)
       returning id
     )
     insert into report_mail (turn_id, recipient_id, state, next_at)
     select turn.id, x.id, 'waiting', now() from turn cross join report_recipient x where x.schedule_id = $1 and x.left_at is null`,
    [id, new Date(now), asOf],
  )
  await tx.query('update report_schedule set next_at = $2 where id = $1', [id, new Date(nextAt)])
}
