import { ORDERS } from '@/lib/data/agreement-orders'
import { askedSql, conditionsOf, current, known, SIGNATURE_SQL, touchedSql } from '@/lib/data/asked'
import { guideSql } from '@/lib/data/guide-sql'
import { inForceSql } from '@/lib/data/version-sql'
import type { SortName } from '@/lib/schemas/filter-keys'
import type { Filters } from '@/lib/schemas/filters'

const GUIDE = guideSql('s', 'f.as_of')

/** `picked`: the agreements that pass the filters at asOf, with the standing `s` of the lane asked for. */
export function pickedSql(filters: Filters): string {
  return `picked as materialized (
    select a.id, a.reference, a.title, a.type, a.binding, a.sector, a.region, a.place, a.updated,
      lead.slug as company, lead.name as company_name, lead.is_group as company_group,
      signature."on" as signed, signature.on_text as signed_text,
      s.commitment_id, s.lifecycle, s.start, s.status, s.status_early, s.reason, s.freshness, s.evidence,
      s.comparator, s.low, s.high, s.missing, s.currency, s.target, s.original, s.due, s.due_early, s.year_only,
      s.created, s.approximate, s.data_date, s.expected_num, s.expected_den, s.live, s.reporting, s.left_out,
      s.projection, ${GUIDE.num} as guide_num, ${GUIDE.den} as guide_den, v.created as verified_created,
      m.comparator as amount_comparator, m.low as amount_low, m.high as amount_high, m.missing as amount_missing,
      m.currency as amount_currency, m.target as amount_target, m.created as amount_created, m.data_date as amount_data_date
    from f join standing s on s.measure = f.measure and s.lane = f.lane and ${known('s')} and ${current('s')}
    join standing v on v.agreement_id = s.agreement_id and v.measure = s.measure and v.lane = 'verified'
      and ${known('v')} and ${current('v')}
    join standing m on m.agreement_id = s.agreement_id and m.measure = 'investment' and m.lane = f.lane
      and ${known('m')} and ${current('m')}
    join agreement a on a.id = s.agreement_id
    ${SIGNATURE_SQL}
    left join lateral (
      select o.slug, o.name, o.is_group from party join organisation o on o.id = party.organisation_id
      where party.agreement_id = a.id and party.role = 'company' limit 1
    ) lead on true
    where ${conditionsOf(filters, 's').join(' and ')}
  )`
}

// Rows without a value come last in either direction, so a cursor stands before them or among them.
function after(descending: boolean, type: string): string {
  const beyond = descending ? '<' : '>'
  const value = `(f.p->'after'->>0)::${type}`
  const reference = `reference collate "C" > f.p->'after'->>1`
  return `(f.p->'after' is null or f.p->'after' = 'null'::jsonb
      or (f.p->'after'->>0 is not null and (key ${beyond} ${value} or key is null or (key = ${value} and ${reference})))
      or (f.p->'after'->>0 is null and key is null and ${reference}))`
}

/** One statement: a page of the list after the cursor in f.p->'after', each row with the total and what the cursor of the next page needs. */
export function listSql(filters: Filters, name: SortName, descending: boolean): string {
  const { sql, type } = ORDERS[name]
  return `with ${askedSql('$1')},
  ${pickedSql(filters)},
  keyed as (select picked.*, ${sql} as key from picked cross join f),
  page as (
    select keyed.* from keyed cross join f where ${after(descending, type)}
    order by key ${descending ? 'desc' : 'asc'} nulls last, reference collate "C" limit (select (p->>'limit')::int + 1 from f)
  )
  select page.*, page.key::text as key, in_force.deadline, to_char(change."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as updated_at,
    others.measures, counted.total, f.seq::text as seq
  from f cross join (select count(*)::int as total from picked) counted
  left join page on true
  left join change on change.seq = ${touchedSql('page')}
  ${inForceSql('page.commitment_id', 'in_force')}
  left join lateral (
    select coalesce(jsonb_agg(c.measure order by c.measure), '[]') as measures from commitment c
    where c.agreement_id = page.id and c.measure <> f.measure
  ) others on true
  order by page.key ${descending ? 'desc' : 'asc'} nulls last, page.reference collate "C"`
}
