import { useTranslations } from 'next-intl'
import { FILL_CLASSES, paintStyle } from '@/components/ui/badge'
import type { PaceStatus } from '@/lib/domain/types'
import { STATUS_LOOKS } from './status-looks'

/** The pace statuses of a few agreements: a small bar by number, and every status in words beside its count. */
export function StatusMix({
  statuses,
  absent,
}: {
  statuses: { status: PaceStatus; count: number }[]
  absent: string
}) {
  const t = useTranslations('codes.status')
  if (statuses.length === 0) return <span className="text-faint">{absent}</span>
  return (
    <div className="grid max-w-64 gap-1">
      <div aria-hidden="true" className="flex h-2.5 gap-0.5">
        {statuses.map(({ status, count }) => {
          const { paint } = STATUS_LOOKS[status]
          return (
            <div
              key={status}
              style={{ ...paintStyle(paint), flexGrow: count, flexBasis: 0 }}
              className={FILL_CLASSES[paint.fill]}
            />
          )
        })}
      </div>
      <ul className="flex flex-wrap gap-x-3 text-xs text-soft">
        {statuses.map(({ status, count }) => (
          <li key={status} className="whitespace-nowrap">
            <span className="num font-semibold text-ink">{count}</span> {t(status)}
          </li>
        ))}
      </ul>
    </div>
  )
}
