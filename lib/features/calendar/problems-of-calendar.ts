import { authorise, type Viewer } from '@/lib/auth/viewer'
import { problemsOfCursor } from '@/lib/data/cursor'
import type { Problem } from '@/lib/errors'
import type { Filters } from '@/lib/schemas/filters'
import { queryOfCalendar } from './get-calendar'

/** What is wrong with the cursor of a page of the list: nothing, or that it is of another list. Throws Forbidden. */
export function problemsOfCalendar(viewer: Viewer, filters: Filters): Problem[] {
  authorise(viewer, 'portfolio.read')
  return problemsOfCursor(queryOfCalendar(filters, filters.list ?? 'deadlines'), filters.cursor)
}
