import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ListDownloads } from '@/app/(portfolio)/list-downloads'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { OrganisationTable } from '@/components/companies/organisation-table'
import { clocksOf, directoryHref, keptFields } from '@/components/portfolio/directory-address'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { AsOfForm, FilterForm, TextFilter } from '@/components/ui/filter-form'
import { PageTitle, Section } from '@/components/ui/page-title'
import { PageLinks, SegmentedLinks } from '@/components/ui/segmented'
import { listOrganisations } from '@/lib/features/organisations/list-organisations'
import { formatDay, formatNumber } from '@/lib/format'
import { DIRECTORY_KINDS } from '@/lib/schemas/filter-keys'

const PATH = '/companies'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('companies')
  return { title: t('title') }
}

export default async function CompaniesPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'companies')
  const viewer = await reader()
  const { rows, counts, next, asOf } = await orNotFound(listOrganisations(viewer, filters))
  const t = await getTranslations()
  const locale = await getLocale()
  const { kind, measure } = filters
  return (
    <>
      <PageTitle title={t('companies.title')} lead={t('companies.lead')}>
        <AsOfForm
          action={PATH}
          keep={keptFields(filters, ['asOf'])}
          label={t('common.asOf')}
          submit={t('common.asOfSubmit')}
          value={asOf}
        />
      </PageTitle>
      <ClockNotice
        clocks={filters}
        today={directoryHref(PATH, filters, { asOf: null, knownAt: null })}
      />
      <div className="mb-6 flex flex-wrap gap-x-6 gap-y-4">
        <SegmentedLinks
          label={t('companies.kind')}
          choices={DIRECTORY_KINDS.map((choice) => ({
            href: directoryHref(PATH, filters, { kind: choice }),
            label: t('companies.kindCount', {
              kind: t(`companies.tabs.${choice}`),
              count: formatNumber(locale, counts[choice]),
            }),
            current: choice === kind,
          }))}
        />
        <SegmentedLinks
          label={t('companies.measure')}
          choices={(['net_new_jobs', 'investment'] as const).map((choice) => ({
            href: directoryHref(PATH, filters, { measure: choice }),
            label: t(`codes.measure.${choice}`),
            current: choice === measure,
          }))}
        />
      </div>
      <div className="max-w-xl">
        <FilterForm
          action={PATH}
          label={t('common.search')}
          keep={keptFields(filters, ['q'])}
          submit={t('common.search')}
          clear={
            filters.q === null
              ? undefined
              : { href: directoryHref(PATH, filters, { q: null }), label: t('common.clear') }
          }
          search
        >
          <TextFilter label={t('companies.searchName')} name="q" value={filters.q ?? undefined} />
        </FilterForm>
      </div>
      <Section
        id="list"
        title={t(`companies.counts.${kind}`, { count: counts[kind] })}
        aside={formatDay(locale, asOf)}
        lead={t(`companies.leads.${kind}`)}
      >
        {rows.length === 0 ? (
          <EmptyState title={t('companies.emptyTitle')}>
            <p className="mb-4">{t('companies.emptyText')}</p>
            <ButtonLink href={directoryHref(PATH, filters, { q: null })}>
              {t('companies.emptyBack')}
            </ButtonLink>
          </EmptyState>
        ) : (
          <OrganisationTable
            caption={t('companies.caption', { day: formatDay(locale, asOf) })}
            rows={rows}
            filters={filters}
          />
        )}
        <PageLinks
          label={t('common.pages')}
          first={
            filters.cursor === null
              ? undefined
              : { href: directoryHref(PATH, filters), label: t('common.previous') }
          }
          next={
            next === null
              ? undefined
              : {
                  href: directoryHref(PATH, filters, { cursor: next }),
                  label: t('common.next'),
                }
          }
        />
        <p className="mt-6 max-w-measure text-sm text-soft">{t('companies.gapNote')}</p>
        {rows.length > 0 && (
          <ListDownloads
            viewer={viewer}
            view="companies"
            count={counts[kind]}
            filters={filters}
            file="agreements"
            carried={{ ...clocksOf(filters), measure, lane: filters.lane }}
            searching={filters.q !== null}
          />
        )}
      </Section>
    </>
  )
}
