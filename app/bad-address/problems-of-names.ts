import { askedOfPage } from '@/lib/address'
import { type Viewer, visitor } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import type { Problem } from '@/lib/errors'
import { problemsOfList } from '@/lib/features/agreements/problems-of-list'
import { problemsOfCalendar } from '@/lib/features/calendar/problems-of-calendar'
import { problemsOfOrganisations } from '@/lib/features/organisations/problems-of-organisations'
import { problemsOfPeople } from '@/lib/features/people/problems-of-people'
import type { Surface } from '@/lib/schemas/filter-keys'
import type { Filters } from '@/lib/schemas/filters'

type Problems = (viewer: Viewer, filters: Filters) => Problem[] | Promise<Problem[]>

const OF_LISTS: Partial<Record<Surface, Problems>> = {
  page: problemsOfList,
  exports: problemsOfList,
  report: problemsOfList,
  dueReport: problemsOfList,
  silentReport: problemsOfList,
  changes: problemsOfList,
  people: problemsOfPeople,
  companies: problemsOfOrganisations,
  calendar: problemsOfCalendar,
}

/** What only the book knows to be wrong with the address of a list: names that it does not have, the cursor of another list. A private book tells a stranger nothing of its names. */
export async function problemsOfNames(path: string, query: URLSearchParams): Promise<Problem[]> {
  const { access } = env()
  const asked = askedOfPage(path, query)
  const problems = asked && OF_LISTS[asked.surface]
  return access === 'private' || !problems ? [] : problems(visitor(access), asked.filters)
}
