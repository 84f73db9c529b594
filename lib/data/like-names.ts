import { z } from 'zod'
import type { Db } from '@/lib/data/client'
import { ORGANISATION_KINDS, type OrganisationKind } from '@/lib/domain/types'

const MOST = 8
/** Below this two names are not alike. */
const ALIKE = 0.3

// The same letters, else the same beginning or part, else the same consonants across scripts.
const LIKENESS = `greatest(similarity(x.search, asked.folded), word_similarity(asked.folded, x.search),
    case when length(asked.bones) >= 3 then 0.9 * similarity(skeleton(x.name), asked.bones) else 0 end)`
const ASKED = `(select fold($1) as folded, skeleton($1) as bones) asked`

const organisationRow = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  group: z.boolean(),
  same: z.boolean(),
})

/** An organisation whose name is like the one asked for; `same` but for case, accents and marks. */
export type LikeOrganisation = z.output<typeof organisationRow>

/** The organisations whose names are most like a text, in any script, the likest first. */
export async function organisationsLike(
  db: Db,
  text: string,
  kind: OrganisationKind | null,
): Promise<LikeOrganisation[]> {
  const { rows } = await db.query(
    `select slug, name, kind, is_group as "group", same from (
       select x.*, x.search = asked.folded as same, ${LIKENESS} as likeness
       from organisation x, ${ASKED} where $2::text is null or x.kind = $2
     ) found where likeness >= ${ALIKE} order by same desc, likeness desc, name limit ${MOST}`,
    [text, kind],
  )
  return z.array(organisationRow).parse(rows)
}

const personRow = z.object({
  slug: z.string(),
  name: z.string(),
  /** The title under which they signed last. */
  title: z.string().nullable(),
  same: z.boolean(),
})

/** A person whose name is like the one asked for. */
export type LikePerson = z.output<typeof personRow>

/** The persons whose names are most like a text, in any script, the likest first. */
export async function peopleLike(db: Db, text: string): Promise<LikePerson[]> {
  const { rows } = await db.query(
    `select slug, name, same, (
         select title from signatory where person_id = found.id order by agreement_id desc limit 1
       ) as title
     from (
       select x.*, x.search = asked.folded as same, ${LIKENESS} as likeness from person x, ${ASKED}
     ) found where likeness >= ${ALIKE} order by same desc, likeness desc, name limit ${MOST}`,
    [text],
  )
  return z.array(personRow).parse(rows)
}
