import {
  boolean,
  date,
  decimal,
  type ExportColumn,
  either,
  instant,
  integer,
  literal,
  text,
  url,
} from '@/lib/data/export-columns'
import { converted, convertedFraction, rateSql } from '@/lib/data/money-sql'
import { METHOD } from '@/lib/domain/method'
import { HOME_CURRENCY } from '@/lib/domain/money'

const GUIDE = convertedFraction('picked.guide_num', 'picked.guide_den')
const AT_REPORT = convertedFraction('picked.expected_num', 'picked.expected_den')

// A quotient keeps as many decimals as its numerator: more than the days of all paths could tell apart.
const PRECISE = `1.${'0'.repeat(40)}`
const quotient = ({ num, den }: { num: string; den: string }) => `(${num}) * ${PRECISE} / (${den})`
// Rounded once, half-up; the first step takes back what the quotients themselves lost.
const rounded = (sum: string) => `round(round(${sum}, 20))`

/** Statuses of a promise that is behind its line, has fallen short at its deadline, or was due and nobody reported. */
const STATUSES = ['AT_RISK', 'BEHIND', 'REVERSED', 'SLIPPED', 'MISSED', 'DUE_UNREPORTED']

/**
 * `judged`: members of U that are behind, in persons or centimes, each with what should have been reached: T once the
 * deadline has passed, before it e of the day of the report (docs: /method#shortfall); `behind`: one row a company, and
 * one of all, whose `whole` is true.
 */
export const BEHIND_STEPS = `judged as materialized (
    select picked.company, picked.company_name, picked.company_group,
      ${converted('picked.target')} as target, ${converted('picked.created')} as created,
      ${converted('picked.verified_created')} as verified, ${quotient(GUIDE)} as expected,
      case when picked.due < f.as_of then ${converted('picked.target')} else ${quotient(AT_REPORT)} end as due_by_now,
      picked.reporting and picked.status <> 'DUE_UNREPORTED' as known
    from f cross join picked cross join lateral (select picked.signed as "on") signature
    ${rateSql('picked')}
    where picked.live and picked.target is not null and rate.k is not null
      and picked.status in (${STATUSES.map((status) => `'${status}'`).join(', ')})
  ),
  behind as materialized (
    select company as slug, company_name as name, company_group as is_group, grouping(company) = 1 as whole,
      count(*) as agreements, count(distinct company) as companies, sum(target) as promised, ${rounded('sum(expected)')} as expected_today,
      sum(created) filter (where known) as created, sum(verified) filter (where known) as verified,
      ${rounded('sum(due_by_now) filter (where known)')} as due_by_now,
      ${rounded('sum(due_by_now - created) filter (where known)')} as shortfall,
      count(*) filter (where not known) as unknown, sum(target) filter (where not known) as unknown_promised
    from judged where not known or due_by_now > created
    group by grouping sets ((company, company_name, company_group), ())
  )`

/** Largest shortfall first, those of whom nothing is known last. */
export const BEHIND_ORDER =
  'behind.shortfall desc nulls last, behind.unknown_promised desc nulls last, behind.slug collate "C" nulls last'

const amount = (column: string) => either('f.measure', `'${HOME_CURRENCY}'`, `behind.${column}`)

export const BEHIND_COLUMNS: ExportColumn[] = [
  text('company', 'behind.name'),
  literal('slug', 'behind.slug'),
  boolean('is_group', 'behind.is_group'),
  literal('measure', 'f.measure'),
  literal('currency', `case when f.measure = 'investment' then '${HOME_CURRENCY}' end`),
  integer('agreements', 'behind.agreements'),
  decimal('promised', amount('promised')),
  decimal('expected_today', amount('expected_today')),
  decimal('created', amount('created')),
  decimal('created_verified', amount('verified')),
  decimal('due_by_now', amount('due_by_now')),
  decimal('shortfall', amount('shortfall')),
  integer('unknown_agreements', 'behind.unknown'),
  decimal('unknown_promised', amount('unknown_promised')),
  url(
    'record_url',
    `case when not behind.is_group then (f.p->>'base') || '/companies/' || behind.slug end`,
  ),
  date('as_of', 'f.as_of'),
  instant('known_at', `f.p->>'knownAt'`),
  literal('method', `'${METHOD}'`),
]

/** One row a company. */
export const BEHIND_ROWS = `from behind cross join f where not behind.whole order by ${BEHIND_ORDER}`
