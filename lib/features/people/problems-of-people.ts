import { authorise, type Viewer } from '@/lib/auth/viewer'
import { problemsOfCursor } from '@/lib/data/cursor'
import type { Problem } from '@/lib/errors'
import type { Filters } from '@/lib/schemas/filters'
import { queryOfPeople } from './list-people'

/** What is wrong with the cursor of a page of the list: nothing, or that it is of another list. Throws Forbidden. */
export function problemsOfPeople(viewer: Viewer, filters: Filters): Problem[] {
  authorise(viewer, 'portfolio.read')
  return problemsOfCursor(queryOfPeople(filters), filters.cursor)
}
