import { z } from 'zod'
import { type Asked, askedSql, parametersOf } from '@/lib/data/asked'
import { companyOf, openSql } from '@/lib/data/calendar'
import { type Db, reader } from '@/lib/data/client'
import { UNREPORTED, UNREPORTED_ORDER } from '@/lib/data/report-unreported'
import { COMPARATORS, MEASURES, MISSING_REASONS, REGIONS } from '@/lib/domain/types'

const whole = z.string().transform(BigInt).nullable()

/** A promise of which nobody has reported in time. */
const silent = z.object({
  reference: z.string(),
  title: z.string(),
  region: z.enum(REGIONS),
  /** Who is to be asked; null where the agreement names no company. */
  company: z.object({ slug: z.string(), name: z.string(), group: z.boolean() }).nullable(),
  measure: z.enum(MEASURES),
  comparator: z.enum(COMPARATORS),
  low: whole,
  high: whole,
  missing: z.enum(MISSING_REASONS).nullable(),
  currency: z.string().nullable(),
  due: z.string().nullable(),
  /** Of the latest report; null where there never was one. */
  dataDate: z.string().nullable(),
  reportDue: z.string(),
})

/** How many are silent, in a region or in all. */
const counts = z.object({
  promises: z.number(),
  agreements: z.number(),
  companies: z.number(),
  /** Promises of which nobody has ever reported. */
  never: z.number(),
  /** Promises whose report was due by asOf. */
  overdue: z.number(),
})

const frame = z.object({
  whole: counts,
  regions: z.array(counts.extend({ region: z.enum(REGIONS) })),
  rows: z.array(silent),
})

const COUNTS = `'promises', count(*), 'agreements', count(distinct reference), 'companies', count(distinct company->>'slug'),
    'never', count(*) filter (where data_date is null), 'overdue', count(*) filter (where report_due <= as_of)`

/** One statement: the promises without a report in time, region by region, `most` at most, and how many there are. */
export async function silentPromises(asked: Asked, most: number, db: Db = reader()) {
  const { rows } = await db.query(
    `with ${askedSql('$1')},
  ${openSql(asked.filters)},
  silent as materialized (
    select open.*, f.as_of, ${companyOf('open.id')} as company from open cross join f where ${UNREPORTED}
  )
  select (select jsonb_build_object(${COUNTS}) from silent) as whole,
    (select coalesce(jsonb_agg(counted order by region), '[]') from (
      select region, jsonb_build_object('region', region, ${COUNTS}) as counted from silent group by region
    ) per_region) as regions,
    (select coalesce(jsonb_agg(jsonb_build_object(
      'reference', reference, 'title', title, 'region', region, 'company', company, 'measure', measure,
      'comparator', comparator, 'low', low::text, 'high', high::text, 'missing', missing, 'currency', currency,
      'due', due, 'dataDate', data_date, 'reportDue', report_due
    ) order by ${UNREPORTED_ORDER}), '[]') from (select * from silent open order by ${UNREPORTED_ORDER} limit ${most}) open) as rows`,
    [parametersOf(asked)],
  )
  return frame.parse(rows[0])
}
