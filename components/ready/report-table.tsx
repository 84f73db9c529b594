import { useLocale, useTranslations } from 'next-intl'
import { addressOf } from '@/components/portfolio/directory-address'
import { RecordTable } from '@/components/ui/record-table'
import { formatNumber } from '@/lib/format'
import { MOST_PRINTED, type ReadyReport } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'
import { ReportFiles } from './report-files'

/** A ready-made report with its length, and what each of its addresses is asked for. */
export interface OfferedReport {
  report: ReadyReport
  rows: number
  filters: Filters
}

/** The page of a ready-made report. */
export function reportHref(report: ReadyReport, filters: Filters): string {
  return addressOf(`/exports/reports/${report}`, filters)
}

/** Every ready-made report: what it answers, how long it is before anybody clicks, its page and its files. */
export function ReportTable({ reports }: { reports: OfferedReport[] }) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <RecordTable
      caption={t('readyReports.title')}
      rows={reports}
      keyOf={({ report }) => report}
      head={{
        label: t('readyReports.report'),
        cell: ({ report, filters }) => (
          <span className="grid gap-1">
            <a href={reportHref(report, filters)} className="link">
              {t(`exports.files.${report}`)}
            </a>
            <span className="text-xs font-normal text-soft">
              {t(`readyReports.answers.${report}`)}
            </span>
          </span>
        ),
      }}
      columns={[
        {
          key: 'rows',
          label: t('exports.about.rows'),
          align: 'end',
          cell: ({ rows }) => formatNumber(locale, rows),
        },
        {
          key: 'files',
          label: t('readyReports.files'),
          wide: true,
          cell: ({ report, filters }) => <ReportFiles report={report} filters={filters} />,
        },
      ]}
    />
  )
}

/** Said where a report has more rows than its page prints. */
export function MoreRows({ total }: { total: number }) {
  const t = useTranslations('readyReports')
  if (total <= MOST_PRINTED) return null
  return <p className="mt-4 text-sm text-soft">{t('more', { shown: MOST_PRINTED, total })}</p>
}
