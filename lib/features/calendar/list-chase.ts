import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { type ChasedCompany, chasePage } from '@/lib/data/chase'
import { parseCursor, printCursor } from '@/lib/data/cursor'
import type { IsoDate } from '@/lib/domain/types'
import { type Filters, printFilters } from '@/lib/schemas/filters'

/** A page of the companies to be asked. */
export interface ChaseList {
  asOf: IsoDate
  rows: ChasedCompany[]
  total: number
  /** Cursor of the next page; null on the last. */
  next: string | null
}

/**
 * The companies that owe a report by asOf, the longest overdue first, each with exactly the figures that are missing; with
 * `mine` only those of agreements of which the asking account entered the latest statement. Throws Forbidden, and
 * InvalidInput on a cursor of another list.
 */
export async function listChase(viewer: Viewer, filters: Filters): Promise<ChaseList> {
  authorise(viewer, 'proposal.create')
  const asked = printFilters({ ...filters, cursor: null, limit: undefined, lang: null })
  const query = `chase?${asked}`
  const place = filters.cursor === null ? null : parseCursor(query, filters.cursor)
  const moment = momentOf(filters)
  const asOf = place?.asOf ?? moment.asOf
  const { seq, total, rows } = await chasePage(
    { filters, asOf, knownAt: moment.knownAt, seq: place?.seq ?? null },
    {
      after: place && { day: place.value ?? '', slug: place.name },
      owner: filters.mine === null ? null : viewer.name,
    },
  )
  const shown = rows.slice(0, filters.limit)
  const last = shown.at(-1)
  const next =
    rows.length > filters.limit && last
      ? printCursor(query, { asOf, seq, value: last.first, name: last.slug })
      : null
  return { asOf, rows: shown, total, next }
}
