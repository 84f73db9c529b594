import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { type CalendarEntry, type CalendarPlace, calendarPage } from '@/lib/data/calendar'
import { parseCursor, printCursor } from '@/lib/data/cursor'
import type { CalendarList } from '@/lib/domain/report-due'
import type { IsoDate } from '@/lib/domain/types'
import { type Filters, printFilters } from '@/lib/schemas/filters'

/** A page of one list of the calendar. */
export interface CalendarPage {
  rows: CalendarEntry[]
  /** Of all pages. */
  count: number
  /** Cursor of the next page; null on the last. */
  next: string | null
}

/** What is due: deadlines ahead and reports, the earliest first. */
export interface Calendar {
  asOf: IsoDate
  deadlines: CalendarPage
  reports: CalendarPage
  /** Reports whose day has passed. */
  overdue: number
}

const SEPARATOR = ' '

function placeOf(day: string, name: string): CalendarPlace {
  const [reference = '', measure = ''] = name.split(SEPARATOR)
  return { day, reference, measure }
}

/** What the cursors of one of its lists belong to: its filters. */
export function queryOfCalendar(filters: Filters, list: CalendarList): string {
  return `calendar?${printFilters({ ...filters, list, cursor: null, limit: undefined, lang: null })}`
}

/**
 * The deadlines that lie ahead of asOf and the reports due, the longest overdue first (method, report due: 183 days after
 * the latest counted data date, or after the start). `list` with `cursor` turns the pages of one of them. Throws Forbidden,
 * and InvalidInput on a cursor of another list.
 */
export async function getCalendar(viewer: Viewer, filters: Filters): Promise<Calendar> {
  authorise(viewer, 'portfolio.read')
  const { list, cursor, limit } = filters
  const moment = momentOf(filters)
  const turned = cursor === null ? null : (list ?? 'deadlines')
  const place =
    turned && cursor !== null ? parseCursor(queryOfCalendar(filters, turned), cursor) : null
  const asOf = place?.asOf ?? moment.asOf
  const asked = { filters, asOf, knownAt: moment.knownAt, seq: place?.seq ?? null }
  const after = turned && place && { list: turned, place: placeOf(place.value ?? '', place.name) }
  const { seq, deadlines, reports, overdue } = await calendarPage(asked, after)
  const paged = (one: CalendarList, { count, rows }: typeof deadlines): CalendarPage => {
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const end = last && {
      ...{ asOf, seq, value: last.day },
      name: `${last.reference}${SEPARATOR}${last.measure}`,
    }
    const next = rows.length > limit && end ? printCursor(queryOfCalendar(filters, one), end) : null
    return { rows: shown, count, next }
  }
  return {
    asOf,
    deadlines: paged('deadlines', deadlines),
    reports: paged('reports', reports),
    overdue,
  }
}
