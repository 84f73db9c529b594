import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ReportFrame } from '@/app/(portfolio)/exports/reports/report-frame'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { addressOf, keptFields } from '@/components/portfolio/directory-address'
import { PeriodForm } from '@/components/ready/period-form'
import { PeriodLines } from '@/components/ready/period-lines'
import { PeriodCauses, PeriodTotals } from '@/components/ready/period-totals'
import { MoreRows } from '@/components/ready/report-table'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page-title'
import { today } from '@/lib/clock'
import { getChangesReport, type PeriodEnd } from '@/lib/features/portfolio/get-changes-report'
import { formatDay, formatTime } from '@/lib/format'

const PATH = '/exports/reports/changes'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports.files')
  return { title: t('changes') }
}

export default async function ChangesReportPage({ searchParams }: { searchParams: Query }) {
  const asked = await askedOf(searchParams, 'changes')
  const report = await orNotFound(getChangesReport(await reader(), asked))
  const t = await getTranslations()
  const locale = await getLocale()
  const { from, to, measure, total } = report
  const filters = { ...asked, since: from.day, asOf: to.day }
  const state = ({ day, knownAt }: PeriodEnd) =>
    knownAt === null
      ? t('readyReports.changes.stateNow', { day: formatDay(locale, day) })
      : t('readyReports.changes.state', {
          day: formatDay(locale, day),
          moment: formatTime(locale, knownAt),
        })
  const now = today()
  const known =
    asked.sinceKnownAt === null && asked.knownAt === null
      ? { label: 'nowBoth' as const, ends: { sinceKnownAt: now, knownAt: now } }
      : { label: 'thenBoth' as const, ends: { sinceKnownAt: null, knownAt: null } }
  const otherway = (
    <a href={addressOf(PATH, { ...filters, ...known.ends })} className="link">
      {t(`readyReports.changes.${known.label}`)}
    </a>
  )
  return (
    <ReportFrame
      report="changes"
      filters={filters}
      asOf={to.day}
      clocks={[
        [t('readyReports.changes.since'), state(from)],
        [t('readyReports.changes.until'), state(to)],
      ]}
      more={[[t('agreements.measure'), t(`codes.measure.${measure}`)]]}
      dayForm={
        <PeriodForm
          action={PATH}
          keep={keptFields(filters, ['since', 'asOf'])}
          since={from.day}
          asOf={to.day}
        />
      }
      controls={<span className="inline-flex min-h-10 items-center text-sm">{otherway}</span>}
    >
      {from.seq === '0' && (
        <div className="mt-6">
          <Notice kind="info">
            <p>{t('readyReports.changes.emptyBook')}</p>
          </Notice>
        </div>
      )}
      <Section
        id="totals"
        title={t('readyReports.changes.totalsTitle')}
        lead={t('readyReports.changes.totalsLead')}
      >
        <PeriodTotals report={report} />
      </Section>
      <Section
        id="causes"
        title={t('readyReports.changes.causesTitle')}
        lead={t('readyReports.changes.causesLead')}
      >
        <PeriodCauses report={report} />
      </Section>
      <Section
        id="lines"
        title={t('readyReports.changes.linesTitle', { total })}
        lead={t('readyReports.changes.linesLead')}
      >
        <PeriodLines report={report} clocks={{ asOf: to.day, knownAt: asked.knownAt }} />
        <MoreRows total={total} />
      </Section>
    </ReportFrame>
  )
}
