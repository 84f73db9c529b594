import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { valueLabel } from '@/components/agreements/filter-labels'
import { filtersInUse } from '@/components/agreements/list-address'
import { keptFields } from '@/components/portfolio/directory-address'
import { ReportFiles } from '@/components/ready/report-files'
import { Sheet, type SheetFacts } from '@/components/ready/sheet'
import { sheetStyle } from '@/components/ready/sheet-style'
import { AsOfForm } from '@/components/ui/filter-form'
import { PrintButton } from '@/components/ui/print-button'
import { NONCE_HEADER } from '@/lib/address'
import { METHOD } from '@/lib/domain/method'
import type { IsoDate } from '@/lib/domain/types'
import { publicBase } from '@/lib/env'
import { formatDay } from '@/lib/format'
import type { ReadyReport } from '@/lib/schemas/export-files'
import { type Filters, printFilters } from '@/lib/schemas/filters'

/** What every ready-made report has around its tables: title, filters, both clocks, its files, and at the foot of every printed page the address that it came from. */
export async function ReportFrame({
  report,
  filters,
  asOf,
  clocks,
  more = [],
  dayForm,
  controls,
  children,
}: {
  report: ReadyReport
  filters: Filters
  asOf: IsoDate
  /** How both clocks read, where a report looks at more than one day. */
  clocks?: SheetFacts
  /** What this report was asked for besides. */
  more?: SheetFacts
  /** What asks for the day, where it is more than one. */
  dayForm?: ReactNode
  /** Besides the day. */
  controls?: ReactNode
  children: ReactNode
}) {
  const t = await getTranslations()
  const locale = await getLocale()
  const path = `/exports/reports/${report}`
  // Today is another day tomorrow: the printed address names the day that was printed.
  const query = printFilters({ ...filters, asOf, lang: locale })
  const address = `${publicBase()}${path}?${query}`
  const title = t(`exports.files.${report}`)
  const inUse = filtersInUse(filters).map(({ key, value }) =>
    t('agreements.chip', {
      filter: key === 'q' ? t('common.search') : t(`agreements.${key}`),
      value: valueLabel(locale, t, {}, key, value),
    }),
  )
  const facts: SheetFacts = [
    ...(clocks ?? [
      [t('exports.about.asOf'), formatDay(locale, asOf)],
      [t('exports.about.knownAt'), filters.knownAt ?? t('exports.about.all')],
    ]),
    ...more,
    [t('exports.about.filters'), inUse.join(' · ') || t('exports.about.noFilters')],
    [t('exports.about.method'), METHOD],
  ]
  const source = `${title} · ${formatDay(locale, asOf)} · ${t('common.methodVersion', { version: METHOD })}`
  const page = t.raw('readyReports.page')
  return (
    <Sheet
      title={title}
      lead={t(`readyReports.answers.${report}`)}
      facts={facts}
      controls={
        <>
          <div className="flex flex-wrap items-end gap-4">
            {dayForm ?? (
              <AsOfForm
                action={path}
                keep={keptFields(filters, ['asOf'])}
                label={t('common.asOf')}
                submit={t('common.asOfSubmit')}
                value={asOf}
              />
            )}
            {controls}
            <PrintButton label={t('readyReports.print')} />
          </div>
          <ReportFiles report={report} filters={filters} />
        </>
      }
      source={
        <>
          {source}
          <bdi dir="ltr" className="block break-all">
            {address}
          </bdi>
        </>
      }
    >
      <style nonce={(await headers()).get(NONCE_HEADER) ?? undefined}>
        {sheetStyle(`${source} · ${address}`, String(page))}
      </style>
      {children}
    </Sheet>
  )
}
