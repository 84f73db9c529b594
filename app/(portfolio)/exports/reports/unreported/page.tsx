import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReportFrame } from '@/app/(portfolio)/exports/reports/report-frame'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { MoreRows } from '@/components/ready/report-table'
import { RegionCounts, SilentTable } from '@/components/ready/silent-tables'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-title'
import { REGIONS } from '@/lib/domain/types'
import { getUnreportedReport } from '@/lib/features/calendar/get-unreported-report'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports.files')
  return { title: t('unreported') }
}

export default async function UnreportedReportPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'silentReport')
  const { asOf, whole, regions, rows } = await orNotFound(
    getUnreportedReport(await reader(), filters),
  )
  const t = await getTranslations()
  const silent = REGIONS.map((region) => ({
    region,
    rows: rows.filter((row) => row.region === region),
  })).filter((one) => one.rows.length > 0)
  return (
    <ReportFrame report="unreported" filters={filters} asOf={asOf}>
      {whole.promises === 0 ? (
        <div className="mt-12">
          <EmptyState title={t('readyReports.nobodySilent')} />
        </div>
      ) : (
        <>
          <Section
            id="regions"
            title={t('dashboard.gapRegion')}
            lead={t('readyReports.silentLead')}
          >
            <RegionCounts regions={regions} whole={whole} />
          </Section>
          {silent.map((one) => (
            <Section
              key={one.region}
              id={`region-${one.region}`}
              title={t(`codes.region.${one.region}`)}
            >
              <SilentTable region={one.region} rows={one.rows} asOf={asOf} clocks={filters} />
            </Section>
          ))}
          <MoreRows total={whole.promises} />
        </>
      )}
    </ReportFrame>
  )
}
