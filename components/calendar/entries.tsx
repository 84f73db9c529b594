import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import { agreementHref } from '@/components/agreements/list-address'
import { StatusChip } from '@/components/portfolio/chips'
import { FigureText } from '@/components/ui/figure-text'
import { days } from '@/lib/domain/iso-date'
import type { IsoDate } from '@/lib/domain/types'
import type { Calendar } from '@/lib/features/calendar/get-calendar'
import { formatDay, formatMonth } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'

type Entry = Calendar['deadlines']['rows'][number]

const MONTH = 'YYYY-MM'.length

/** The promises of one agreement on one day stand together. */
function together(rows: readonly Entry[]): [Entry, ...Entry[]][] {
  const groups: [Entry, ...Entry[]][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && last[0].day === row.day && last[0].reference === row.reference) last.push(row)
    else groups.push([row])
  }
  return groups
}

function byMonth(rows: readonly Entry[]): [string, [Entry, ...Entry[]][]][] {
  const months = new Map<string, [Entry, ...Entry[]][]>()
  for (const group of together(rows)) {
    const month = group[0].day.slice(0, MONTH)
    months.set(month, [...(months.get(month) ?? []), group])
  }
  return [...months]
}

/** Days of the calendar by month, the earliest first: who is due, with what, and how it stands. */
export function CalendarEntries({
  rows,
  asOf,
  reports,
  filters,
}: {
  rows: readonly Entry[]
  asOf: IsoDate
  /** Reports due rather than deadlines. */
  reports: boolean
  filters: Filters
}) {
  const t = useTranslations('calendar')
  const locale = useLocale()
  // What is overdue is one group, whatever its month.
  const overdue = rows.filter(({ day }) => day < asOf)
  const ahead = byMonth(rows.filter(({ day }) => day >= asOf))
  const list = (groups: [Entry, ...Entry[]][]) => (
    <ul>
      {groups.map((group) => (
        <Group
          key={`${group[0].day} ${group[0].reference}`}
          group={group}
          asOf={asOf}
          reports={reports}
          filters={filters}
        />
      ))}
    </ul>
  )
  return (
    <div className="grid gap-8">
      {overdue.length > 0 && (
        <section aria-label={t('overdue')}>
          <h3 className="border-b-2 border-danger pb-2 text-base">{t('overdue')}</h3>
          {list(together(overdue))}
        </section>
      )}
      {ahead.map(([month, groups]) => (
        <section key={month} aria-label={formatMonth(locale, `${month}-01`)}>
          <h3 className="border-b border-rule-strong pb-2 text-base">
            {formatMonth(locale, `${month}-01`)}
          </h3>
          {list(groups)}
        </section>
      ))}
    </div>
  )
}

function Group({
  group,
  asOf,
  reports,
  filters,
}: {
  group: [Entry, ...Entry[]]
  asOf: IsoDate
  reports: boolean
  filters: Filters
}) {
  const t = useTranslations()
  const locale = useLocale()
  const [{ day, reference, title, company, region }] = group
  const left = days(asOf, day)
  return (
    <li className="grid gap-x-6 gap-y-1.5 border-b border-rule py-3 text-sm sm:grid-cols-[8rem_1fr] lg:grid-cols-[8rem_1fr_1.2fr]">
      <div>
        <time dateTime={day} className="font-medium whitespace-nowrap">
          {formatDay(locale, day, 'short')}
        </time>
        <span className="block text-xs text-soft max-sm:ms-2 max-sm:inline">
          {left >= 0
            ? t('dashboard.inDays', { days: left })
            : t('dashboard.daysAgo', { days: -left })}
        </span>
      </div>
      <div className="min-w-0">
        <a href={agreementHref(reference, filters)} className="link font-medium">
          <bdi>{title}</bdi>
        </a>
        <span className="block text-soft">
          {company && <bdi>{company.name}</bdi>}
          {company && ' · '}
          {t(`codes.region.${region}`)}
        </span>
      </div>
      <ul className="grid gap-2 sm:col-start-2 lg:col-start-auto">
        {group.map((one) => (
          <li key={one.measure} className="grid gap-0.5">
            <span className="flex flex-wrap items-baseline gap-x-3">
              <span className="text-soft">{t(`codes.measure.${one.measure}`)}</span>
              <strong>
                <FigureText>
                  {amountsIn(locale, t, one.currency).quantity({
                    comparator: one.comparator,
                    low: one.low,
                    high: one.high,
                    missing: one.missing,
                  })}
                </FigureText>
              </strong>
            </span>
            <StatusChip status={one.status} reason={one.reason} />
            <span className="text-xs text-soft">
              {one.dataDate === null
                ? t('calendar.noData')
                : t('common.dataDate', { day: formatDay(locale, one.dataDate) })}
              {reports && one.due !== null && (
                <> · {t('calendar.dueOn', { day: formatDay(locale, one.due) })}</>
              )}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}
