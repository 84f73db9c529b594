import { z } from 'zod'
import { type Db, reader } from '@/lib/data/client'
import { InvalidInput } from '@/lib/errors'
import type { Filters } from '@/lib/schemas/filters'

const slugRow = z.object({ slug: z.string(), kind: z.string() })

const KIND = { company: 'company', party: 'government' } as const

/** Throws InvalidInput naming every company and party of the filters that does not exist; asks nothing when there is none. */
export async function refuseUnknownSlugs(
  { company, party }: Pick<Filters, 'company' | 'party'>,
  db: Db = reader(),
): Promise<void> {
  const asked = { company, party }
  const slugs = [...company, ...party]
  if (slugs.length === 0) return
  const { rows } = await db.query('select slug, kind from organisation where slug = any($1)', [
    slugs,
  ])
  const known = z.array(slugRow).parse(rows)
  const problems = (['company', 'party'] as const).flatMap((path) =>
    asked[path]
      .filter((slug) => !known.some((found) => found.slug === slug && found.kind === KIND[path]))
      .map((value) => ({ path, code: 'unknown_slug', values: { value } })),
  )
  if (problems.length > 0) throw new InvalidInput(problems)
}
