import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { type ListedAgreement, listPage } from '@/lib/data/agreement-list'
import { parseCursor, printCursor } from '@/lib/data/cursor'
import { refuseUnknownSlugs } from '@/lib/data/slugs'
import type { Instant, IsoDate } from '@/lib/domain/types'
import { type Filters, printFilters } from '@/lib/schemas/filters'

export interface AgreementList {
  rows: ListedAgreement[]
  /** Cursor of the next page; null on the last. */
  next: string | null
  /** Rows of all pages. */
  total: number
  asOf: IsoDate
  knownAt: Instant | null
}

/**
 * A page of the agreements under the filters: every one with S ≤ asOf or without S, those that the counting rules dropped
 * marked `leftOut` (contract, section 4). All pages of one list read the same state of the ledger. Throws Forbidden, and
 * InvalidInput on a cursor of another list or an unknown company or party.
 */
export async function listAgreements(viewer: Viewer, filters: Filters): Promise<AgreementList> {
  authorise(viewer, 'portfolio.read')
  const query = printFilters({ ...filters, cursor: null, limit: undefined, lang: null })
  const place = filters.cursor === null ? null : parseCursor(query, filters.cursor)
  await refuseUnknownSlugs(filters)
  const { asOf, knownAt } = momentOf(filters)
  const asked = { filters, asOf: place?.asOf ?? asOf, knownAt, seq: place?.seq ?? null }
  const { rows, total, seq, last } = await listPage(asked, place)
  const next = last && printCursor(query, { ...last, asOf: asked.asOf, seq })
  return { rows, next, total, asOf: asked.asOf, knownAt }
}
