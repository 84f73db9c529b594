import { z } from 'zod'
import { periodOf } from '@/lib/clock'
import { type Asked, askedSql, parametersOf } from '@/lib/data/asked'
import { type Db, reader } from '@/lib/data/client'
import { amount } from '@/lib/data/lane-sums'
import { LINE_ORDER, lineSteps } from '@/lib/data/period-sql'
import { CAUSES, type CauseSums } from '@/lib/domain/period'
import { type IsoDate, PACE_STATUSES } from '@/lib/domain/types'
import type { Filters } from '@/lib/schemas/filters'

const totals = z.object({ promised: amount, reported: amount, verified: amount })
const absent = z.object({
  promised: amount.nullable(),
  reported: amount.nullable(),
  verified: amount.nullable(),
})

const side = absent.extend({
  /** Whether the agreement stands in the portfolio, whether it has a T or not. */
  present: z.boolean(),
  status: z.enum(PACE_STATUSES).nullable(),
})

const line = z.object({
  cause: z.enum(CAUSES),
  /** A change; null where a day brought it. */
  change: z.string().nullable(),
  /** When it was recorded, as an ISO instant. */
  at: z.string().nullable(),
  day: z.string(),
  reference: z.string(),
  title: z.string(),
  company: z.string().nullable(),
  /** The agreement whose change it was, when another moved with it. */
  through: z.string().nullable(),
  before: side,
  after: side,
  effects: totals,
})

/** What one day or one change did to one agreement of the portfolio. Persons or centimes. */
export type ChangeLine = z.output<typeof line>

const row = z.object({
  first: z.string(),
  last: z.string(),
  total: z.number(),
  sums: z.array(z.object({ cause: z.enum(CAUSES), lines: z.number(), effects: totals })),
  lines: z.array(line),
})

/** What moved between two states of the book. */
export interface PeriodState {
  /** The last change that counts at either end; '0' of an empty book. */
  first: string
  last: string
  /** Lines in all. */
  total: number
  sums: CauseSums[]
  lines: ChangeLine[]
}

const three = (name: (total: string) => string) =>
  ['promised', 'reported', 'verified'].map((total) => `'${total}', (${name(total)})::text`)

const sideSql = (was: string) => `jsonb_build_object(
    'present', ${was}present, 'status', ${was}status, ${three((total) => was + total).join(', ')})`

const LINE = `jsonb_build_object(
    'cause', cause, 'change', case when by_change then seq::text end,
    'at', to_char("at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'day', as_of,
    'reference', reference, 'title', title, 'company', company_name,
    'through', case when subject <> reference then subject end,
    'before', ${sideSql('was_')}, 'after', ${sideSql('')},
    'effects', jsonb_build_object(${three((total) => `${total}_effect`).join(', ')}))`

/** What is asked of a period: filters, and both clocks at either end, resolved. */
export function askedOfPeriod(filters: Filters): Asked & { since: IsoDate } {
  const { since, sinceKnownAt, asOf, knownAt } = periodOf(filters)
  const known = sinceKnownAt === null ? null : new Date(sinceKnownAt).toISOString()
  return { since, filters: { ...filters, since, sinceKnownAt: known }, asOf, knownAt, seq: null }
}

/** The lines of a period, as many as `most`, and what every cause did in all, in one statement. The filters carry its beginning on both clocks. */
export async function periodState(
  asked: Asked,
  most: number,
  db: Db = reader(),
): Promise<PeriodState> {
  const { rows } = await db.query(
    `with ${askedSql('$1')}, ${lineSteps(asked.filters)}
     select first::text, last::text, (select count(*)::int from line) as total,
       (select coalesce(jsonb_agg(jsonb_build_object('cause', cause, 'lines', lines, 'effects',
         jsonb_build_object('promised', promised::text, 'reported', reported::text, 'verified', verified::text))), '[]')
        from (select cause, count(*) as lines, sum(promised_effect) as promised, sum(reported_effect) as reported,
          sum(verified_effect) as verified from line group by cause) of_cause) as sums,
       (select coalesce(jsonb_agg(${LINE} order by ${LINE_ORDER}), '[]')
        from (select * from line order by ${LINE_ORDER} limit (select (p->>'most')::int from f)) line) as lines
     from period`,
    [parametersOf(asked, { most })],
  )
  return row.parse(rows[0])
}
