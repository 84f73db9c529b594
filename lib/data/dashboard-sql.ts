import { pickedSql } from '@/lib/data/agreement-list-sql'
import { askedSql, known } from '@/lib/data/asked'
import { guideSql } from '@/lib/data/guide-sql'
import { converted, convertedFraction, rateSql } from '@/lib/data/money-sql'
import type { Filters } from '@/lib/schemas/filters'

/** Rows of each list of promises; the whole list is a page of its own. */
export const MOST_PROMISES = 12
const MOST_DEADLINES = 6
const MOST_RECORDINGS = 6
const MOST_TITLES = 3
// A ledger that loads ten thousand rows at once must not be read through for six lines.
const CHANGES_READ = 500
// What keeps the burn-up of a cohort within sight of its year, whatever the address asks for.
const YEARS_BEFORE = 30
const YEARS_AFTER = 5

// Members of U with T, their T in persons or centimes as `weight`; `due`: those of the cohort.
const MEMBERS = `stated as materialized (
    select picked.*, rate.k, ${converted('picked.target')} as weight
    from f cross join picked cross join lateral (select picked.signed as "on") signature
    ${rateSql('picked')}
    where picked.live
  ),
  due as materialized (
    select stated.* from stated cross join f
    where weight is not null and extract(year from stated.due) = (f.p->>'cohort')::int
  )`

const promise = (row: string) => `jsonb_build_object(
    'reference', ${row}.reference, 'title', ${row}.title,
    'company', case when ${row}.company is not null then
      jsonb_build_object('slug', ${row}.company, 'name', ${row}.company_name, 'group', ${row}.company_group) end,
    'currency', ${row}.currency, 'target', ${row}.target::text, 'weight', ${row}.weight::text, 'created', ${row}.created::text,
    'expected', case when ${row}.guide_den is not null then jsonb_build_array(${row}.guide_num::text, ${row}.guide_den::text) end,
    'dataDate', ${row}.data_date, 'due', ${row}.due, 'dueEarly', ${row}.due_early, 'yearOnly', ${row}.year_only,
    'status', ${row}.status, 'reason', ${row}.reason, 'requiredPerMonth', ${row}.projection->'requiredPerMonth'
  )`

const listed = (rows: string, order: string) =>
  `select coalesce(jsonb_agg(${promise('x')} order by ${order}), '[]') from (${rows}) x`

const LARGEST = `select * from due order by weight desc, reference collate "C" limit ${MOST_PROMISES}`

const AHEAD = `from stated cross join f
    where weight is not null and stated.due > f.as_of and status not in ('MET', 'MET_LATE', 'INACTIVE')`
const OVERDUE = `from stated where weight is not null and status = 'DUE_UNREPORTED'`

const nearest = (from: string, direction: 'asc' | 'desc') =>
  `select stated.* ${from} order by stated.due ${direction}, weight desc, reference collate "C" limit ${MOST_DEADLINES}`

// `day`: the last day of every month from the first start to the end of the year, or to asOf when that is later, and asOf.
const DAYS = `bounds as materialized (
    select greatest(min(due.start), make_date(year - ${YEARS_BEFORE}, 1, 1)) as first,
      greatest(make_date(year, 12, 31), least(max(f.as_of), make_date(least(year + ${YEARS_AFTER}, 9999), 12, 31))) as last
    from due cross join f cross join lateral (select (f.p->>'cohort')::int as year) asked
    group by year having min(due.start) is not null
  ),
  day as materialized (
    select (month + interval '1 month - 1 day')::date as day
    from bounds cross join lateral generate_series(date_trunc('month', bounds.first), bounds.last, interval '1 month') month
    union
    select f.as_of from bounds join f on f.as_of between bounds.first and bounds.last
  )`

const guide = guideSql('r', 'day.day')
const asked = convertedFraction(guide.num, guide.den, 'due.k')

// Nothing is reported of a day that has not come; a report that is not of R on the day has no part in its point.
const reported = (lane: 'r' | 'v') => `${lane}.reporting and day.day <= f.as_of`

/** The members of the cohort of asOf on each day of the burn-up, as they stood on that day. */
const SERIES = `standing_of as materialized (
    select day.day, ${converted('r.target', 'due.k')} as target, ${asked.num} as num, ${asked.den} as den,
      case when ${reported('r')} then ${converted('r.created', 'due.k')} end as reported,
      case when ${reported('v')} then ${converted('v.created', 'due.k')} end as verified
    from f cross join day cross join due
    join standing r on r.agreement_id = due.id and r.measure = f.measure and r.lane = 'reported' and ${known('r')}
      and r.valid_from <= day.day and day.day < r.valid_to and r.live
    join standing v on v.agreement_id = due.id and v.measure = f.measure and v.lane = 'verified' and ${known('v')}
      and v.valid_from <= day.day and day.day < v.valid_to
  ),
  guide as (
    select day, jsonb_agg(jsonb_build_array(num::text, den::text)) as expected
    from (select day, sum(num) as num, den from standing_of where num is not null group by day, den) per_denominator group by day
  )`

const POINTS = `select coalesce(jsonb_agg(point order by day), '[]') from (
      select day, coalesce(sum(target), 0)::text as promised, sum(reported)::text as reported, sum(verified)::text as verified,
        coalesce(guide.expected, '[]') as expected
      from standing_of left join guide using (day) group by day, guide.expected
    ) point`

const RECORDED = `select coalesce(jsonb_agg(entry order by entry.seq desc), '[]') from (
      select max(seq)::text as seq, to_char(max("at") at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, verb, count(*)::int as count,
        bool_and(diff ? 'changed') as changed,
        to_jsonb((array_agg(jsonb_build_object('subject', subject, 'title', title, 'kind', kind) order by seq desc))[1:${MOST_TITLES}]) as subjects
      from (
        select change.*, coalesce(a.title, t.title) as title, case when a.id is not null then 'agreement' when t.id is not null then 'target' end as kind
        from (select change.* from change join f on change.seq <= f.seq order by change.seq desc limit ${CHANGES_READ}) change
        left join agreement a on a.reference = change.subject
        left join lateral (select * from target where code = change.subject and a.id is null order by id desc limit 1) t on true
      ) latest
      group by coalesce(batch, seq::text), verb order by max(seq) desc limit ${MOST_RECORDINGS}
    ) entry`

/** One statement, one row: the promises of a cohort with their months, what is due next, and what was recorded last, as JSON. */
export function dashboardSql(filters: Filters): string {
  return `with ${askedSql('$1')},
  ${pickedSql(filters)},
  ${MEMBERS},
  ${DAYS},
  ${SERIES}
  select (select seq::text from f) as seq,
    (${listed(LARGEST, 'x.weight desc, x.reference collate "C"')}) as promises,
    (${listed(nearest(AHEAD, 'asc'), 'x.due, x.weight desc')}) as next, (select count(*)::int ${AHEAD}) as "nextCount",
    (${listed(nearest(OVERDUE, 'desc'), 'x.due desc, x.weight desc')}) as overdue, (select count(*)::int ${OVERDUE}) as "overdueCount",
    (select jsonb_build_object('first', min(data_date), 'last', max(data_date)) from stated where reporting and k is not null) as data,
    (select max(data_date)::text from due where reporting) as "cohortDataDate",
    (${POINTS}) as points, (${RECORDED}) as recorded`
}
