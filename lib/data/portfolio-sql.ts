import { askedSql, conditionsOf, current, known, SIGNATURE_SQL } from '@/lib/data/asked'
import { guideSql } from '@/lib/data/guide-sql'
import { converted, convertedFraction, rateSql } from '@/lib/data/money-sql'
import { SERIES, SERIES_STEPS } from '@/lib/data/series-sql'
import type { Lane } from '@/lib/domain/types'
import type { Filters } from '@/lib/schemas/filters'

/** The row of the lane asked for, in a statement that joins reported `r` and verified `v`. */
const ROWS: Record<Lane, string> = { reported: 'r', verified: 'v' }

function laneColumns(row: string): string {
  const expected = convertedFraction(`${row}.expected_num`, `${row}.expected_den`)
  const projected = convertedFraction(`${row}.projected_num`, `${row}.projected_den`)
  return `${row}.status as ${row}_status, ${row}.reason as ${row}_reason, ${row}.bucket as ${row}_bucket,
    ${row}.reporting and rate.k is not null as ${row}_reporting,
    ${converted(`${row}.created`)} as ${row}_created,
    ${expected.num} as ${row}_num, ${expected.den} as ${row}_den,
    ${projected.num} as ${row}_projected_num, ${projected.den} as ${row}_projected_den`
}

const PIECE = guideSql('r', 'f.as_of')
const GUIDE = convertedFraction(PIECE.num, PIECE.den)

// Once an agreement, not once a stretch.
const WHOSE = `whose as materialized (
    select a.id, signature."on" as signed, lead.slug as company, lead.name as company_name, lead.is_group as company_group
    from f cross join agreement a
    ${SIGNATURE_SQL}
    left join lateral (
      select o.slug, o.name, o.is_group from party join organisation o on o.id = party.organisation_id
      where party.agreement_id = a.id and party.role = 'company' limit 1
    ) lead on true
  )`

/**
 * `stretch`: agreements that pass the filters, over every stretch of days on which neither lane changes, with both lanes and
 * amounts in persons or centimes; `now`: those of asOf. A money row without a rate has no T.
 */
export function stretchSql(filters: Filters): string {
  const row = ROWS[filters.lane]
  return `stretch as materialized (
    select a.id, a.reference, a.sector, a.region, whose.company, whose.company_name, whose.company_group, r.start, r.live, r.member, r.left_out,
      r.comparator, ${converted('r.target')} as target,
      ${converted('r.original')} as original, ${converted('r.low')} as low, ${converted('r.high')} as high,
      r.due, r.year_only, ${GUIDE.num} as guide_num, ${GUIDE.den} as guide_den,
      greatest(r.valid_from, v.valid_from) as valid_from, least(r.valid_to, v.valid_to) as valid_to,
      ${laneColumns('r')},
      ${laneColumns('v')}
    from f cross join whose
    join agreement a on a.id = whose.id
    cross join lateral (select whose.signed as "on") signature
    join standing r on r.agreement_id = whose.id and r.measure = f.measure and r.lane = 'reported' and ${known('r')} and r.valid_from <= f.as_of
    join standing v on v.agreement_id = whose.id and v.measure = f.measure and v.lane = 'verified' and ${known('v')}
      and v.valid_from < r.valid_to and r.valid_from < v.valid_to and v.valid_from <= f.as_of
    ${rateSql('r')}
    where ${conditionsOf(filters, row).join(' and ')}
  ),
  now as materialized (
    select stretch.*, ${ROWS[filters.lane]}_status as status, ${row}_reason as reason, ${row}_bucket as bucket,
      ${row}_reporting as reporting, ${row}_created as created, ${row}_num as num, ${row}_den as den,
      ${row}_projected_num as projected_num, ${row}_projected_den as projected_den
    from stretch join f on ${current('stretch')}
  )`
}

const unallocated = (column: string, ...codes: string[]) =>
  `case when now.${column} in (${codes.map((code) => `'${code}'`).join(', ')}) then 'unallocated' else now.${column} end`

/** `scope`: each live row once per group that it adds to; `laneSum` and `fraction`: the sums over R of each group. */
const LANE_SUMS = `scope as materialized (
    select k.*, now.target from now cross join f cross join lateral (values
      ('lane', '', now.reporting, now.created, now.num, now.den),
      ('verified', '', now.v_reporting, now.v_created, now.v_num, now.v_den),
      ('cohort', '', now.reporting, now.created, now.num, now.den),
      ('sector', ${unallocated('sector', 'mixed_industry')}, now.reporting, now.created, now.num, now.den),
      ('region', ${unallocated('region', 'MA', 'MULTI')}, now.reporting, now.created, now.num, now.den),
      ('company', coalesce(now.company, 'unallocated'), now.reporting, now.created, now.num, now.den),
      ('dueYear', coalesce(extract(year from now.due)::text, 'unallocated'), now.reporting, now.created, now.num, now.den)
    ) k (scope, code, reporting, created, num, den)
    where now.live and (k.scope <> 'cohort' or now.target is not null and extract(year from now.due) = (f.p->>'cohort')::int)
  ),
  fraction as (
    select scope, code, jsonb_agg(jsonb_build_array(num::text, den::text)) as expected
    from (
      select scope, code, sum(num) as num, den from scope where reporting and num is not null group by scope, code, den
    ) per_denominator group by scope, code
  ),
  lane_sum as (
    select scope, code, count(*) as members, coalesce(sum(target), 0)::text as all_promised,
      count(*) filter (where reporting) as count,
      coalesce(sum(target) filter (where reporting), 0)::text as promised,
      coalesce(sum(created) filter (where reporting), 0)::text as created,
      count(*) filter (where reporting and num > 0) as paced,
      coalesce(sum(created) filter (where reporting and num > 0), 0)::text as paced_created,
      count(num) filter (where reporting) as guided,
      coalesce(sum(created) filter (where reporting and num is not null), 0)::text as guided_created
    from scope group by scope, code
  )`

const OVERLAPPING = `select coalesce(sum(${converted('dropped.target')}), 0)::text
    from f join standing dropped on dropped.measure = f.measure and dropped.lane = 'reported'
      and ${known('dropped')} and ${current('dropped')}
    join agreement a on a.id = dropped.agreement_id
    join now on now.id = dropped.left_out_for and now.live
    ${SIGNATURE_SQL}
    ${rateSql('dropped')}`

/** The high of a sum of terms, as text: open when any term is. */
export const HIGH = `case when bool_or(target is not null and comparator in ('gt', 'ge')) then null else coalesce(sum(
        case when target is null then null when comparator = 'range' then high - (low - target) else target end
      ), 0)::text end`
const FLAGS = `'strict', coalesce(bool_or(target is not null and comparator = 'gt'), false),
      'approximate', coalesce(bool_or(target is not null and comparator = 'approx'), false)`

const PROMISED = `select jsonb_build_object(
      'count', count(*), 'stated', count(target), 'value', coalesce(sum(target), 0)::text,
      'high', ${HIGH}, ${FLAGS}
    ) from now where live`

const least = 'least(greatest(created, 0), target)'
const reporting = `filter (where bucket = 'reporting')`
const inBucket = (bucket: string) =>
  `coalesce(sum(target) filter (where bucket = '${bucket}'), 0)::text`

const FUNNEL = `select jsonb_build_object(
      'original', coalesce(sum(original), 0)::text,
      'increases', coalesce(sum(greatest(coalesce(target, 0) - coalesce(original, 0), 0)), 0)::text,
      'amendedAway', coalesce(sum(greatest(coalesce(original, 0) - coalesce(target, 0), 0)), 0)::text,
      'terminated', ${inBucket('terminated')},
      'notMeasurable', ${inBucket('notMeasurable')},
      'notReporting', ${inBucket('notReporting')},
      'delivered', coalesce(sum(${least}) ${reporting}, 0)::text,
      'deliveredVerified', coalesce(sum(least(${least}, greatest(v_created, 0))) ${reporting}, 0)::text,
      'outstanding', coalesce(sum(target - ${least}) ${reporting}, 0)::text,
      'overDelivered', coalesce(sum(greatest(created - target, 0)) ${reporting}, 0)::text
    ) from now where member`

const APART = `select jsonb_build_object(
      'ceilings', count(*) filter (where reason = 'TARGET_IS_CEILING'),
      'ceilingsHigh', coalesce(sum(high) filter (where reason = 'TARGET_IS_CEILING'), 0)::text,
      'mixed', count(*) filter (where reason = 'SCOPE_MIXED'),
      'mixedPromised', coalesce(sum(low) filter (where reason = 'SCOPE_MIXED'), 0)::text
    ) from now where live`

const OTHERS = `select jsonb_build_object(
      'hires', count(*) filter (where o.measure = 'gross_hires'),
      'hiresPromised', coalesce(sum(o.target) filter (where o.measure = 'gross_hires'), 0)::text,
      'levels', count(*) filter (where o.measure = 'headcount_level')
    ) from f join now on now.live
    join standing o on o.agreement_id = now.id and o.lane = 'reported' and o.status is not null and o.live
      and o.measure in ('gross_hires', 'headcount_level') and o.measure <> f.measure and ${known('o')} and ${current('o')}`

const STATUS_MIX = `select coalesce(jsonb_agg(mix), '[]') from (
      select status, count(*) as count, sum(target)::text as promised from now
      where live and target is not null group by status
    ) mix`

const perDenominator = (num: string, den: string, where: string) =>
  `(select coalesce(jsonb_agg(jsonb_build_array(num::text, den::text)), '[]') from (
      select sum(${num}) as num, ${den} as den from due where ${where} group by 2
    ) summed)`

const COHORT = `select jsonb_build_object(
      'count', count(*), 'yearOnly', count(*) filter (where year_only), 'promised', coalesce(sum(target), 0)::text,
      'kept', count(*) filter (where status in ('MET', 'MET_LATE')),
      'expectedToday', ${perDenominator('guide_num', 'guide_den', 'guide_num is not null')},
      'projectedAtDue', ${perDenominator('coalesce(projected_num, created)', 'case when projected_num is null then 1 else projected_den end', 'reporting')}
    ) from due`

const MONEY_ROWS = `money as materialized (
    select m.comparator, m.currency, m.target as own, ${converted('m.target')} as target,
      ${converted('m.low')} as low, ${converted('m.high')} as high, ${converted('m.created')} as created
    from f join now on true join agreement a on a.id = now.id
    join standing m on m.agreement_id = now.id and m.measure = 'investment' and m.lane = f.lane and m.live
      and ${known('m')} and ${current('m')}
    ${SIGNATURE_SQL}
    ${rateSql('m')}
  )`

const MONEY = `select jsonb_build_object(
      'of', count(*), 'stated', count(target), 'low', coalesce(sum(target), 0)::text,
      'high', ${HIGH}, ${FLAGS},
      'realised', coalesce(sum(created), 0)::text, 'realisedCount', count(created),
      'notConverted', (select coalesce(jsonb_agg(unconverted), '[]') from (
        select currency, sum(own)::text as low, count(*) as count from money
        where target is null and own is not null group by currency order by currency
      ) unconverted)
    ) from money`

const COMPANIES = `select coalesce(jsonb_object_agg(company, jsonb_build_object('name', company_name, 'group', company_group)), '{}')
    from now where live and company is not null`

/** One statement, one row: every sum of the portfolio at asOf and of its months as JSON, amounts as text. */
export function portfolioSql(filters: Filters): string {
  return `with ${askedSql('$1')},
  ${WHOSE},
  ${stretchSql(filters)},
  due as materialized (
    select now.* from now cross join f
    where live and target is not null and extract(year from due) = (f.p->>'cohort')::int
  ),
  ${LANE_SUMS},
  ${SERIES_STEPS},
  ${MONEY_ROWS}
  select (select seq::text from f) as seq, (${PROMISED}) as promised, (${OVERLAPPING}) as overlapping, (${STATUS_MIX}) as "statusMix",
    (${FUNNEL}) as funnel, (${APART}) as apart, (${OTHERS}) as others, (${COHORT}) as cohort,
    (select coalesce(jsonb_agg(to_jsonb(lane_sum) || jsonb_build_object('expected', coalesce(fraction.expected, '[]'))), '[]')
      from lane_sum left join fraction using (scope, code)) as lanes,
    (select coalesce(jsonb_agg(jsonb_build_object('reference', reference, 'reason', left_out) order by reference collate "C"), '[]')
      from now where left_out is not null) as "leftOut",
    (${COMPANIES}) as companies, (${SERIES}) as series, (${MONEY}) as money`
}
