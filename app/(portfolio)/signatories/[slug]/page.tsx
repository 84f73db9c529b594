import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound, orNull } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { addressOf, keptFields } from '@/components/portfolio/directory-address'
import { AttendanceTable } from '@/components/signatories/attendance-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FigureText } from '@/components/ui/figure-text'
import { AsOfForm } from '@/components/ui/filter-form'
import { Notice } from '@/components/ui/notice'
import { PageTitle, Section } from '@/components/ui/page-title'
import { CAPACITIES, SIDES } from '@/lib/domain/types'
import { getPerson } from '@/lib/features/people/get-person'
import { formatDay, formatNumber } from '@/lib/format'
import { parseFilters, printFilters } from '@/lib/schemas/filters'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Query
}

// The title and the page ask for the same record: one statement serves both.
const load = cache(async (slug: string, query: string) =>
  getPerson(await reader(), slug, parseFilters(new URLSearchParams(query), 'record')),
)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const filters = await askedOf(searchParams, 'record')
  const found = await orNull(load((await params).slug, printFilters(filters)))
  const t = await getTranslations('signatories')
  return { title: found?.name ?? t('title') }
}

export default async function SignatoryPage({ params, searchParams }: Props) {
  const filters = await askedOf(searchParams, 'record')
  const person = await orNotFound(load((await params).slug, printFilters(filters)))
  const { slug, name, agreements, asOf } = person
  const path = `/signatories/${slug}`
  const t = await getTranslations()
  const locale = await getLocale()
  const sides = SIDES.filter((side) => agreements.some((row) => row.side === side))
  const counts = CAPACITIES.map((capacity) => ({
    capacity,
    count: agreements.filter((row) => row.capacity === capacity).length,
  })).filter(({ capacity, count }) => count > 0 || capacity === 'signed')
  const references = new Set(agreements.map(({ reference }) => reference))
  return (
    <>
      <PageTitle
        kicker={sides.map((side) => t(`signatories.sideOf.${side}`)).join(' · ')}
        title={<bdi>{name}</bdi>}
        lead={agreements[0] && <bdi>{agreements[0].title}</bdi>}
      >
        <AsOfForm
          action={path}
          keep={keptFields(filters, ['asOf'])}
          label={t('common.asOf')}
          submit={t('common.asOfSubmit')}
          value={asOf}
        />
      </PageTitle>
      <ClockNotice
        clocks={filters}
        today={addressOf(path, { ...filters, asOf: null, knownAt: null })}
      />
      <Section id="capacities" title={t('signatories.capacities')} aside={formatDay(locale, asOf)}>
        <dl className="flex flex-wrap gap-x-12 gap-y-6">
          {counts.map(({ capacity, count }) => (
            <div key={capacity} className="min-w-28 border-t-2 border-ink pt-3">
              <dt className="text-sm text-soft">{t(`codes.capacity.${capacity}`)}</dt>
              <dd className="mt-1 text-3xl font-semibold">
                <FigureText>{formatNumber(locale, count)}</FigureText>
              </dd>
            </div>
          ))}
        </dl>
        <div className="mt-8 max-w-measure">
          <Notice title={t('signatories.presenceTitle')}>
            <p>{t('signatories.presenceText')}</p>
          </Notice>
        </div>
      </Section>
      <Section id="agreements" title={t('agreements.resultTitle', { total: references.size })}>
        {agreements.length === 0 ? (
          <EmptyState title={t('signatories.noAgreement')} />
        ) : (
          <AttendanceTable
            caption={t('signatories.agreementsCaption', { day: formatDay(locale, asOf) })}
            rows={agreements}
            filters={filters}
          />
        )}
      </Section>
    </>
  )
}
