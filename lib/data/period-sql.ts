import { conditionsOf, current, known, SIGNATURE_SQL } from '@/lib/data/asked'
import { converted, rateSql } from '@/lib/data/money-sql'
import type { Filters } from '@/lib/schemas/filters'

const between = (seq: string) => `${seq} > period.first and ${seq} <= period.last`

// Which state an agreement was in, and which it came to: first day by day with the knowledge of the beginning, then change
// by change on the last day. The order makes the effects of the steps telescope.
const POINTS = `period as materialized (
    select (f.p->>'since')::date as since, f.as_of as until, f.seq as last, least(f.seq, coalesce((
      select seq from change where f.p->>'sinceKnownAt' is null or at <= (f.p->>'sinceKnownAt')::timestamptz order by seq desc limit 1
    ), 0)) as first from f
  ),
  boundary as materialized (
    select s.agreement_id as id, turn.day as as_of, period.first as seq
    from period cross join f
    join standing s on s.measure = f.measure and s.known_from <= period.first and period.first < s.known_to
    cross join lateral (values (s.valid_from), (s.valid_to)) turn (day)
    where turn.day > period.since and turn.day <= period.until
    union
    select s.agreement_id, period.until, turn.seq
    from period cross join f
    join standing s on s.measure = f.measure and s.valid_from <= period.until and period.until < s.valid_to
    cross join lateral (values (s.known_from), (s.known_to)) turn (seq)
    where ${between('turn.seq')}
    union
    select e.agreement_id, period.until, turn.seq
    from period join event e on e.kind = 'signature'
    cross join lateral (values (e.recorded), (e.retracted)) turn (seq)
    where ${between('turn.seq')}
    union
    select a.id, period.until, c.seq
    from period join change c on ${between('c.seq')} join agreement a on a.reference = c.subject
    union
    select promise.agreement_id, period.until, turn.seq
    from period cross join f cross join rate published
    cross join lateral (values (published.recorded), (published.retracted)) turn (seq)
    join commitment promise on promise.currency = published.currency and promise.measure = f.measure
    where ${between('turn.seq')}
  ),
  point as materialized (
    select id, as_of, seq from boundary
    union
    select id, period.since, period.first from boundary cross join period
  )`

// `f` of each point: every condition of the dashboard reads the day and the knowledge of its own point.
const stateSql = (filters: Filters) => `state as materialized (
    select f.id, f.as_of, f.seq, r.start, r.lifecycle, r.status, r.reason, r.freshness, r.left_out, r.live,
      r.comparator, r.low, r.high, r.missing, r.data_date, v.data_date as v_data_date,
      case when r.live then ${converted('r.target')} end as promised,
      case when r.live and r.reporting and rate.k is not null then ${converted('r.created')} end as reported,
      case when r.live and v.reporting and rate.k is not null then ${converted('v.created')} end as verified
    from (select point.*, asked.p, asked.measure, asked.lane from point cross join f asked) f
    join agreement a on a.id = f.id
    ${SIGNATURE_SQL}
    join standing r on r.agreement_id = f.id and r.measure = f.measure and r.lane = 'reported' and ${known('r')} and ${current('r')}
    join standing v on v.agreement_id = f.id and v.measure = f.measure and v.lane = 'verified' and ${known('v')} and ${current('v')}
    ${rateSql('r')}
    where ${conditionsOf(filters, filters.lane === 'verified' ? 'v' : 'r').join(' and ')}
  )`

const COMPARED = `start, lifecycle, status, freshness, left_out, live, comparator, low, high, missing, data_date, v_data_date, promised, reported, verified`

const lagged = COMPARED.split(', ')
  .map((name) => `lag(state.${name}) over step as was_${name}`)
  .join(', ')

const moved = COMPARED.split(', ')
  .map((name) => `${name} is distinct from was_${name}`)
  .join(' or ')

// The columns of an agreements file that state a promise: a change of one is a correction, any other of the description.
const PROMISE_COLUMNS = `array['jobs', 'jobs_missing', 'jobs_scope', 'deadline', 'milestones', 'baseline_headcount', 'amount', 'amount_missing', 'currency']`

const CAUSE = `case
    when by_change and verb ~ '^undo' then 'undone'
    when by_change and verb like '%.retraction' then 'retracted'
    when by_change and verb like '%.rate' then 'rate'
    when by_change and verb like '%.event' then 'event'
    when by_change and diff ? 'created' and verb like '%.agreement' then 'added'
    when by_change and verb like '%.report' and diff ? 'created' then 'reported'
    when by_change and verb like '%.amendment' and diff->'created'->>'kind' = 'amendment' then 'amended'
    when by_change and (verb ~ '[.](report|amendment)$' or diff->'changed' ?| ${PROMISE_COLUMNS}) then 'corrected'
    when by_change then 'edited'
    when not was_present and start = as_of then 'begun'
    when was_present is distinct from present then 'filtered'
    when lifecycle is distinct from was_lifecycle then 'event_dated'
    when left_out is distinct from was_left_out then 'counting'
    when (comparator, low, high, missing) is distinct from (was_comparator, was_low, was_high, was_missing) then 'amendment_due'
    when (data_date, v_data_date) is distinct from (was_data_date, was_v_data_date) then 'report_dated'
    when freshness is distinct from was_freshness then 'aged'
    else 'deadline'
  end`

const effect = (name: string) => `coalesce(${name}, 0) - coalesce(was_${name}, 0)`

/**
 * The steps behind `f` that make `line`: what moved between two states of the book, step by step: an agreement on a day of the period as it was known at
 * its beginning, or an agreement by a change recorded within it. Before and after, and the effects on P and C_R.
 */
export function lineSteps(filters: Filters): string {
  return `${POINTS},
  ${stateSql(filters)},
  step as materialized (
    select point.id, point.as_of, point.seq, state.id is not null as present, lag(state.id is not null) over step as was_present,
      lag(point.id) over step is null as first_state, ${COMPARED.split(', ')
        .map((name) => `state.${name}`)
        .join(', ')}, ${lagged}
    from point left join state using (id, as_of, seq)
    window step as (partition by point.id order by point.seq, point.as_of)
  ),
  line as materialized (
    select step.*, by_change, c."at", c.subject, c.reason as why, a.reference, a.title, lead.name as company_name,
      ${CAUSE} as cause, ${effect('promised')} as promised_effect, ${effect('reported')} as reported_effect,
      ${effect('verified')} as verified_effect
    from step cross join period
    cross join lateral (select step.seq > period.first as by_change) how
    join agreement a on a.id = step.id
    left join change c on by_change and c.seq = step.seq
    left join lateral (
      select o.name from party join organisation o on o.id = party.organisation_id
      where party.agreement_id = a.id and party.role = 'company' limit 1
    ) lead on true
    where not first_state and (present or was_present) and (present is distinct from was_present or ${moved} or c.subject = a.reference)
  )`
}

/** The order in which lines are told: days first, then changes as they were recorded. */
export const LINE_ORDER = `line.seq, line.as_of, line.reference collate "C"`
