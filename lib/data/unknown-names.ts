import { z } from 'zod'
import type { Db } from '@/lib/data/client'
import type { UnknownName } from '@/lib/schemas/staged'

const MOST_LIKE = 3
/** Below this two names are not offered as one. */
const ALIKE = 0.4
const nameRow = z.object({ name: z.string() })

/** Which of the names no organisation has. */
export async function unknownAmong(db: Db, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const { rows } = await db.query('select name from organisation where name = any($1)', [names])
  const known = new Set(
    z
      .array(nameRow)
      .parse(rows)
      .map(({ name }) => name),
  )
  return names.filter((name) => !known.has(name))
}

const likeRow = z.object({
  asked: z.string(),
  like: z.array(z.object({ name: z.string(), percent: z.number() })),
})

/**
 * The organisations that each name is like, the likest first, with how like in percent: the same letters but for case and
 * accents, else the same beginning or parts, else the same consonants across scripts. Names like none are left out.
 */
export async function likesOf(
  db: Db,
  names: readonly string[],
): Promise<ReadonlyMap<string, UnknownName['like']>> {
  if (names.length === 0) return new Map()
  const { rows } = await db.query(
    `select asked.name as asked, jsonb_agg(jsonb_build_object('name', o.name, 'percent', o.percent) order by o.percent desc, o.name) as like
     from (select name, fold(name) as folded, skeleton(name) as bones from unnest($1::text[]) as t(name)) asked
     cross join lateral (
       select x.name, round(100 * greatest(similarity(x.search, asked.folded), word_similarity(asked.folded, x.search) * 0.95,
           case when length(asked.bones) >= 3 then 0.9 * similarity(skeleton(x.name), asked.bones) else 0 end))::int as percent
       from organisation x where not x.is_group order by percent desc, x.name limit ${MOST_LIKE}
     ) o where o.percent >= ${ALIKE * 100} group by asked.name`,
    [names],
  )
  return new Map(
    z
      .array(likeRow)
      .parse(rows)
      .map(({ asked, like }) => [asked, like]),
  )
}

/** What a new agreement says, to find the one that it may already be; null where it says nothing. Money in minor units. */
export interface Sought {
  line: number
  company: string
  signed: string | null
  jobs: string | null
  amount: string | null
  currency: string | null
}

const SOUGHT = 'r(line int, company text, signed text, jobs bigint, amount bigint, currency text)'
const foundRow = z.object({ line: z.number(), references: z.array(z.string()) })

/**
 * The agreements that rows may already be: of the same company (case and accents aside), signed on the same day or with the
 * same number of jobs or the same amount promised. By line.
 */
export async function alreadyThere(
  db: Db,
  sought: readonly Sought[],
): Promise<ReadonlyMap<number, string[]>> {
  if (sought.length === 0) return new Map()
  const { rows } = await db.query(
    `with asked as (select r.*, fold(r.company) as folded from jsonb_to_recordset($1::jsonb) as ${SOUGHT})
     select asked.line, array_agg(distinct a.reference order by a.reference) as references
     from asked join organisation o on o.search = asked.folded
       join party p on p.organisation_id = o.id and p.role = 'company'
       join agreement a on a.id = p.agreement_id and a.retracted is null
     where exists (select from event e where e.agreement_id = a.id and e.kind = 'signature' and e.retracted is null and e.on_text = asked.signed)
       or exists (
         select from fact f join commitment c on c.id = f.commitment_id
         where c.agreement_id = a.id and f.retracted is null and f.kind in ('original', 'amendment', 'correction')
           and ((c.measure <> 'investment' and f.low = asked.jobs)
             or (c.measure = 'investment' and c.currency = asked.currency and f.low = asked.amount)))
     group by asked.line`,
    [JSON.stringify(sought)],
  )
  return new Map(
    z
      .array(foundRow)
      .parse(rows)
      .map(({ line, references }) => [line, references]),
  )
}
