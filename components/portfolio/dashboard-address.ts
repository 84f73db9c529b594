import { lists } from '@/lib/schemas/filter-keys'
import { type Filters, noFilters, printFilters } from '@/lib/schemas/filters'

function address(path: string, filters: Partial<Filters>): string {
  const query = printFilters(filters)
  return query ? `${path}?${query}` : path
}

const OF_THE_LIST = { sort: undefined, cursor: null, limit: undefined, lang: null } as const

/** The dashboard under the filters with some of them changed. */
export function dashboardHref(filters: Filters, changed: Partial<Filters> = {}): string {
  return address('/', { ...filters, ...OF_THE_LIST, ...changed })
}

/** What the dashboard's address asks for, as hidden fields, without one key that the form shows itself. */
export function keptExcept(filters: Filters, shown: keyof Filters): [string, string][] {
  return [...new URLSearchParams(printFilters({ ...filters, ...OF_THE_LIST, [shown]: undefined }))]
}

/** The agreements behind a figure: the dashboard's own filters and those of the figure. */
export function behind(filters: Filters, changed: Partial<Filters>): string {
  return address('/agreements', { ...filters, ...OF_THE_LIST, cohort: undefined, ...changed })
}

/** The page of one record on the same day, with the same knowledge. */
export function recordHref(path: string, { asOf, knownAt }: Filters): string {
  return address(path, { asOf, knownAt })
}

/** Whether anything narrows the portfolio; clocks, measure, lane and cohort do not. */
export function isFiltered(filters: Filters): boolean {
  const given = (Object.keys(lists) as (keyof typeof lists)[]).some(
    (key) => filters[key].length > 0,
  )
  return given || filters.q !== null || filters.signedFrom !== null || filters.signedTo !== null
}

/** The same view of the whole portfolio. */
export function unfiltered({ asOf, knownAt, measure, lane, cohort }: Filters): string {
  return dashboardHref({ ...noFilters(), asOf, knownAt, measure, lane, cohort })
}

/** A file of the API with what the dashboard asks; targets take the clocks alone. */
export function fileAddress(name: string, filters: Filters, lang: Filters['lang']): string {
  const { asOf, knownAt } = filters
  const asked = name === 'targets' ? { asOf, knownAt } : filters
  return address(`/api/v1/${name}.csv`, { ...asked, ...OF_THE_LIST, cohort: undefined, lang })
}

/** The figures of the page as JSON. */
export function summaryAddress(filters: Filters): string {
  return address('/api/v1/summary', { ...filters, ...OF_THE_LIST })
}
