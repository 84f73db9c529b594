import { addressOf } from '@/app/address-of'
import { askToSignIn, reading } from '@/app/session'
import type { Viewer } from '@/lib/auth/viewer'
import type { Surface } from '@/lib/schemas/filter-keys'
import { type Filters, parseFilters } from '@/lib/schemas/filters'

/** The query of a page as Next hands it over. */
export type Query = Promise<Record<string, string | string[] | undefined>>

/** What a page is asked for; proxy.ts has refused every address that cannot be read. */
export async function askedOf(query: Query, surface: Surface): Promise<Filters> {
  return parseFilters(await addressOf(query), surface)
}

/** Who reads a page. Where the book is private, whoever has not signed in does so first. */
export async function reader(): Promise<Viewer> {
  const { viewer } = await reading()
  return viewer.actor === 'nobody' ? askToSignIn() : viewer
}
