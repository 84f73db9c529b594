import { z } from 'zod'
import { ACCOUNT_VERBS, type AccountVerb } from '@/lib/domain/accounts'
import { type Db, pool } from './client'

/** What was done to an account: `actor` is an account's id or `terminal`, `subject` an account's id or an e-mail address. */
export interface AccountEventDraft {
  actor: string
  verb: AccountVerb
  subject: string
  detail?: Record<string, string | number | boolean | null>
}

const eventRow = z.object({
  id: z.string().transform(Number),
  at: z.date(),
  actor: z.string(),
  actorName: z.string().nullable(),
  verb: z.enum(ACCOUNT_VERBS),
  subject: z.string(),
  subjectName: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

/** An account event with the names of who did it and to whom; null for the terminal and for addresses without an account. */
export type AccountEvent = z.output<typeof eventRow>

/** Writes down what was done, in the transaction that did it. */
export async function appendEvent(db: Db, event: AccountEventDraft): Promise<void> {
  await db.query(
    'insert into account_event (at, actor, verb, subject, detail) values (now(), $1, $2, $3, $4)',
    [event.actor, event.verb, event.subject, event.detail ?? {}],
  )
}

/** Account events before an id (null = the newest), the newest first; those about an account (its id, or an address) or by one. */
export async function accountEvents(
  {
    subject,
    actor,
    before,
  }: { subject: string | null; actor: string | null; before: number | null },
  limit: number,
  db: Db = pool(),
): Promise<AccountEvent[]> {
  const { rows } = await db.query(
    `select e.id, e.at, e.actor, e.verb, e.subject, e.detail, a.name as "actorName", s.name as "subjectName"
     from account_event e left join account a on a.id = e.actor left join account s on s.id = e.subject
     where ($1::bigint is null or e.id < $1) and ($3::text is null or e.subject = $3) and ($4::text is null or e.actor = $4)
     order by e.id desc limit $2`,
    [before, limit, subject, actor],
  )
  return z.array(eventRow).parse(rows)
}
