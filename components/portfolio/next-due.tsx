import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import { FigureText } from '@/components/ui/figure-text'
import { Section } from '@/components/ui/page-title'
import { days } from '@/lib/domain/iso-date'
import type { IsoDate } from '@/lib/domain/types'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import { formatDay } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'
import { StatusChip } from './chips'
import { behind } from './dashboard-address'
import { PromiseName, type PromiseRow } from './promise-table'

function Deadlines({
  title,
  none,
  rows,
  asOf,
  filters,
  more,
}: {
  title: string
  none: string
  rows: PromiseRow[]
  asOf: IsoDate
  filters: Filters
  more?: { href: string; label: string }
}) {
  const t = useTranslations('dashboard')
  const all = useTranslations()
  const locale = useLocale()
  return (
    <div>
      <h3 className="border-b border-rule-strong pb-2 text-base">{title}</h3>
      {rows.length === 0 && <p className="py-4 text-soft">{none}</p>}
      <ul>
        {rows.map((row) => {
          const left = days(asOf, row.due)
          return (
            <li
              key={row.reference}
              className="grid gap-x-6 gap-y-1 border-b border-rule py-3 text-sm sm:grid-cols-[7rem_1fr_auto]"
            >
              <div>
                <time dateTime={row.due} className="font-medium whitespace-nowrap">
                  {formatDay(locale, row.due, 'short')}
                </time>
                <span className="block text-xs text-soft max-sm:ms-2 max-sm:inline">
                  {left > 0 ? t('inDays', { days: left }) : t('daysAgo', { days: -left })}
                </span>
              </div>
              <div className="min-w-0 font-medium">
                <PromiseName row={row} filters={filters} />
                <div className="mt-1 font-normal">
                  <StatusChip status={row.status} reason={row.reason} />
                </div>
              </div>
              <span className="font-medium sm:text-end">
                <FigureText>{amountsIn(locale, all, row.currency).amount(row.target)}</FigureText>
              </span>
            </li>
          )
        })}
      </ul>
      {more && (
        <p className="pt-3 text-sm">
          <a href={more.href} className="link">
            {more.label}
          </a>
        </p>
      )}
    </div>
  )
}

/** The nearest deadlines, and those that passed without a report. */
export function NextDue({ dashboard, filters }: { dashboard: Dashboard; filters: Filters }) {
  const t = useTranslations('dashboard')
  const { detail, summary } = dashboard
  const { asOf } = summary
  return (
    <Section id="next" title={t('nextTitle')}>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <Deadlines
          title={t('nextAhead')}
          none={t('noneAhead')}
          rows={detail.next}
          asOf={asOf}
          filters={filters}
          more={
            detail.nextCount > detail.next.length
              ? { href: behind(filters, { sort: 'due' }), label: t('byDeadline') }
              : undefined
          }
        />
        <Deadlines
          title={t('nextOverdue')}
          none={t('noneOverdue')}
          rows={detail.overdue}
          asOf={asOf}
          filters={filters}
          more={
            detail.overdueCount > detail.overdue.length
              ? {
                  href: behind(filters, { status: ['DUE_UNREPORTED'], sort: 'due' }),
                  label: t('seeAll', { count: detail.overdueCount }),
                }
              : undefined
          }
        />
      </div>
    </Section>
  )
}
