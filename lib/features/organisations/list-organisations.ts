import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { parseCursor, printCursor } from '@/lib/data/cursor'
import {
  type OrganisationPage,
  type OrganisationSums,
  organisationPage,
} from '@/lib/data/organisation-list'
import { type GroupFigures, groupFigures } from '@/lib/domain/portfolio'
import type { Instant, IsoDate } from '@/lib/domain/types'
import { type Filters, printFilters } from '@/lib/schemas/filters'

export type ListedOrganisation = Omit<OrganisationSums, 'sums'> & { figures: GroupFigures }

export interface OrganisationList {
  rows: ListedOrganisation[]
  /** How many organisations of each kind match. */
  counts: OrganisationPage['counts']
  /** Cursor of the next page; null on the last. */
  next: string | null
  asOf: IsoDate
  knownAt: Instant | null
}

/** What the cursors of the list belong to: its filters. */
export function queryOfOrganisations(filters: Filters): string {
  return `organisations?${printFilters({ ...filters, cursor: null, limit: undefined, lang: null })}`
}

/**
 * A page of the organisations of one kind that take part in an agreement of the day, the most promised first, each with the
 * figures of its agreements (method, section 9): persons, or centimes of a dirham where the measure is money. An agreement of
 * several companies stands at each of them, so rows are never added up. Throws Forbidden, and InvalidInput on a cursor of another list.
 */
export async function listOrganisations(
  viewer: Viewer,
  filters: Filters,
): Promise<OrganisationList> {
  authorise(viewer, 'portfolio.read')
  const query = queryOfOrganisations(filters)
  const place = filters.cursor === null ? null : parseCursor(query, filters.cursor)
  const { asOf, knownAt } = momentOf(filters)
  const asked = { filters, asOf: place?.asOf ?? asOf, knownAt, seq: place?.seq ?? null }
  const { rows, counts, seq, last } = await organisationPage(asked, place)
  return {
    rows: rows.map(({ sums, ...row }) => ({ ...row, figures: groupFigures(sums) })),
    counts,
    next: last && printCursor(query, { ...last, asOf: asked.asOf, seq }),
    asOf: asked.asOf,
    knownAt,
  }
}
