import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Link from 'next/link'
import { Column } from '@/components/ui/data-table'
import type { SortName } from '@/lib/schemas/filter-keys'
import type { Filters } from '@/lib/schemas/filters'
import { listHref } from './list-address'

const ALPHABETIC: readonly SortName[] = ['reference', 'title', 'company']

/** The head of a column that orders the list: a link to the order, or to its reverse when it already holds. */
export function SortColumn({
  filters,
  name,
  align,
  children,
}: {
  filters: Filters
  name: SortName
  align?: 'start' | 'end'
  children: string
}) {
  const descending = filters.sort === `-${name}`
  const current = descending || filters.sort === name
  const first = ALPHABETIC.includes(name) ? name : (`-${name}` as const)
  const reversed = descending ? name : (`-${name}` as const)
  const Arrow = descending ? ArrowDown : ArrowUp
  return (
    <Column align={align} sort={current ? (descending ? 'descending' : 'ascending') : undefined}>
      <Link
        href={listHref(filters, { sort: current ? reversed : first })}
        prefetch={false}
        scroll={false}
        className={`-my-1 inline-flex items-center gap-1 py-1 hover:text-ink hover:underline ${current ? 'text-ink' : ''}`}
      >
        {children}
        {current && <Arrow size={13} aria-hidden="true" className="shrink-0" />}
      </Link>
    </Column>
  )
}
