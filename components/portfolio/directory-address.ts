import type { Key } from '@/lib/schemas/filter-keys'
import { type Filters, printFilters } from '@/lib/schemas/filters'

type Asked = Partial<Filters>

/** An address of ours with what is asked of it; the language stays a matter of the reader. */
export function addressOf(path: string, asked: Asked): string {
  const query = printFilters({ ...asked, lang: null })
  return query ? `${path}?${query}` : path
}

/** The two clocks of an address, which every link inside the portfolio keeps. */
export function clocksOf({ asOf, knownAt }: Pick<Filters, 'asOf' | 'knownAt'>): Asked {
  return { asOf, knownAt }
}

/** The first page of a list with some of its filters changed. */
export function directoryHref(path: string, filters: Filters, changed: Asked = {}): string {
  return addressOf(path, { ...filters, cursor: null, ...changed })
}

/** What the address asks for as hidden fields, without the keys that a form shows itself. */
export function keptFields(filters: Filters, shown: readonly Key[]): [string, string][] {
  const query = new URLSearchParams(printFilters({ ...filters, lang: null, cursor: null }))
  return [...query].filter(([name]) => !shown.some((key) => key === name))
}
