import { momentOf } from '@/lib/clock'
import { type ListedAgreement, listPage } from '@/lib/data/agreement-list'
import type { Db } from '@/lib/data/client'
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

export interface ReadList extends AgreementList {
  /** The last change that counted. */
  seq: string
}

/** What the cursors of a list belong to: its filters and order. */
export function queryOfList(filters: Filters): string {
  return printFilters({ ...filters, cursor: null, limit: undefined, lang: null })
}

/** A page under the filters, all pages of one list at the same state of the ledger. Throws InvalidInput on a cursor of another list or an unknown company or party. */
export async function readList(filters: Filters, db: Db): Promise<ReadList> {
  const query = queryOfList(filters)
  const place = filters.cursor === null ? null : parseCursor(query, filters.cursor)
  await refuseUnknownSlugs(filters)
  const { asOf, knownAt } = momentOf(filters)
  const asked = { filters, asOf: place?.asOf ?? asOf, knownAt, seq: place?.seq ?? null }
  const { rows, total, seq, last } = await listPage(asked, place, db)
  const next = last && printCursor(query, { ...last, asOf: asked.asOf, seq })
  return { rows, next, total, asOf: asked.asOf, knownAt, seq }
}
