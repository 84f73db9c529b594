import { z } from 'zod'
import { freeSlug } from '@/lib/domain/slug'
import type { OrganisationKind } from '@/lib/domain/types'
import type { Tx } from './client'
import { insertRows } from './rows'

/** An organisation as a file names it; a group stands for companies that no source names. */
export interface NamedOrganisation {
  name: string
  kind: OrganisationKind
  group: boolean
}

const foundRow = z.object({ id: z.number(), name: z.string() })
const slugRow = z.object({ slug: z.string() })

async function find(tx: Tx, table: 'organisation' | 'person', names: readonly string[]) {
  const { rows } = await tx.query(`select id, name from ${table} where name = any($1)`, [names])
  return new Map(
    z
      .array(foundRow)
      .parse(rows)
      .map((row) => [row.name, row.id]),
  )
}

async function withSlugs<T extends { name: string }>(
  tx: Tx,
  table: 'organisation' | 'person',
  fresh: readonly T[],
): Promise<(T & { slug: string; search: string })[]> {
  const { rows } = await tx.query(`select slug from ${table}`)
  const taken = new Set(
    z
      .array(slugRow)
      .parse(rows)
      .map((row) => row.slug),
  )
  return fresh.map((one) => {
    const slug = freeSlug(one.name, table, taken)
    taken.add(slug)
    return { ...one, slug, search: one.name }
  })
}

/** Finds each organisation's id by its name; new ones are added with a slug of their own. */
export async function ensureOrganisations(
  tx: Tx,
  organisations: readonly NamedOrganisation[],
): Promise<Map<string, number>> {
  const distinct = new Map<string, NamedOrganisation>()
  for (const one of organisations) if (!distinct.has(one.name)) distinct.set(one.name, one)
  const names = [...distinct.keys()]
  const known = await find(tx, 'organisation', names)
  const fresh = [...distinct.values()].filter(({ name }) => !known.has(name))
  if (fresh.length === 0) return known
  await insertRows(
    tx,
    'organisation',
    { slug: 'text', kind: 'text', name: 'text', is_group: 'boolean', search: 'text' },
    (await withSlugs(tx, 'organisation', fresh)).map(({ group, ...one }) => ({
      ...one,
      is_group: group,
    })),
    { search: 'fold(search)' },
  )
  return find(tx, 'organisation', names)
}

/** Finds each person's id by name; new ones are added with a slug of their own. */
export async function ensurePeople(
  tx: Tx,
  people: readonly string[],
): Promise<Map<string, number>> {
  const names = [...new Set(people)]
  const known = await find(tx, 'person', names)
  const fresh = names.filter((name) => !known.has(name)).map((name) => ({ name }))
  if (fresh.length === 0) return known
  await insertRows(
    tx,
    'person',
    { slug: 'text', name: 'text', search: 'text' },
    await withSlugs(tx, 'person', fresh),
    { search: 'fold(search)' },
  )
  return find(tx, 'person', names)
}
