import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ReportFrame } from '@/app/(portfolio)/exports/reports/report-frame'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { scaleOf } from '@/components/portfolio/scale'
import { AgreementRows } from '@/components/ready/agreement-rows'
import { dueColumns } from '@/components/ready/due-columns'
import { DueSums } from '@/components/ready/due-sums'
import { MoreRows } from '@/components/ready/report-table'
import { YearLinks } from '@/components/ready/year-links'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-title'
import { getDueReport } from '@/lib/features/portfolio/get-due-report'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports.files')
  return { title: t('due') }
}

export default async function DueReportPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'dueReport')
  const { year, summary, rows, total } = await orNotFound(getDueReport(await reader(), filters))
  const t = await getTranslations()
  const locale = await getLocale()
  const { asOf, figures, measure, lane } = summary
  const scale = scaleOf(locale, t, measure, [figures.promised.gross])
  return (
    <ReportFrame
      report="due"
      filters={{ ...filters, year }}
      asOf={asOf}
      more={[
        [t('readyReports.year'), String(year)],
        [t('agreements.measure'), t(`codes.measure.${measure}`)],
        [t('agreements.lane'), t(`codes.lane.${lane}`)],
      ]}
      controls={<YearLinks filters={filters} asOf={asOf} year={year} />}
    >
      {total === 0 ? (
        <div className="mt-12">
          <EmptyState title={t('readyReports.nothingDue', { year: String(year) })} />
        </div>
      ) : (
        <>
          <Section id="whole" title={t('readyReports.dueSums', { year: String(year) })}>
            <DueSums summary={summary} scale={scale} />
          </Section>
          <Section
            id="list"
            title={t('agreements.resultTitle', { total })}
            lead={t('readyReports.listLead', { counted: figures.count })}
          >
            <AgreementRows
              caption={t('exports.files.agreements')}
              rows={rows}
              clocks={filters}
              more={dueColumns(locale, t, asOf)}
            />
            <MoreRows total={total} />
          </Section>
        </>
      )}
    </ReportFrame>
  )
}
