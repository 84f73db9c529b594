import { z } from 'zod'
import type { Db, Tx } from '@/lib/data/client'
import { batches } from '@/lib/data/rows'
import type { UnknownName } from '@/lib/schemas/staged'

const MOST_LIKE = 3
/** Below this many percent two names are not offered as one. */
const ALIKE = 40
/** What parts of names that are alike count for, and consonants. */
const PART = 0.95
const BONES = 0.9
/** Names compared by one statement: it takes a moment for each, among very many known ones. */
const AT_ONCE = 50
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

const ROUNDED = (ALIKE - 0.5) / 100
// The index finds what may be alike by its letters; consonants are few, and are made once for every known name.
const LIKES = `
  with asked as materialized (select name, fold(name) as folded, skeleton(name) as bones from unnest($1::text[]) as t(name)),
  known as materialized (select id, name, search, skeleton(name) as bones from organisation where not is_group),
  maybe as (
    select asked.name as asked, x.id from asked join organisation x on x.search % asked.folded
    union select asked.name, x.id from asked join organisation x on asked.folded <% x.search
    union select asked.name, known.id from asked join known on length(asked.bones) >= 3 and known.bones % asked.bones
  ),
  compared as (
    select asked.name as asked, known.name, round(100 * greatest(similarity(known.search, asked.folded),
        word_similarity(asked.folded, known.search) * ${PART},
        case when length(asked.bones) >= 3 then ${BONES} * similarity(known.bones, asked.bones) else 0 end))::int as percent
    from maybe join asked on asked.name = maybe.asked join known using (id)
  ),
  ranked as (
    select *, row_number() over (partition by asked order by percent desc, name) as rank from compared where percent >= ${ALIKE}
  )
  select asked, jsonb_agg(jsonb_build_object('name', name, 'percent', percent) order by rank) as like
  from ranked where rank <= ${MOST_LIKE} group by asked`

/**
 * The organisations that each name is like, the likest first, with how like in percent: the same letters but for case and
 * accents, else the same beginning or parts, else the same consonants across scripts. Names like none are left out.
 */
export async function likesOf(
  tx: Tx,
  names: readonly string[],
): Promise<ReadonlyMap<string, UnknownName['like']>> {
  await tx.query(
    `select set_config('pg_trgm.similarity_threshold', $1, true), set_config('pg_trgm.word_similarity_threshold', $2, true)`,
    [ROUNDED, ROUNDED / PART],
  )
  const likes = new Map<string, UnknownName['like']>()
  for (const some of batches(names, AT_ONCE)) {
    const { rows } = await tx.query(LIKES, [some])
    for (const { asked, like } of z.array(likeRow).parse(rows)) likes.set(asked, like)
  }
  return likes
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
