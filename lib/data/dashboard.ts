import { z } from 'zod'
import { type Asked, parametersOf } from '@/lib/data/asked'
import { type Db, reader } from '@/lib/data/client'
import { dashboardSql } from '@/lib/data/dashboard-sql'
import { amount, fractions } from '@/lib/data/lane-sums'
import { total } from '@/lib/domain/lane-figures'
import { NOT_MEASURABLE_REASONS, PACE_STATUSES, type Rational } from '@/lib/domain/types'

const fraction = z
  .tuple([amount, amount])
  .transform(([num, den]): Rational => ({ num, den }))
  .nullable()

/** One promise with a T and a deadline, as it stands at asOf in the lane asked for. */
const promise = z.object({
  reference: z.string(),
  title: z.string(),
  company: z.object({ slug: z.string(), name: z.string(), group: z.boolean() }).nullable(),
  /** Of `target`, `created` and `expected`; null for persons. */
  currency: z.string().nullable(),
  target: amount,
  /** T in persons or centimes: what compares promises of several currencies. */
  weight: amount,
  created: amount.nullable(),
  /** e(asOf). */
  expected: fraction,
  dataDate: z.string().nullable(),
  due: z.string(),
  dueEarly: z.string(),
  yearOnly: z.boolean(),
  status: z.enum(PACE_STATUSES),
  reason: z.enum(NOT_MEASURABLE_REASONS).nullable(),
  /** Persons or whole units of `currency` a month; null where the method defines none. */
  requiredPerMonth: z.number().nullable(),
})

/** The cohort on one day: Σ T, Σ e(day), and Σ c over those in R, null when none is; the future knows T and e only. */
const point = z
  .object({
    day: z.string(),
    promised: amount,
    reported: amount.nullable(),
    verified: amount.nullable(),
    expected: fractions,
  })
  .transform(({ expected, ...same }) => ({
    ...same,
    /** Σ e(day); null when no member has a path. */
    expected: expected.length > 0 ? total(expected) : null,
  }))

/** Changes recorded together under one verb, the latest first. */
const recorded = z.object({
  seq: z.string(),
  /** When, as an ISO instant. */
  at: z.string(),
  verb: z.string(),
  count: z.number(),
  /** Whether each of them changed something that was there. */
  changed: z.boolean(),
  subjects: z.array(
    z.object({
      subject: z.string(),
      title: z.string().nullable(),
      kind: z.enum(['agreement', 'target']).nullable(),
    }),
  ),
})

const row = z.object({
  seq: z.string(),
  promises: z.array(promise),
  next: z.array(promise),
  nextCount: z.number(),
  overdue: z.array(promise),
  overdueCount: z.number(),
  data: z.object({ first: z.string().nullable(), last: z.string().nullable() }),
  /** Latest data date in the cohort's burn-up. */
  cohortDataDate: z.string().nullable(),
  points: z.array(point),
  recorded: z.array(recorded),
})

/** What the dashboard shows beside the summary. */
export type DashboardState = z.output<typeof row>

/** The promises of the cohort, the nearest deadlines and the latest changes, in one statement. */
export async function dashboardState(asked: Asked, db: Db = reader()): Promise<DashboardState> {
  const { rows } = await db.query(dashboardSql(asked.filters), [parametersOf(asked)])
  return row.parse(rows[0])
}
