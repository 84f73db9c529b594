import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ListDownloads } from '@/app/(portfolio)/list-downloads'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { directoryHref, keptFields } from '@/components/portfolio/directory-address'
import { NotProgress } from '@/components/targets/not-progress'
import { TargetList } from '@/components/targets/target-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterForm, SelectFilter, TextFilter } from '@/components/ui/filter-form'
import { PageTitle, Section } from '@/components/ui/page-title'
import { SECTORS } from '@/lib/domain/types'
import { listTargets } from '@/lib/features/targets/list-targets'
import { DEFAULT_COHORT } from '@/lib/schemas/filter-keys'

const PATH = '/targets'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('targets')
  return { title: t('title') }
}

export default async function TargetsPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'targets')
  const viewer = await reader()
  const targets = await listTargets(viewer, filters)
  const t = await getTranslations()
  const filtered = filters.q !== null || filters.sector.length + filters.region.length > 0
  const year = String(DEFAULT_COHORT)
  const noneDue = targets.every(({ due }) => !due?.startsWith(year))
  const all = directoryHref(PATH, filters, { q: null, sector: [], region: [] })
  return (
    <>
      <PageTitle title={t('targets.title')} lead={t('targets.lead')} />
      <ClockNotice
        clocks={filters}
        today={directoryHref(PATH, filters, { asOf: null, knownAt: null })}
      />
      <NotProgress />
      <div className="mt-10 max-w-2xl">
        <FilterForm
          action={PATH}
          label={t('common.search')}
          keep={keptFields(filters, ['q', 'sector'])}
          submit={t('common.apply')}
          clear={filtered ? { href: all, label: t('common.clear') } : undefined}
          search
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <TextFilter label={t('targets.searchText')} name="q" value={filters.q ?? undefined} />
            <SelectFilter
              label={t('targets.sector')}
              name="sector"
              value={filters.sector[0]}
              any={t('targets.anySector')}
              options={SECTORS.map((code) => ({ value: code, label: t(`codes.sector.${code}`) }))}
            />
          </div>
        </FilterForm>
      </div>
      <Section
        id="list"
        title={t('targets.count', { count: targets.length })}
        lead={
          targets.length > 0 && (
            <>
              {t('targets.listLead')} {noneDue && t('targets.noneDue', { year })}
            </>
          )
        }
      >
        {targets.length === 0 ? (
          <EmptyState title={t('targets.emptyTitle')}>
            <ButtonLink href={all}>{t('targets.emptyBack')}</ButtonLink>
          </EmptyState>
        ) : (
          <TargetList targets={targets} filters={filters} />
        )}
        {targets.length > 0 && (
          <ListDownloads
            viewer={viewer}
            view="targets"
            count={targets.length}
            filters={filters}
            file="targets"
            carried={filters}
          />
        )}
      </Section>
    </>
  )
}
