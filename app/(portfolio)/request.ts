import { type Viewer, visitor } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import type { Surface } from '@/lib/schemas/filter-keys'
import { type Filters, parseFilters } from '@/lib/schemas/filters'

/** The query of a page as Next hands it over. */
export type Query = Promise<Record<string, string | string[] | undefined>>

/** What a page is asked for; proxy.ts has refused every address that cannot be read. */
export async function askedOf(query: Query, surface: Surface): Promise<Filters> {
  const address = new URLSearchParams()
  for (const [name, value] of Object.entries(await query))
    for (const text of Array.isArray(value) ? value : [value])
      if (text !== undefined) address.append(name, text)
  return parseFilters(address, surface)
}

/** Who reads a page. */
export function reader(): Viewer {
  return visitor(env().access)
}
