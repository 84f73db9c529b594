import { z } from 'zod'
import { type Asked, askedSql, parametersOf, searchConditions } from '@/lib/data/asked'
import { type Db, reader } from '@/lib/data/client'
import { HELD } from '@/lib/data/directory-sql'
import {
  CAPACITIES,
  COMPARATORS,
  MISSING_REASONS,
  NOT_MEASURABLE_REASONS,
  PACE_STATUSES,
  type Quantity,
  SIDES,
} from '@/lib/domain/types'
import type { Filters } from '@/lib/schemas/filters'

const text = z.string().nullable()
const whole = z.string().transform(BigInt).nullable()

const listed = z.object({
  slug: z.string(),
  name: z.string(),
  /** Of the latest agreement. */
  title: z.string(),
  sides: z.array(z.enum(SIDES)),
  agreements: z.number(),
  capacities: z.partialRecord(z.enum(CAPACITIES), z.number()),
})

/** One person of the directory, with the number of agreements in each capacity. */
export type ListedPerson = z.output<typeof listed>

const frame = z.object({ seq: z.string(), total: z.number(), rows: z.array(listed) })

function listSql(filters: Filters): string {
  return `with ${askedSql('$1')},
  ${HELD},
  met as materialized (
    select p.id, p.slug, p.name, g.title, g.side, g.capacity, held.id as agreement, held.signed
    from held join signatory g on g.agreement_id = held.id join person p on p.id = g.person_id
    where ${['true', ...searchConditions(filters, 'p.search')].join(' and ')}
  ),
  total as (
    select id, slug, name, count(distinct agreement)::int as agreements,
      (array_agg(title order by signed desc nulls last, agreement desc))[1] as title,
      jsonb_agg(distinct side) as sides
    from met group by id, slug, name
  ),
  per_capacity as (
    select id, jsonb_object_agg(capacity, count) as capacities
    from (select id, capacity, count(*) as count from met group by id, capacity) counted group by id
  ),
  page as (
    select total.* from total cross join f
    where f.p->'after' is null or f.p->'after' = 'null'::jsonb or agreements < (f.p->'after'->>0)::int
      or (agreements = (f.p->'after'->>0)::int and slug > f.p->'after'->>1)
    order by agreements desc, slug limit (select (p->>'limit')::int + 1 from f)
  )
  select f.seq::text as seq, (select count(*)::int from total) as total, (
      select coalesce(jsonb_agg(to_jsonb(page) || jsonb_build_object('capacities', capacities) order by page.agreements desc, page.slug), '[]')
      from page join per_capacity using (id)
    ) as rows
  from f`
}

/** A page of the people, those of most agreements first, after a row of it when `after` is given. */
export async function peoplePage(
  asked: Asked,
  after: { value: string | null; name: string } | null,
  db: Db = reader(),
) {
  const { limit } = asked.filters
  const parameters = parametersOf(asked, { after: after && [after.value, after.name] })
  const { rows: found } = await db.query(listSql(asked.filters), [parameters])
  const { rows, total, seq } = frame.parse(found[0])
  const shown = rows.slice(0, limit)
  const end = shown.at(-1)
  return {
    rows: shown,
    total,
    seq,
    last: rows.length > limit && end ? { value: `${end.agreements}`, name: end.slug } : null,
  }
}

const attended = z.object({
  reference: z.string(),
  agreementTitle: z.string(),
  company: text,
  companyName: text,
  signedOn: text,
  side: z.enum(SIDES),
  capacity: z.enum(CAPACITIES),
  title: z.string(),
  status: z.enum(PACE_STATUSES).nullable(),
  reason: z.enum(NOT_MEASURABLE_REASONS).nullable(),
  comparator: z.enum(COMPARATORS).nullable(),
  low: whole,
  high: whole,
  missing: z.enum(MISSING_REASONS).nullable(),
  currency: text,
  leftOut: text,
})

const record = z.object({ slug: z.string(), name: z.string(), agreements: z.array(attended) })

const RECORD = `with ${askedSql('$1')},
  ${HELD}
  select p.slug, p.name, (
      select coalesce(jsonb_agg(jsonb_build_object(
        'reference', held.reference, 'agreementTitle', held.title, 'company', lead.slug, 'companyName', lead.name,
        'signedOn', held.signed_text, 'side', g.side, 'capacity', g.capacity, 'title', g.title, 'status', held.status,
        'reason', held.reason, 'comparator', held.comparator, 'low', held.stated_low::text, 'high', held.stated_high::text,
        'missing', held.missing, 'currency', held.currency, 'leftOut', held.left_out
      ) order by held.signed desc nulls last, held.reference collate "C", g.position), '[]')
      from signatory g join held on held.id = g.agreement_id
      left join lateral (
        select o.slug, o.name from party join organisation o on o.id = party.organisation_id
        where party.agreement_id = held.id and party.role = 'company' limit 1
      ) lead on true
      where g.person_id = p.id
    ) as agreements
  from person p where p.slug = $2`

/** One agreement of a person: as what they stood there, and what it promises as stated. */
export type Attendance = Omit<
  z.output<typeof attended>,
  'comparator' | 'low' | 'high' | 'missing'
> & {
  quantity: Quantity | null
}

/** The person of a slug with their agreements on the day asked for, the latest first; null when there is none. */
export async function personRecord(
  asked: Asked,
  slug: string,
  db: Db = reader(),
): Promise<{ slug: string; name: string; agreements: Attendance[] } | null> {
  const { rows } = await db.query(RECORD, [parametersOf(asked), slug])
  if (rows.length === 0) return null
  const found = record.parse(rows[0])
  return {
    ...found,
    agreements: found.agreements.map(({ comparator, low, high, missing, ...row }) => ({
      ...row,
      quantity: comparator && { comparator, low, high, missing },
    })),
  }
}
