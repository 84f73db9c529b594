import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound, orNull } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { amountsIn } from '@/components/agreements/amounts'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { listHref } from '@/components/agreements/list-address'
import { addressOf } from '@/components/portfolio/directory-address'
import { NotProgress } from '@/components/targets/not-progress'
import { TargetDetails } from '@/components/targets/target-details'
import { targetWords } from '@/components/targets/target-words'
import { Headline } from '@/components/ui/headline'
import { PageTitle, Section } from '@/components/ui/page-title'
import { HOME_CURRENCY } from '@/lib/domain/money'
import type { Sector } from '@/lib/domain/types'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { getTarget } from '@/lib/features/targets/get-target'
import { formatDay } from '@/lib/format'
import { parseFilters, printFilters } from '@/lib/schemas/filters'

const UNSPECIFIC: readonly Sector[] = ['mixed_industry', 'other']

interface Props {
  params: Promise<{ code: string }>
  searchParams: Query
}

// The title and the page ask for the same record: one statement serves both.
const load = cache(async (code: string, query: string) =>
  getTarget(await reader(), code, parseFilters(new URLSearchParams(query), 'record')),
)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const filters = await askedOf(searchParams, 'record')
  const found = await orNull(load((await params).code, printFilters(filters)))
  const t = await getTranslations('targets')
  return { title: found?.title ?? t('title') }
}

export default async function TargetPage({ params, searchParams }: Props) {
  const filters = await askedOf(searchParams, 'record')
  const target = await orNotFound(load((await params).code, printFilters(filters)))
  const { code, sector, measure } = target
  const t = await getTranslations()
  const locale = await getLocale()
  const money = measure === 'investment'
  // A target of all sectors, or of one that has no code of its own, covers other things than the agreements of any code.
  const own = sector &&
    !UNSPECIFIC.includes(sector) && {
      ...filters,
      sector: [sector],
      measure: money ? measure : ('net_new_jobs' as const),
    }
  const summary = own && (await getSummary(await reader(), own))
  const amounts = amountsIn(locale, t, money ? HOME_CURRENCY : null)
  return (
    <>
      <PageTitle
        kicker={<bdi dir="ltr">{code}</bdi>}
        title={<bdi>{target.title}</bdi>}
        lead={<bdi>{target.programme}</bdi>}
      />
      <ClockNotice
        clocks={filters}
        today={addressOf(`/targets/${code}`, { ...filters, asOf: null, knownAt: null })}
      />
      <NotProgress />
      <Section id="target" title={t('targets.targetTitle')}>
        <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[20rem_1fr]">
          <Headline
            term={t(`codes.measure.${measure}`)}
            print={targetWords(locale, t, target).quantity}
            undefinedText={t('common.notStated')}
          />
          <TargetDetails target={target} />
        </div>
      </Section>
      {own && summary && sector && (
        <Section
          id="beside"
          title={t('targets.besideTitle')}
          lead={t('targets.besideLead', { sector: t(`codes.sector.${sector}`) })}
          aside={formatDay(locale, summary.asOf)}
        >
          <div className="max-w-sm">
            <Headline
              term={t('targets.besideTerm', { measure: t(`codes.measure.${own.measure}`) })}
              print={amounts.quantity({
                ...summary.figures.promised,
                low: summary.figures.promised.value,
              })}
              undefinedText={t('common.notStated')}
            >
              <a href={listHref(own)} className="link">
                {t('common.agreements', { count: summary.figures.count })}
              </a>
            </Headline>
          </div>
        </Section>
      )}
    </>
  )
}
