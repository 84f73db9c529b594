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
import { NO_OWNER } from '@/lib/schemas/filter-keys'

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
  /** Who looks after the agreement; null when nobody does. */
  owner: z.string().nullable(),
})

const chased = z.object({
  slug: z.string(),
  name: z.string(),
  group: z.boolean(),
  /** What the list is grouped by: the id of an account, a region; empty for no owner, and where it is not grouped. */
  bucket: z.string(),
  /** The name of the owner who is the bucket. */
  bucketName: z.string().nullable(),
  /** Where the bucket stands among the others. */
  place: z.string(),
  /** The day since when the longest overdue report is due. */
  first: z.string(),
  figures: z.array(missingFigure),
})

/** A company and every figure that it owes; where the list is grouped, of one owner or one region. */
export type ChasedCompany = z.output<typeof chased>

const frame = z.object({ seq: z.string(), total: z.number(), rows: z.array(chased) })

// An owner by name, nobody last; regions by their codes.
const BUCKET = `case f.p->>'group' when 'owner' then coalesce(open.owner, '') when 'region' then open.region else '' end`
const PLACE = `case f.p->>'group' when 'region' then open.region
    when 'owner' then case when open.owner is null then '1' else '0' || coalesce(fold(account.name), '') || ' ' || open.owner end
    else '' end`
const ORDER = `place collate "C", first, company->>'slug'`

/** Where a page of the list ended. */
export interface ChasePlace {
  place: string
  day: string
  slug: string
}

/** One statement: the companies that owe a report by asOf, the longest overdue first, each with what it owes; under each owner or region where it is grouped. */
export async function chasePage(asked: Asked, after: ChasePlace | null, db: Db = reader()) {
  const { owner, group } = asked.filters
  const { rows } = await db.query(
    `with ${askedSql('$1')},
  ${openSql(asked.filters)},
  owed as materialized (
    select open.*, account.name as owner_name, ${BUCKET} as bucket, ${PLACE} as place,
      case f.p->>'group' when 'owner' then account.name end as bucket_name, ${companyOf('open.id')} as company
    from open cross join f left join account on account.id = open.owner
    where open.report_due <= f.as_of
      and (f.p->>'owner' is null or f.p->>'owner' = coalesce(open.owner, '${NO_OWNER}'))
  ),
  chased as (
    select company, bucket, bucket_name, place, min(report_due) as first, jsonb_agg(jsonb_build_object(
      'reference', reference, 'title', title, 'region', region, 'measure', measure, 'comparator', comparator,
      'low', low::text, 'high', high::text, 'missing', missing, 'currency', currency, 'due', due, 'reason', reason,
      'dataDate', data_date, 'reportDue', report_due, 'owner', owner_name
    ) order by report_due, reference collate "C", measure) as figures
    from owed where company is not null group by company, bucket, bucket_name, place
  ),
  page as (
    select chased.* from chased cross join f
    where f.p->'after' is null or f.p->'after' = 'null'::jsonb
      or (${ORDER}) > (f.p->'after'->>'place' collate "C", (f.p->'after'->>'day')::date, f.p->'after'->>'slug')
    order by ${ORDER} limit (select (p->>'limit')::int + 1 from f)
  )
  select f.seq::text as seq, (select count(distinct company->>'slug')::int from chased) as total,
    (select coalesce(jsonb_agg(company || jsonb_build_object('first', first, 'figures', figures, 'bucket', bucket,
      'bucketName', bucket_name, 'place', place) order by ${ORDER}), '[]') from page) as rows
  from f`,
    [parametersOf(asked, { after, owner, group })],
  )
  return frame.parse(rows[0])
}
