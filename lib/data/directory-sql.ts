import { conditionsOf, current, known, SIGNATURE_SQL, searchConditions } from '@/lib/data/asked'
import { converted, convertedFraction, rateSql } from '@/lib/data/money-sql'
import { HIGH } from '@/lib/data/portfolio-sql'
import type { DirectoryKind } from '@/lib/schemas/filter-keys'
import { type Filters, noFilters } from '@/lib/schemas/filters'

const EXPECTED = convertedFraction('s.expected_num', 's.expected_den')

/** `held`: every agreement on the day in the lane asked for, before the filters of lists, its amounts in persons or centimes. */
export const HELD = `held as materialized (
    select a.id, a.reference, a.title, signature."on" as signed, signature.on_text as signed_text,
      s.live, s.left_out, s.status, s.reason, s.comparator, s.low as stated_low, s.high as stated_high, s.missing, s.currency,
      ${converted('s.target')} as target, ${converted('s.low')} as low, ${converted('s.high')} as high,
      s.reporting and rate.k is not null as reporting, ${converted('s.created')} as created,
      ${EXPECTED.num} as num, ${EXPECTED.den} as den
    from f join standing s on s.measure = f.measure and s.lane = f.lane and ${known('s')} and ${current('s')}
    join agreement a on a.id = s.agreement_id
    ${SIGNATURE_SQL}
    ${rateSql('s')}
    where ${conditionsOf(noFilters(), 's').join(' and ')}
  )`

/** Each organisation once per agreement, in whatever roles. */
export const PARTNERS = `(select distinct agreement_id, organisation_id from party) partner`

/** Which part of the directory an organisation `o` stands in. */
export const KIND = `case when o.kind = 'government' then 'government' when o.is_group then 'group' else 'company' end`

const live = 'filter (where live)'
const reporting = 'filter (where live and reporting)'

const PER_ORGANISATION = `total as (
    select id, slug, name, count(*)::int as agreements, count(*) ${live} as members,
      count(target) ${live} as stated, coalesce(sum(target) ${live}, 0)::text as all_promised,
      (${HIGH.replaceAll('target', 'live_target')}) as high,
      coalesce(bool_or(comparator = 'gt') filter (where live_target is not null), false) as strict,
      coalesce(bool_or(comparator = 'approx') filter (where live_target is not null), false) as approximate,
      count(*) ${reporting} as count, coalesce(sum(target) ${reporting}, 0)::text as promised,
      coalesce(sum(created) ${reporting}, 0)::text as created,
      count(*) filter (where live and reporting and num > 0) as paced,
      coalesce(sum(created) filter (where live and reporting and num > 0), 0)::text as paced_created,
      count(num) ${reporting} as guided,
      coalesce(sum(created) filter (where live and reporting and num is not null), 0)::text as guided_created,
      coalesce(sum(target) ${live}, -1) as key
    from one group by id, slug, name
  ),
  fraction as (
    select id, jsonb_agg(jsonb_build_array(num::text, den::text)) as expected
    from (
      select id, sum(num) as num, den from one where live and reporting and num is not null group by id, den
    ) per_denominator group by id
  ),
  mix as (
    select id, jsonb_agg(jsonb_build_object('status', status, 'count', count) order by count desc, status) as statuses
    from (
      select id, status, count(*) as count from one where live_target is not null group by id, status
    ) per_status group by id
  )`

/** One statement: a page of the organisations of a kind after the cursor in f.p->'after', the most promised first, with the number of every kind. */
export function organisationsSql(asked: string, kind: DirectoryKind, filters: Filters): string {
  const found = searchConditions(filters, 'o.search')
  return `with ${asked},
  ${HELD},
  named as materialized (
    select o.id, o.slug, o.name, ${KIND} as kind, partner.agreement_id from ${PARTNERS}
    join organisation o on o.id = partner.organisation_id where ${['true', ...found].join(' and ')}
  ),
  one as (
    select named.id, named.slug, named.name, held.live, held.status, held.comparator, held.target,
      case when held.live then held.target end as live_target, held.low, held.high, held.reporting, held.created, held.num, held.den
    from named join held on held.id = named.agreement_id where named.kind = '${kind}'
  ),
  ${PER_ORGANISATION},
  page as (
    select total.* from total cross join f
    where f.p->'after' is null or f.p->'after' = 'null'::jsonb or key < (f.p->'after'->>0)::numeric
      or (key = (f.p->'after'->>0)::numeric and slug > f.p->'after'->>1)
    order by key desc, slug limit (select (p->>'limit')::int + 1 from f)
  )
  select f.seq::text as seq, (
      select coalesce(jsonb_object_agg(kind, count), '{}') from (
        select named.kind, count(distinct named.id) as count from named join held on held.id = named.agreement_id group by named.kind
      ) per_kind
    ) as counts, (
      select coalesce(jsonb_agg(to_jsonb(page) || jsonb_build_object('key', page.key::text, 'high', page.high,
        'expected', coalesce(fraction.expected, '[]'), 'statuses', coalesce(mix.statuses, '[]')) order by page.key desc, page.slug), '[]')
      from page left join fraction using (id) left join mix using (id)
    ) as rows
  from f`
}
