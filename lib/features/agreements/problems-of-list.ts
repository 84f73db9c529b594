import { authorise, type Viewer } from '@/lib/auth/viewer'
import { parseCursor } from '@/lib/data/cursor'
import { refuseUnknownSlugs } from '@/lib/data/slugs'
import { InvalidInput, type Problem } from '@/lib/errors'
import type { Filters } from '@/lib/schemas/filters'
import { queryOfList } from './read-list'

/** What only the book knows to be wrong with the filters of a list: companies and parties that it does not name, the cursor of another list. Throws Forbidden. */
export async function problemsOfList(viewer: Viewer, filters: Filters): Promise<Problem[]> {
  authorise(viewer, 'portfolio.read')
  try {
    if (filters.cursor !== null) parseCursor(queryOfList(filters), filters.cursor)
    await refuseUnknownSlugs(filters)
    return []
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems
    throw error
  }
}
