import { authorise, type Viewer } from '@/lib/auth/viewer'
import { problemsOfCursor } from '@/lib/data/cursor'
import type { Problem } from '@/lib/errors'
import type { Filters } from '@/lib/schemas/filters'
import { queryOfOrganisations } from './list-organisations'

/** What is wrong with the cursor of a page of the list: nothing, or that it is of another list. Throws Forbidden. */
export function problemsOfOrganisations(viewer: Viewer, filters: Filters): Problem[] {
  authorise(viewer, 'portfolio.read')
  return problemsOfCursor(queryOfOrganisations(filters), filters.cursor)
}
