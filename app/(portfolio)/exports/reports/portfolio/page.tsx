import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ReportFrame } from '@/app/(portfolio)/exports/reports/report-frame'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { scaleOf } from '@/components/portfolio/scale'
import { StatusSection } from '@/components/portfolio/status-section'
import { AgreementRows } from '@/components/ready/agreement-rows'
import { GroupSections } from '@/components/ready/group-table'
import { LaneTable } from '@/components/ready/lane-table'
import { MoreRows } from '@/components/ready/report-table'
import { Section } from '@/components/ui/page-title'
import { getPortfolioReport } from '@/lib/features/portfolio/get-portfolio-report'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports.files')
  return { title: t('portfolio') }
}

export default async function PortfolioReportPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'report')
  const { summary, rows, total } = await orNotFound(getPortfolioReport(await reader(), filters))
  const t = await getTranslations()
  const locale = await getLocale()
  const { figures, measure, lane } = summary
  const { original, increases } = figures.funnel
  const scale = scaleOf(locale, t, measure, [original + increases, figures.promised.gross])
  return (
    <ReportFrame
      report="portfolio"
      filters={filters}
      asOf={summary.asOf}
      more={[
        [t('agreements.measure'), t(`codes.measure.${measure}`)],
        [t('agreements.lane'), t(`codes.lane.${lane}`)],
      ]}
    >
      <Section id="whole" title={t('dashboard.wholeTitle')}>
        <LaneTable summary={summary} scale={scale} />
      </Section>
      <StatusSection summary={summary} filters={filters} scale={scale} />
      <GroupSections summary={summary} scale={scale} />
      <Section
        id="list"
        title={t('agreements.resultTitle', { total })}
        lead={t('readyReports.listLead', { counted: figures.count })}
      >
        <AgreementRows caption={t('exports.files.agreements')} rows={rows} clocks={filters} />
        <MoreRows total={total} />
      </Section>
    </ReportFrame>
  )
}
