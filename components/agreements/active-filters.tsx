import X from 'lucide-react/icons/x'
import Link from 'next/link'

export interface ActiveFilter {
  label: string
  href: string
}

/** Each filter in use as a link that takes it away. */
export function ActiveFilters({
  label,
  remove,
  filters,
}: {
  label: string
  remove: string
  filters: ActiveFilter[]
}) {
  if (filters.length === 0) return null
  return (
    <ul aria-label={label} className="mt-5 flex flex-wrap gap-2">
      {filters.map((filter) => (
        <li key={filter.href}>
          <Link
            href={filter.href}
            prefetch={false}
            className="inline-flex min-h-9 items-center gap-2 rounded-xs border border-rule-strong bg-accent-wash px-3 text-sm hover:border-ink"
          >
            <bdi>{filter.label}</bdi>
            <X size={15} aria-hidden="true" className="no-print shrink-0" />
            <span className="sr-only">{remove}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
