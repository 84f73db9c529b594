import { z } from 'zod'
import {
  type Asked,
  askedSql,
  conditionsOf,
  current,
  known,
  parametersOf,
  SIGNATURE_SQL,
} from '@/lib/data/asked'
import { type Db, reader } from '@/lib/data/client'
import { type CalendarList, REPORT_DUE_DAYS } from '@/lib/domain/report-due'
import {
  COMPARATORS,
  MEASURES,
  MISSING_REASONS,
  NOT_MEASURABLE_REASONS,
  PACE_STATUSES,
  REGIONS,
  SECTORS,
} from '@/lib/domain/types'
import type { Filters } from '@/lib/schemas/filters'

const whole = z.string().transform(BigInt).nullable()

const entry = z.object({
  /** The deadline, or the day on which the report is due. */
  day: z.string(),
  reference: z.string(),
  title: z.string(),
  sector: z.enum(SECTORS),
  region: z.enum(REGIONS),
  company: z.object({ slug: z.string(), name: z.string(), group: z.boolean() }).nullable(),
  measure: z.enum(MEASURES),
  comparator: z.enum(COMPARATORS),
  low: whole,
  high: whole,
  missing: z.enum(MISSING_REASONS).nullable(),
  currency: z.string().nullable(),
  due: z.string().nullable(),
  yearOnly: z.boolean(),
  status: z.enum(PACE_STATUSES),
  reason: z.enum(NOT_MEASURABLE_REASONS).nullable(),
  dataDate: z.string().nullable(),
})

/** One promise in one measure on a day of the calendar. */
export type CalendarEntry = z.output<typeof entry>

const page = z.object({ count: z.number(), rows: z.array(entry) })
const frame = z.object({ seq: z.string(), deadlines: page, reports: page, overdue: z.number() })

/** Where a page of the calendar ended. */
export interface CalendarPlace {
  day: string
  reference: string
  measure: string
}

// A promise counts where no other row counts for it; one that has ended is due no more.
const OPEN = `s.status is not null and s.status <> 'INACTIVE' and s.left_out is null`

/** The day on which the next report of the standing `s` is due; null where none is (docs: /method#report-due). */
export const REPORT_DUE_SQL = `case
    when s.target is null and s.reason is distinct from 'BASELINE_MISSING' then null
    when s.status in ('MET', 'MET_LATE') then null
    when s.data_date is not null and s.data_date >= s.due then null
    else coalesce(s.data_date, s.start) + ${REPORT_DUE_DAYS}
  end`

/** `open`: the promises under the filters as they stand at asOf in the reported lane, with the day of their next report. */
export function openSql(filters: Filters): string {
  return `open as materialized (
    select a.id, a.reference, a.title, a.sector, a.region, a.owner, s.measure, s.comparator, s.low, s.high, s.missing, s.currency,
      s.due, s.year_only, s.status, s.reason, s.data_date, ${REPORT_DUE_SQL} as report_due
    from f join standing s on s.lane = 'reported' and ${known('s')} and ${current('s')}
    join agreement a on a.id = s.agreement_id
    ${SIGNATURE_SQL}
    where ${OPEN} and ${conditionsOf(filters, 's').join(' and ')}
  )`
}

/** The company of an agreement as JSON, or null. */
export const companyOf = (agreement: string) => `(
    select jsonb_build_object('slug', o.slug, 'name', o.name, 'group', o.is_group)
    from party join organisation o on o.id = party.organisation_id
    where party.agreement_id = ${agreement} and party.role = 'company' limit 1
  )`

const entryOf = (day: string) => `jsonb_build_object(
    'day', ${day}, 'reference', x.reference, 'title', x.title, 'sector', x.sector, 'region', x.region, 'company', ${companyOf('x.id')},
    'measure', x.measure, 'comparator', x.comparator, 'low', x.low::text, 'high', x.high::text, 'missing', x.missing,
    'currency', x.currency, 'due', x.due, 'yearOnly', x.year_only, 'status', x.status, 'reason', x.reason, 'dataDate', x.data_date
  )`

const placed = (row: string, day: string) =>
  `${row}.${day}, ${row}.reference collate "C", ${row}.measure`

function listed(list: CalendarList, day: string, condition: string): string {
  const after = `(f.p->'after'->>'list' is distinct from '${list}' or (${placed('open', day)})
      > ((f.p->'after'->>'day')::date, f.p->'after'->>'reference' collate "C", f.p->'after'->>'measure'))`
  return `jsonb_build_object(
      'count', (select count(*)::int from open cross join f where ${condition}),
      'rows', (select coalesce(jsonb_agg(${entryOf(`x.${day}`)} order by ${placed('x', day)}), '[]') from (
        select open.* from open cross join f where ${condition} and ${after}
        order by ${placed('open', day)} limit (select (p->>'limit')::int + 1 from f)
      ) x)
    )`
}

/** One statement: deadlines ahead and reports due, each its first page or the one after a place, and how many there are. */
export async function calendarPage(
  asked: Asked,
  after: { list: CalendarList; place: CalendarPlace } | null,
  db: Db = reader(),
) {
  const { filters } = asked
  const { rows } = await db.query(
    `with ${askedSql('$1')},
  ${openSql(filters)}
  select f.seq::text as seq,
    ${listed('deadlines', 'due', 'open.due > f.as_of')} as deadlines,
    ${listed('reports', 'report_due', 'open.report_due is not null')} as reports,
    (select count(*)::int from open where open.report_due < f.as_of) as overdue
  from f`,
    [parametersOf(asked, { after: after && { list: after.list, ...after.place } })],
  )
  return frame.parse(rows[0])
}
