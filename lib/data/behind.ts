import { z } from 'zod'
import { pickedSql } from '@/lib/data/agreement-list-sql'
import { type Asked, askedSql, parametersOf } from '@/lib/data/asked'
import { type Db, reader } from '@/lib/data/client'
import { amount } from '@/lib/data/lane-sums'
import { BEHIND_ORDER, BEHIND_STEPS } from '@/lib/data/report-behind'

const sums = z.object({
  /** Promises that are behind, those of which nothing is known among them. */
  agreements: z.number(),
  promised: amount.nullable(),
  /** Σ e(asOf), half-up. */
  expectedToday: amount.nullable(),
  /** Of the promises whose shortfall is known, as the next ones. */
  created: amount.nullable(),
  verified: amount.nullable(),
  /** What should have been reached: e of the day of the report, T once the deadline has passed. */
  dueByNow: amount.nullable(),
  shortfall: amount.nullable(),
  /** Promises whose deadline has passed without a usable report. */
  unknown: z.number(),
  unknownPromised: amount.nullable(),
})

/** A company with what it is behind by; persons, or centimes where the measure is money. */
const company = sums.extend({
  /** Null where an agreement names no company. */
  slug: z.string().nullable(),
  name: z.string().nullable(),
  group: z.boolean().nullable(),
})

const frame = z.object({
  total: z.number(),
  whole: sums,
  rows: z.array(company),
})

const json = `jsonb_build_object(
    'slug', behind.slug, 'name', behind.name, 'group', behind.is_group, 'agreements', behind.agreements,
    'promised', behind.promised::text, 'expectedToday', behind.expected_today::text, 'created', behind.created::text,
    'verified', behind.verified::text, 'dueByNow', behind.due_by_now::text, 'shortfall', behind.shortfall::text,
    'unknown', behind.unknown, 'unknownPromised', behind.unknown_promised::text
  )`

/** One statement: the companies that are behind, the furthest first, `most` at most, and their sums. */
export async function companiesBehind(asked: Asked, most: number, db: Db = reader()) {
  const { rows } = await db.query(
    `with ${askedSql('$1')},
  ${pickedSql(asked.filters)},
  ${BEHIND_STEPS}
  select (select count(*)::int from behind where not whole) as total,
    (select ${json} from behind where whole) as whole,
    (select coalesce(jsonb_agg(${json} order by ${BEHIND_ORDER}), '[]') from (
      select * from behind where not whole order by ${BEHIND_ORDER} limit ${most}
    ) behind) as rows`,
    [parametersOf(asked)],
  )
  return frame.parse(rows[0])
}
