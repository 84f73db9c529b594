import { useTranslations } from 'next-intl'
import type { IsoDate } from '@/lib/domain/types'
import type { Filters } from '@/lib/schemas/filters'
import { reportHref } from './report-table'

const BEFORE = 1
const OFFERED = 8
const YEAR = 'YYYY'.length

/** The years around asOf, and the one shown wherever it lies. */
export function YearLinks({
  filters,
  asOf,
  year,
}: {
  filters: Filters
  asOf: IsoDate
  year: number
}) {
  const t = useTranslations('readyReports')
  const first = Number(asOf.slice(0, YEAR)) - BEFORE
  const around = Array.from({ length: OFFERED }, (_, index) => first + index)
  const years = [...new Set([...around, year])].sort((a, b) => a - b)
  return (
    <nav aria-label={t('years')} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {years.map((other) => (
        <a
          key={other}
          href={reportHref('due', { ...filters, year: other })}
          aria-current={other === year ? 'page' : undefined}
          className="link num inline-flex min-h-10 items-center aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline"
        >
          {other}
        </a>
      ))}
    </nav>
  )
}
