const monthsFrom = (from: string, to: string) =>
  `(extract(year from ${to}) - extract(year from ${from})) * 12 + extract(month from ${to}) - extract(month from ${from})`

const sum = (value: string, where = 'true') =>
  `coalesce(sum(sign * ${value}) filter (where ${where}), 0)`

function laneJson(lane: 'r' | 'v'): string {
  const reporting = `${lane}_reporting`
  return `jsonb_build_object(
      'count', ${sum('1', reporting)}, 'promised', ${sum('target', reporting)}::text,
      'created', ${sum(`${lane}_created`, reporting)}::text,
      'paced', ${sum('1', `${reporting} and ${lane}_num > 0`)},
      'paced_created', ${sum(`${lane}_created`, `${reporting} and ${lane}_num > 0`)}::text,
      'guided', ${sum('1', `${reporting} and ${lane}_num is not null`)},
      'guided_created', ${sum(`${lane}_created`, `${reporting} and ${lane}_num is not null`)}::text
    )`
}

/**
 * What each month adds to P and to the sums over R. Every stretch of days counts once where it begins and once, negative,
 * where it ends, so the work grows with the changes, not with the months.
 */
export const SERIES_STEPS = `first as (select min(start) as day from stretch where live),
  step as (
    select stretch.*, 1 as sign, stretch.valid_from as at from stretch where live
    union all
    select stretch.*, -1, stretch.valid_to from stretch cross join f where live and valid_to <= f.as_of
  ),
  placed as materialized (
    select step.*, (${monthsFrom('first.day', 'step.at')})::int as month from step cross join first
  ),
  month_fraction as (
    select month, jsonb_agg(jsonb_build_array(num::text, den::text)) as expected from (
      select month, sum(sign * r_num) as num, r_den as den from placed
      where r_reporting and r_num is not null group by month, r_den
    ) per_denominator where num <> 0 group by month
  )`

/** The steps as JSON in the order of their months, counted from the first signature's. */
export const SERIES = `select jsonb_build_object('first', (select to_char(day, 'YYYY-MM') from first), 'steps', coalesce(jsonb_agg(step), '[]'))
    from (
      select of_month.*, coalesce(month_fraction.expected, '[]') as expected
      from (
        select month, ${sum('target')}::text as promised, ${laneJson('r')} as reported, ${laneJson('v')} as verified
        from placed group by month
      ) of_month left join month_fraction using (month) order by month
    ) step`
