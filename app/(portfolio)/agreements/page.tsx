import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { mayEnter } from '@/app/(desk)/may-enter'
import { ListDownloads } from '@/app/(portfolio)/list-downloads'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { AgreementFilters } from '@/components/agreements/agreement-filters'
import { AgreementTable } from '@/components/agreements/agreement-table'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { kept, listHref, withoutFilters } from '@/components/agreements/list-address'
import { ListTotals } from '@/components/agreements/list-totals'
import { isFiltered } from '@/components/portfolio/dashboard-address'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { AsOfForm } from '@/components/ui/filter-form'
import { PageTitle, Section } from '@/components/ui/page-title'
import { PageLinks } from '@/components/ui/segmented'
import { listAgreements } from '@/lib/features/agreements/list-agreements'
import { listChoices } from '@/lib/features/agreements/list-choices'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { formatDay } from '@/lib/format'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agreements')
  return { title: t('title') }
}

export default async function AgreementsPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'page')
  const viewer = await reader()
  const [list, summary, organisations] = await orNotFound(
    Promise.all([
      listAgreements(viewer, filters),
      getSummary(viewer, filters),
      listChoices(viewer, filters),
    ]),
  )
  const t = await getTranslations()
  const locale = await getLocale()
  const { rows, total, asOf } = list
  const filtered = isFiltered(filters)
  const dropped = summary.leftOut.length
  const others = total - summary.figures.count - dropped
  return (
    <>
      <PageTitle title={t('agreements.title')} lead={t('agreements.lead')}>
        <div className="grid justify-items-start gap-5">
          {mayEnter(viewer) && (
            <ButtonLink look="primary" href="/agreements/new">
              {t('entry.forms.new.title')}
            </ButtonLink>
          )}
          <AsOfForm
            action="/agreements"
            keep={kept(filters, ['asOf'])}
            label={t('common.asOf')}
            submit={t('common.asOfSubmit')}
            value={asOf}
          />
        </div>
      </PageTitle>
      <ClockNotice clocks={filters} today={listHref(filters, { asOf: null, knownAt: null })} />
      <AgreementFilters filters={filters} asOf={asOf} organisations={organisations} />
      <Section id="totals" title={t('agreements.totalsTitle')}>
        <ListTotals summary={summary} />
      </Section>
      <Section
        id="list"
        title={t('agreements.resultTitle', { total })}
        aside={formatDay(locale, asOf)}
      >
        {total === 0 ? (
          <EmptyState title={t(filtered ? 'agreements.emptyTitle' : 'agreements.emptyDay')}>
            {filtered && (
              <>
                <p className="mb-4">{t('agreements.emptyText')}</p>
                <ButtonLink href={withoutFilters(filters)}>{t('agreements.emptyBack')}</ButtonLink>
              </>
            )}
          </EmptyState>
        ) : (
          <>
            <p className="mb-5 max-w-measure text-sm text-soft">
              {t('agreements.resultLead', { counted: summary.figures.count })}{' '}
              {dropped > 0 && t('agreements.notCounted', { count: dropped })}{' '}
              {others > 0 && t('agreements.notInTotals', { count: others })}
            </p>
            <AgreementTable
              caption={t('agreements.caption', { day: formatDay(locale, asOf) })}
              filters={filters}
              rows={rows}
            />
            <PageLinks
              label={t('common.pages')}
              first={
                filters.cursor === null
                  ? undefined
                  : { href: listHref(filters), label: t('agreements.firstPage') }
              }
              next={
                list.next === null
                  ? undefined
                  : {
                      href: listHref(filters, { cursor: list.next }),
                      label: t('agreements.nextPage'),
                    }
              }
            />
            <p className="mt-6 max-w-measure text-sm text-soft">{t('agreements.guide')}</p>
            <ListDownloads
              viewer={viewer}
              view="agreements"
              count={total}
              filters={{ ...filters, cohort: undefined }}
              file="agreements"
              carried={filters}
            />
          </>
        )}
      </Section>
    </>
  )
}
