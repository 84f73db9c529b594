import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { SaveReport } from '@/app/(portfolio)/r/save-report'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { Answer } from '@/components/portfolio/answer'
import { behind, dashboardHref, isFiltered } from '@/components/portfolio/dashboard-address'
import { DashboardControls, ViewNotices } from '@/components/portfolio/dashboard-controls'
import { Downloads } from '@/components/portfolio/downloads'
import { FunnelSection } from '@/components/portfolio/funnel'
import { GapTables } from '@/components/portfolio/gap-tables'
import { Headlines } from '@/components/portfolio/headlines'
import { NextDue } from '@/components/portfolio/next-due'
import { PromiseTable } from '@/components/portfolio/promise-table'
import { RecordedLast } from '@/components/portfolio/recorded'
import { scaleOf } from '@/components/portfolio/scale'
import { StatusSection } from '@/components/portfolio/status-section'
import { TowardYear } from '@/components/portfolio/toward-year'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-title'
import { today } from '@/lib/clock'
import { getDashboard } from '@/lib/features/portfolio/get-dashboard'
import { formatDay } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('nav')
  return { title: t('dashboard') }
}

export default async function DashboardPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'page')
  const viewer = await reader()
  const dashboard = await orNotFound(getDashboard(viewer, filters))
  const { summary, detail } = dashboard
  const { asOf, figures } = summary
  const t = await getTranslations()
  const locale = await getLocale()
  const day = formatDay(locale, asOf)
  const year = String(figures.cohort.year)
  const { original, increases } = figures.funnel
  const totals = [original + increases, figures.promised.gross]
  const scale = scaleOf(locale, t, summary.measure, totals)
  const nothing = figures.count === 0 && summary.leftOut.length === 0 && original === 0n
  return (
    <>
      <DashboardControls filters={filters} asOf={asOf} />
      <ClockNotice clocks={filters} today={dashboardHref(filters, { asOf: null, knownAt: null })} />
      <ViewNotices filters={filters} />
      {nothing ? (
        <Nothing filters={filters} recorded={detail.recorded.length > 0} day={day} />
      ) : (
        <>
          <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[6fr_5fr]">
            <Answer summary={summary} filters={filters} scale={scale} isToday={asOf === today()} />
            <Headlines summary={summary} data={detail.data} scale={scale} />
          </div>
          <TowardYear dashboard={dashboard} filters={filters} scale={scale} />
          {detail.promises.length > 0 && (
            <Section id="promises" title={t('dashboard.promisesTitle', { year })}>
              <PromiseTable
                caption={t('dashboard.promisesLead', { day })}
                rows={detail.promises}
                filters={filters}
              />
              {figures.cohort.count > detail.promises.length && (
                <p className="mt-4 text-sm">
                  <a
                    href={behind(filters, { dueYear: [figures.cohort.year], sort: '-jobs' })}
                    className="link"
                  >
                    {t('dashboard.promisesAll', { count: figures.cohort.count, year })}
                  </a>
                </p>
              )}
            </Section>
          )}
          <NextDue dashboard={dashboard} filters={filters} />
          <FunnelSection summary={summary} filters={filters} scale={scale} />
          <StatusSection summary={summary} filters={filters} scale={scale} />
          <GapTables summary={summary} filters={filters} scale={scale} />
          <RecordedLast recorded={detail.recorded} filters={filters} />
          <Downloads filters={filters} />
          <div className="no-print mt-6">
            <SaveReport viewer={viewer} file="agreements" filters={filters} />
          </div>
        </>
      )}
    </>
  )
}

async function Nothing({
  filters,
  recorded,
  day,
}: {
  filters: Filters
  recorded: boolean
  day: string
}) {
  const t = await getTranslations('dashboard')
  const back = recorded || isFiltered(filters) || filters.knownAt !== null
  const title = isFiltered(filters)
    ? t('emptyFilters')
    : recorded
      ? t('emptyDay', { day })
      : filters.knownAt === null
        ? t('emptyBook')
        : t('emptyKnown')
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <EmptyState title={title}>
        {back ? (
          <ButtonLink href="/">{t('emptyBack')}</ButtonLink>
        ) : (
          <>
            <p className="mb-4">{t('emptyBookText')}</p>
            <ButtonLink href="/data">{(await getTranslations('nav'))('data')}</ButtonLink>
          </>
        )}
      </EmptyState>
    </>
  )
}
