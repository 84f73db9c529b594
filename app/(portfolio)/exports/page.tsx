import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { ActiveFilters } from '@/components/agreements/active-filters'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { valueLabel } from '@/components/agreements/filter-labels'
import { filtersInUse } from '@/components/agreements/list-address'
import { FileTable } from '@/components/exports/file-table'
import { addressOf, directoryHref, keptFields } from '@/components/portfolio/directory-address'
import { ReportTable } from '@/components/ready/report-table'
import { ButtonLink } from '@/components/ui/button'
import { AsOfForm } from '@/components/ui/filter-form'
import { PageTitle, Section } from '@/components/ui/page-title'
import { countFiles } from '@/lib/features/exports/count-files'
import { formatDay } from '@/lib/format'
import { ARCHIVE } from '@/lib/schemas/export-files'

const PATH = '/exports'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports')
  return { title: t('title') }
}

export default async function ExportsPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'exports')
  const { asOf, files, reports } = await orNotFound(countFiles(await reader(), filters))
  const t = await getTranslations()
  const locale = await getLocale()
  const inUse = filtersInUse(filters).map(({ key, value, rest }) => ({
    label: t('agreements.chip', {
      filter: key === 'q' ? t('common.search') : t(`agreements.${key}`),
      value: valueLabel(locale, t, {}, key, value),
    }),
    href: directoryHref(PATH, filters, rest),
  }))
  return (
    <>
      <PageTitle title={t('exports.title')} lead={t('exports.lead')}>
        <AsOfForm
          action={PATH}
          keep={keptFields(filters, ['asOf'])}
          label={t('common.asOf')}
          submit={t('common.asOfSubmit')}
          value={asOf}
        />
        <ActiveFilters
          label={t('exports.filters')}
          remove={t('agreements.remove')}
          filters={inUse}
        />
        {inUse.length === 0 && <p className="mt-5 text-sm text-soft">{t('exports.whole')}</p>}
      </PageTitle>
      <ClockNotice
        clocks={filters}
        today={directoryHref(PATH, filters, { asOf: null, knownAt: null })}
      />
      <Section
        id="reports"
        title={t('readyReports.title')}
        aside={formatDay(locale, asOf)}
        lead={t('readyReports.lead')}
      >
        <ReportTable reports={reports} />
      </Section>
      <Section
        id="files"
        title={t('exports.filesTitle')}
        aside={formatDay(locale, asOf)}
        lead={t('exports.filesLead')}
      >
        <FileTable files={files} filters={filters} />
      </Section>
      <Section id="archive" title={t('exports.archiveTitle')} lead={t('exports.archiveLead')}>
        <ButtonLink href={addressOf(`/api/v1/${ARCHIVE}`, filters)} download>
          {t('exports.archive', {
            count: files.reduce((sum, { rows }) => sum + rows, 0),
          })}
        </ButtonLink>
      </Section>
    </>
  )
}
