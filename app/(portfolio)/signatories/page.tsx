import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ListDownloads } from '@/app/(portfolio)/list-downloads'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { clocksOf, directoryHref, keptFields } from '@/components/portfolio/directory-address'
import { PeopleTable } from '@/components/signatories/people-table'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { AsOfForm, FilterForm, TextFilter } from '@/components/ui/filter-form'
import { PageTitle, Section } from '@/components/ui/page-title'
import { PageLinks } from '@/components/ui/segmented'
import { listPeople } from '@/lib/features/people/list-people'
import { formatDay } from '@/lib/format'

const PATH = '/signatories'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signatories')
  return { title: t('title') }
}

export default async function SignatoriesPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'people')
  const viewer = await reader()
  const { rows, total, next, asOf } = await orNotFound(listPeople(viewer, filters))
  const t = await getTranslations()
  const locale = await getLocale()
  const withoutName = directoryHref(PATH, filters, { q: null })
  return (
    <>
      <PageTitle title={t('signatories.title')} lead={t('signatories.lead')}>
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
      <div className="max-w-xl">
        <FilterForm
          action={PATH}
          label={t('common.search')}
          keep={keptFields(filters, ['q'])}
          submit={t('common.search')}
          clear={filters.q === null ? undefined : { href: withoutName, label: t('common.clear') }}
          search
        >
          <TextFilter label={t('signatories.searchName')} name="q" value={filters.q ?? undefined} />
        </FilterForm>
      </div>
      <Section
        id="list"
        title={t('signatories.count', { count: total })}
        aside={formatDay(locale, asOf)}
      >
        {rows.length === 0 ? (
          <EmptyState title={t('signatories.emptyTitle')}>
            <ButtonLink href={withoutName}>{t('signatories.emptyBack')}</ButtonLink>
          </EmptyState>
        ) : (
          <PeopleTable
            caption={t('signatories.caption', { day: formatDay(locale, asOf) })}
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
              : { href: directoryHref(PATH, filters, { cursor: next }), label: t('common.next') }
          }
        />
        {rows.length > 0 && (
          <ListDownloads
            viewer={viewer}
            view="signatories"
            count={total}
            filters={filters}
            file="signatories"
            carried={clocksOf(filters)}
            searching={filters.q !== null}
          />
        )}
      </Section>
    </>
  )
}
