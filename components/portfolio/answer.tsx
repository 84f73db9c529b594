import { useLocale, useTranslations } from 'next-intl'
import type { IsoDate } from '@/lib/domain/types'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import { formatDay, formatPercent } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'
import { dashboardHref } from './dashboard-address'
import type { Scale } from './scale'

const YEARS_OFFERED = 6

/** The years with promises nearest to the one shown, in order. */
function otherYears(summary: Dashboard['summary'], shown: number): number[] {
  return summary.figures.by.dueYear
    .filter(({ promised }) => promised > 0n)
    .map(({ code }) => Number(code))
    .filter((year) => Number.isInteger(year) && year !== shown)
    .sort((a, b) => Math.abs(a - shown) - Math.abs(b - shown))
    .slice(0, YEARS_OFFERED)
    .sort((a, b) => a - b)
}

/** "Are we going to make it?" for the cohort's year, answered by its verdict in words and numbers. */
export function Answer({
  summary,
  filters,
  scale,
  isToday,
}: {
  summary: Dashboard['summary']
  filters: Filters
  scale: Scale
  isToday: boolean
}) {
  const t = useTranslations('dashboard')
  const locale = useLocale()
  const day: IsoDate = summary.asOf
  const { cohort } = summary.figures
  const year = String(cohort.year)
  const percent = cohort.coveragePercent
  const coverage = percent === null ? '' : formatPercent(locale, percent)
  const silent = cohort.reported === null
  const money = summary.measure === 'investment'
  // Persons are named once in the sentence; a sum of money is never a bare number.
  const amount = (print: string) => (money ? `${print} ${scale.unit}` : print)
  const sentence = t(`answer.${cohort.verdict}`, {
    year,
    promised: scale.withUnit(cohort.promised),
    agreements: t('inAgreements', { count: cohort.count }),
    when: isToday ? t('byToday') : t('byDay', { day: formatDay(locale, day) }),
    expected: amount(scale.rounded(cohort.expectedToday)),
    silent: silent ? (money ? 'money' : 'jobs') : 'no',
    reported: cohort.reported === null ? '' : amount(scale.print(cohort.reported)),
    projected: cohort.projectedAtDue ? amount(scale.rounded(cohort.projectedAtDue)) : '',
    coverage,
  })
  const years = otherYears(summary, cohort.year)
  return (
    <div className="grid content-start gap-4">
      <p className="text-sm text-soft">{t('kicker', { year, day: formatDay(locale, day) })}</p>
      <h1 className="text-3xl sm:text-4xl">{t('question', { year })}</h1>
      <p className="max-w-measure text-xl leading-snug sm:text-2xl">{sentence}</p>
      {cohort.count > 0 && (
        <p className="max-w-measure text-soft">
          {t('coverageNote', { coverage, yearOnly: cohort.yearOnly })}
        </p>
      )}
      {years.length > 0 && (
        <p className="no-print flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <span className="text-soft">{t('otherYears')}</span>
          {years.map((other) => (
            <a key={other} href={dashboardHref(filters, { cohort: other })} className="link num">
              {other}
            </a>
          ))}
        </p>
      )}
    </div>
  )
}
