import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ReportFrame } from '@/app/(portfolio)/exports/reports/report-frame'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { scaleOf } from '@/components/portfolio/scale'
import { BehindTable } from '@/components/ready/behind-table'
import { MoreRows } from '@/components/ready/report-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Headline } from '@/components/ui/headline'
import { Section } from '@/components/ui/page-title'
import { getBehindReport } from '@/lib/features/organisations/get-behind-report'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports.files')
  return { title: t('behind') }
}

export default async function BehindReportPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'report')
  const { asOf, total, whole, rows } = await orNotFound(getBehindReport(await reader(), filters))
  const t = await getTranslations()
  const locale = await getLocale()
  const { measure, lane } = filters
  const scale = scaleOf(locale, t, measure, [whole.promised ?? 0n])
  const known = whole.agreements - whole.unknown
  return (
    <ReportFrame
      report="behind"
      filters={filters}
      asOf={asOf}
      more={[
        [t('agreements.measure'), t(`codes.measure.${measure}`)],
        [t('agreements.lane'), t(`codes.lane.${lane}`)],
      ]}
    >
      {total === 0 ? (
        <div className="mt-12">
          <EmptyState title={t('readyReports.nobodyBehind')} />
        </div>
      ) : (
        <>
          <Section id="whole" title={t('readyReports.behindTitle')}>
            <div className="grid gap-x-8 gap-y-7 sm:grid-cols-2">
              <Headline
                term={`${t('exports.columns.shortfall')} (${scale.unit})`}
                print={whole.shortfall === null ? null : scale.print(whole.shortfall)}
                undefinedText={t('readyReports.unknown')}
              >
                <p>{t('readyReports.shortOf', { count: known })}</p>
              </Headline>
              <Headline
                term={t('readyReports.unknownTerm', { unit: scale.unit })}
                print={whole.unknownPromised === null ? null : scale.print(whole.unknownPromised)}
                undefinedText={t('readyReports.none')}
              >
                <p>{t('readyReports.unknownOf', { count: whole.unknown })}</p>
              </Headline>
            </div>
          </Section>
          <Section
            id="list"
            title={t('readyReports.companyCount', { count: total })}
            lead={t('readyReports.behindLead')}
          >
            <BehindTable rows={rows} whole={whole} filters={filters} scale={scale} />
            <MoreRows total={total} />
          </Section>
        </>
      )}
    </ReportFrame>
  )
}
