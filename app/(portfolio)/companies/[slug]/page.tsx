import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound, orNull } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { AgreementTable } from '@/components/agreements/agreement-table'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { fileHref, listHref } from '@/components/agreements/list-address'
import { ListTotals } from '@/components/agreements/list-totals'
import { OrganisationStatuses } from '@/components/companies/organisation-statuses'
import { Partners, PeopleOfSide } from '@/components/companies/partners'
import { addressOf, clocksOf, keptFields } from '@/components/portfolio/directory-address'

import { EmptyState } from '@/components/ui/empty-state'
import { AsOfForm } from '@/components/ui/filter-form'
import { PageTitle, Section } from '@/components/ui/page-title'
import { SegmentedLinks } from '@/components/ui/segmented'
import { PACE_STATUSES } from '@/lib/domain/types'
import { listAgreements } from '@/lib/features/agreements/list-agreements'
import { getOrganisation } from '@/lib/features/organisations/get-organisation'
import { getSummary, type Summary } from '@/lib/features/portfolio/get-summary'
import { formatDay } from '@/lib/format'
import { parseFilters, printFilters } from '@/lib/schemas/filters'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Query
}

// The title and the page ask for the same record: one statement serves both.
const load = cache(async (slug: string, query: string) =>
  getOrganisation(await reader(), slug, parseFilters(new URLSearchParams(query), 'record')),
)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const filters = await askedOf(searchParams, 'record')
  const found = await orNull(load((await params).slug, printFilters(filters)))
  const t = await getTranslations('companies')
  return { title: found?.name ?? t('title') }
}

function statusesOf({ statusMix }: Summary['figures']) {
  return PACE_STATUSES.flatMap((status) => {
    const count = statusMix[status]?.count ?? 0
    return count > 0 ? [{ status, count }] : []
  })
}

export default async function CompanyPage({ params, searchParams }: Props) {
  const filters = await askedOf(searchParams, 'record')
  const found = await orNotFound(load((await params).slug, printFilters(filters)))
  const { slug, name, kind, partners, people, asOf } = found
  const path = `/companies/${slug}`
  const own = { ...filters, [kind === 'government' ? 'party' : 'company']: [slug] }
  const viewer = await reader()
  const [list, summary] = await Promise.all([listAgreements(viewer, own), getSummary(viewer, own)])
  const t = await getTranslations()
  const locale = await getLocale()
  const clocks = clocksOf(filters)
  const dropped = summary.leftOut.length
  return (
    <>
      <PageTitle
        kicker={t(`companies.kinds.${kind}`)}
        title={<bdi>{name}</bdi>}
        lead={t(`companies.pageLeads.${kind}`)}
      >
        <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
          <AsOfForm
            action={path}
            keep={keptFields(filters, ['asOf'])}
            label={t('common.asOf')}
            submit={t('common.asOfSubmit')}
            value={asOf}
          />
          <SegmentedLinks
            label={t('companies.measure')}
            choices={(['net_new_jobs', 'investment'] as const).map((measure) => ({
              href: addressOf(path, { ...filters, measure }),
              label: t(`codes.measure.${measure}`),
              current: measure === filters.measure,
            }))}
          />
        </div>
      </PageTitle>
      <ClockNotice
        clocks={filters}
        today={addressOf(path, { ...filters, asOf: null, knownAt: null })}
      />
      <Section id="totals" title={t('companies.totalsTitle')} aside={formatDay(locale, asOf)}>
        <ListTotals summary={summary} />
        {summary.figures.count > 0 && (
          <div className="mt-6 max-w-measure">
            <h3 className="mb-2 text-sm text-soft">{t('companies.statuses')}</h3>
            <OrganisationStatuses
              statuses={statusesOf(summary.figures)}
              absent={t('companies.noStatus')}
            />
          </div>
        )}
      </Section>
      <Section
        id="agreements"
        title={t('agreements.resultTitle', { total: list.total })}
        lead={
          list.total > 0 &&
          [
            t('agreements.resultLead', { counted: summary.figures.count }),
            dropped > 0 && t('agreements.notCounted', { count: dropped }),
          ]
            .filter(Boolean)
            .join(' ')
        }
      >
        {list.total === 0 ? (
          <EmptyState title={t('companies.noAgreement')} />
        ) : (
          <>
            <AgreementTable
              caption={t('agreements.caption', { day: formatDay(locale, asOf) })}
              filters={own}
              rows={list.rows}
            />
            <p className="no-print mt-6 flex flex-wrap gap-x-6 gap-y-2">
              <a href={listHref(own)} className="link">
                {t('companies.inList', { count: list.total })}
              </a>
              <a href={fileHref('/api/v1/agreements.csv', own, locale)} download className="link">
                {t('agreements.csv', { count: list.total })}
              </a>
            </p>
          </>
        )}
      </Section>
      {partners.length + people.length > 0 && (
        <Section id="parties" title={t('companies.partiesTitle')} lead={t('companies.partiesLead')}>
          <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
            <Partners
              title={t('companies.withPublic')}
              kinds={['government']}
              partners={partners}
              clocks={clocks}
            />
            <Partners
              title={t('companies.withCompanies')}
              kinds={['company', 'group']}
              partners={partners}
              clocks={clocks}
            />
            {people.length > 0 && (
              <PeopleOfSide
                title={t(kind === 'government' ? 'companies.publicSide' : 'companies.companySide')}
                people={people}
                clocks={clocks}
              />
            )}
          </div>
        </Section>
      )}
    </>
  )
}
