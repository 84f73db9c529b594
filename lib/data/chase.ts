import { z } from 'zod'
import { type Asked, askedSql, parametersOf } from '@/lib/data/asked'
import { companyOf, openSql } from '@/lib/data/calendar'
import { type Db, reader } from '@/lib/data/client'
import {
  COMPARATORS,
  MEASURES,
  MISSING_REASONS,
  NOT_MEASURABLE_REASONS,
  REGIONS,
} from '@/lib/domain/types'

const whole = z.string().transform(BigInt).nullable()

const missingFigure = z.object({
  reference: z.string(),
  title: z.string(),
  region: z.enum(REGIONS),
  measure: z.enum(MEASURES),
  comparator: z.enum(COMPARATORS),
  low: whole,
  high: whole,
  missing: z.enum(MISSING_REASONS).nullable(),
  currency: z.string().nullable(),
  due: z.string().nullable(),
  reason: z.enum(NOT_MEASURABLE_REASONS).nullable(),
  dataDate: z.string().nullable(),
  reportDue: z.string(),
  /** Who entered the latest statement about the agreement; null when it came through the terminal. */
  owner: z.string().nullable(),
})

const chased = z.object({
  slug: z.string(),
  name: z.string(),
  group: z.boolean(),
  /** The day since when the longest overdue report is due. */
  first: z.string(),
  figures: z.array(missingFigure),
})

/** A company and every figure that it owes. */
export type ChasedCompany = z.output<typeof chased>

const frame = z.object({ seq: z.string(), total: z.number(), rows: z.array(chased) })

// The one who knows an agreement best is the author of what was last accepted about it.
const OWNER = `left join lateral (
    select coalesce(change.diff->>'author', nullif(change.actor, 'terminal')) as id
    from change where change.subject = open.reference and change.seq <= f.seq and change.undoes is null
    order by change.seq desc limit 1
  ) owner on true
  left join account on account.id = owner.id`

/** One statement: the companies that owe a report by asOf, the longest overdue first, each with what it owes; those of one owner when `owner` is given. */
export async function chasePage(
  asked: Asked,
  { after, owner }: { after: { day: string; slug: string } | null; owner: string | null },
  db: Db = reader(),
) {
  const { rows } = await db.query(
    `with ${askedSql('$1')},
  ${openSql(asked.filters)},
  owed as materialized (
    select open.*, account.name as owner, ${companyOf('open.id')} as company
    from open cross join f ${OWNER}
    where open.report_due <= f.as_of and (f.p->>'owner' is null or owner.id = f.p->>'owner')
  ),
  chased as (
    select company, min(report_due) as first, jsonb_agg(jsonb_build_object(
      'reference', reference, 'title', title, 'region', region, 'measure', measure, 'comparator', comparator,
      'low', low::text, 'high', high::text, 'missing', missing, 'currency', currency, 'due', due, 'reason', reason,
      'dataDate', data_date, 'reportDue', report_due, 'owner', owner
    ) order by report_due, reference collate "C", measure) as figures
    from owed where company is not null group by company
  ),
  page as (
    select chased.* from chased cross join f
    where f.p->'after' is null or f.p->'after' = 'null'::jsonb
      or (first, company->>'slug') > ((f.p->'after'->>'day')::date, f.p->'after'->>'slug')
    order by first, company->>'slug' limit (select (p->>'limit')::int + 1 from f)
  )
  select f.seq::text as seq, (select count(*)::int from chased) as total,
    (select coalesce(jsonb_agg(company || jsonb_build_object('first', first, 'figures', figures) order by first, company->>'slug'), '[]') from page) as rows
  from f`,
    [parametersOf(asked, { after, owner })],
  )
  return frame.parse(rows[0])
}
