import { type Key, type ListKey, lists } from '@/lib/schemas/filter-keys'
import { type Filters, printFilters } from '@/lib/schemas/filters'

/** The first page of the list under the filters with some of them changed; the language stays a matter of the reader. */
export function listHref(filters: Filters, changed: Partial<Filters> = {}): string {
  const query = printFilters({ ...filters, lang: null, cursor: null, ...changed })
  return query ? `/agreements?${query}` : '/agreements'
}

/** An agreement's page on the same day, with the same knowledge. */
export function agreementHref(
  reference: string,
  clocks: Pick<Filters, 'asOf' | 'knownAt'> = { asOf: null, knownAt: null },
): string {
  const query = printFilters({ asOf: clocks.asOf, knownAt: clocks.knownAt })
  return `/agreements/${encodeURIComponent(reference)}${query && `?${query}`}`
}

/** What a file of the same view is asked for: it takes no order and no page. */
export function fileQuery(filters: Filters, lang: Filters['lang']): string {
  const { sort: _sort, cursor: _cursor, cohort: _cohort, limit: _limit, ...asked } = filters
  return printFilters({ ...asked, lang })
}

/** The same view as a file of the API. */
export function fileHref(path: string, filters: Filters, lang: Filters['lang']): string {
  const query = fileQuery(filters, lang)
  return query ? `${path}?${query}` : path
}

/** What the address asks for, as hidden fields, without the keys that a form shows itself. */
export function kept(filters: Filters, shown: readonly Key[]): [string, string][] {
  const query = new URLSearchParams(printFilters({ ...filters, lang: null, cursor: null }))
  return [...query].filter(([name]) => !shown.some((key) => key === name))
}

const SCALARS = ['q', 'signedFrom', 'signedTo'] as const
const LISTS = Object.keys(lists).filter((key): key is ListKey => key in lists)

export interface FilterInUse {
  key: (typeof SCALARS)[number] | ListKey
  value: string
  /** What the address asks for without it. */
  rest: Partial<Filters>
}

/** The filters in use, one entry a value; clocks, measure, lane and order are no filters. */
export function filtersInUse(filters: Filters): FilterInUse[] {
  const single = SCALARS.flatMap((key): FilterInUse[] => {
    const value = filters[key]
    return value === null ? [] : [{ key, value, rest: { [key]: null } }]
  })
  const repeated = LISTS.flatMap((key) => {
    const values: readonly (string | number)[] = filters[key]
    return values.map((value) => ({
      key,
      value: String(value),
      rest: { [key]: values.filter((other) => other !== value) },
    }))
  })
  return [...single, ...repeated]
}

/** The list without any filter, on the same clocks, in the same measure, lane and order. */
export function withoutFilters(filters: Filters): string {
  const empty = Object.fromEntries(LISTS.map((key) => [key, []]))
  return listHref(filters, { ...empty, q: null, signedFrom: null, signedTo: null })
}
