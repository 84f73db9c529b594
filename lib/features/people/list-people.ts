import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { parseCursor, printCursor } from '@/lib/data/cursor'
import { type ListedPerson, peoplePage } from '@/lib/data/people'
import type { Instant, IsoDate } from '@/lib/domain/types'
import { type Filters, printFilters } from '@/lib/schemas/filters'

export interface PersonList {
  rows: ListedPerson[]
  /** People of all pages. */
  total: number
  /** Cursor of the next page; null on the last. */
  next: string | null
  asOf: IsoDate
  knownAt: Instant | null
}

/** What the cursors of the list belong to: its filters. */
export function queryOfPeople(filters: Filters): string {
  return `people?${printFilters({ ...filters, cursor: null, limit: undefined, lang: null })}`
}

/** A page of the people who are named at an agreement of the day, those of most agreements first. Throws Forbidden, and InvalidInput on a cursor of another list. */
export async function listPeople(viewer: Viewer, filters: Filters): Promise<PersonList> {
  authorise(viewer, 'portfolio.read')
  const query = queryOfPeople(filters)
  const place = filters.cursor === null ? null : parseCursor(query, filters.cursor)
  const { asOf, knownAt } = momentOf(filters)
  const asked = { filters, asOf: place?.asOf ?? asOf, knownAt, seq: place?.seq ?? null }
  const { rows, total, seq, last } = await peoplePage(asked, place)
  const next = last && printCursor(query, { ...last, asOf: asked.asOf, seq })
  return { rows, total, next, asOf: asked.asOf, knownAt }
}
