import { z } from 'zod'
import { type Db, reader } from '@/lib/data/client'
import { ORGANISATION_KINDS } from '@/lib/domain/types'

const row = z.object({ slug: z.string(), name: z.string(), kind: z.enum(ORGANISATION_KINDS) })

/** An organisation by its short name and its name. */
export type NamedSlug = z.output<typeof row>

/** The organisations with the most agreements, `most` of each kind, and every one of `chosen`; in alphabetical order. */
export async function organisationNames(
  most: number,
  chosen: readonly string[],
  db: Db = reader(),
): Promise<NamedSlug[]> {
  const { rows } = await db.query(
    `select slug, name, kind from (
       select o.slug, o.name, o.kind, fold(o.name) as folded,
         row_number() over (partition by o.kind order by count(distinct p.agreement_id) desc, o.id) as place
       from organisation o join party p on p.organisation_id = o.id group by o.id
     ) ranked where place <= $1 or slug = any($2) order by folded`,
    [most, chosen],
  )
  return z.array(row).parse(rows)
}
