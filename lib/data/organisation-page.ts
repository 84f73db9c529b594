import { z } from 'zod'
import { type Asked, askedSql, parametersOf } from '@/lib/data/asked'
import { type Db, reader } from '@/lib/data/client'
import { HELD, KIND, PARTNERS } from '@/lib/data/directory-sql'
import { CAPACITIES } from '@/lib/domain/types'
import { DIRECTORY_KINDS } from '@/lib/schemas/filter-keys'

const kind = z.enum(DIRECTORY_KINDS)

const partner = z.object({ slug: z.string(), name: z.string(), kind, agreements: z.number() })

const person = z.object({
  slug: z.string(),
  name: z.string(),
  /** Of the latest agreement. */
  title: z.string(),
  agreements: z.number(),
  capacities: z.array(z.enum(CAPACITIES)),
})

const row = z.object({
  slug: z.string(),
  name: z.string(),
  kind,
  partners: z.array(partner),
  people: z.array(person),
})

/** An organisation, with whom it stands in agreements, and who stood for its side. */
export type OrganisationRecord = z.output<typeof row>

const SQL = `with ${askedSql('$1')},
  ${HELD},
  self as (select o.id, o.slug, o.name, ${KIND} as kind from organisation o where o.slug = $2),
  mine as materialized (
    select held.id, held.signed from self
    join ${PARTNERS} on partner.organisation_id = self.id join held on held.id = partner.agreement_id
  ),
  others as (
    select o.slug, o.name, ${KIND} as kind, count(*) as agreements
    from mine join ${PARTNERS} on partner.agreement_id = mine.id
    join organisation o on o.id = partner.organisation_id and o.id <> (select id from self)
    group by o.id
  ),
  people as (
    select person.slug, person.name, count(distinct mine.id) as agreements,
      (array_agg(g.title order by mine.signed desc nulls last, mine.id desc))[1] as title,
      jsonb_agg(distinct g.capacity) as capacities
    from mine join signatory g on g.agreement_id = mine.id
      and g.side = case (select kind from self) when 'government' then 'government' else 'company' end
    join person on person.id = g.person_id
    group by person.id
  )
  select self.slug, self.name, self.kind,
    (select coalesce(jsonb_agg(others order by agreements desc, name), '[]') from others) as partners,
    (select coalesce(jsonb_agg(people order by agreements desc, name), '[]') from people) as people
  from self`

/** The organisation of a slug with its partners and people on the day asked for; null when there is none. */
export async function organisationRecord(
  asked: Asked,
  slug: string,
  db: Db = reader(),
): Promise<OrganisationRecord | null> {
  const { rows } = await db.query(SQL, [parametersOf(asked), slug])
  return rows.length === 0 ? null : row.parse(rows[0])
}
