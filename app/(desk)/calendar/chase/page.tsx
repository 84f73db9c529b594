import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query } from '@/app/(portfolio)/request'
import { member } from '@/app/session'
import { CalendarFilters } from '@/components/calendar/calendar-filters'
import { ChasedCompany } from '@/components/calendar/chased-company'
import { CompanyLetter } from '@/components/calendar/company-letter'
import { letterTo } from '@/components/calendar/letter'
import { NoPermission } from '@/components/entry/no-permission'
import { addressOf, clocksOf, directoryHref } from '@/components/portfolio/directory-address'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SelectFilter } from '@/components/ui/filter-form'
import { PageTitle, Section } from '@/components/ui/page-title'
import { PageLinks } from '@/components/ui/segmented'
import { apiText } from '@/lib/api-text'
import { holds } from '@/lib/domain/permissions'
import { REGIONS } from '@/lib/domain/types'
import { listChoices } from '@/lib/features/agreements/list-choices'
import { letterMark } from '@/lib/features/calendar/letter-mark'
import { listChase } from '@/lib/features/calendar/list-chase'
import { formatDay, LANGUAGE_NAMES, LOCALES } from '@/lib/format'
import type { Translator } from '@/lib/print'
import { CHASE_GROUPS, NO_OWNER } from '@/lib/schemas/filter-keys'
import { type Filters, printFilters } from '@/lib/schemas/filters'
import { send } from './actions'

const PATH = '/calendar/chase'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendar')
  return { title: t('chaseTitle') }
}

export default async function ChasePage({ searchParams }: { searchParams: Query }) {
  const { viewer } = await member()
  const t = await getTranslations()
  const locale = await getLocale()
  const { actor } = viewer
  if (actor === 'nobody' || !holds(actor, 'proposal.create'))
    return <NoPermission title={t('calendar.chaseTitle')} />
  const filters = await askedOf(searchParams, 'chase')
  const { asOf, rows, sending, total, next, owners } = await orNotFound(listChase(viewer, filters))
  const choices = await listChoices(viewer, filters)
  const ownerOptions = [
    ...owners.map(({ id, name }) => ({
      value: id,
      label: id === viewer.name ? t('calendar.ownerMe', { name }) : name,
    })),
    { value: NO_OWNER, label: t('calendar.noOwner') },
  ]
  const language = filters.letter ?? locale
  const words = apiText(language)
  return (
    <>
      <PageTitle
        kicker={
          <a href="/calendar" className="link">
            {t('calendar.title')}
          </a>
        }
        title={t('calendar.chaseTitle')}
        lead={t('calendar.chaseLead')}
      />
      <CalendarFilters
        action={PATH}
        clear={addressOf(PATH, clocksOf(filters))}
        filters={filters}
        choices={choices}
      >
        <SelectFilter
          label={t('calendar.owner')}
          name="owner"
          value={filters.owner ?? ''}
          any={t('common.all')}
          options={ownerOptions}
        />
        <SelectFilter
          label={t('calendar.group')}
          name="group"
          value={filters.group ?? ''}
          any={t('calendar.ungrouped')}
          options={CHASE_GROUPS.map((value) => ({ value, label: t(`calendar.groups.${value}`) }))}
        />
        <SelectFilter
          label={t('calendar.letterLanguage')}
          name="letter"
          value={language}
          options={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
      </CalendarFilters>
      <Section
        id="companies"
        title={t('calendar.chaseCount', { count: total })}
        aside={formatDay(locale, asOf)}
      >
        {rows.length === 0 ? (
          <EmptyState title={t('calendar.chaseEmpty')}>
            <ButtonLink href={PATH}>{t('common.clear')}</ButtonLink>
          </EmptyState>
        ) : (
          <div className="grid gap-10">
            {rows.map((company, index) => {
              const letter = letterTo(language, words, company, asOf)
              const asked = printFilters(withinBucket(filters, company.bucket))
              const how = { action: send, asked, seen: letterMark(letter) }
              const begins = filters.group !== null && rows[index - 1]?.bucket !== company.bucket
              return (
                <Fragment key={`${company.bucket} ${company.slug}`}>
                  {begins && <h3 className="-mb-4 text-xl">{bucketWords(t, filters, company)}</h3>}
                  <ChasedCompany company={company} level={filters.group === null ? 'h3' : 'h4'}>
                    <CompanyLetter
                      company={company}
                      letter={letter}
                      language={language}
                      sending={sending ? how : null}
                    />
                  </ChasedCompany>
                </Fragment>
              )
            })}
          </div>
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
      </Section>
    </>
  )
}

type Row = Awaited<ReturnType<typeof listChase>>['rows'][number]

/** The figures of one company under one owner or region, as filters. */
function withinBucket(filters: Filters, bucket: string): Filters {
  const region = REGIONS.find((code) => code === bucket)
  const within =
    filters.group === 'owner'
      ? { owner: bucket || NO_OWNER }
      : region !== undefined && { region: [region] }
  return { ...filters, ...within, group: null }
}

function bucketWords(t: Translator, { group }: Filters, { bucket, bucketName }: Row) {
  const region = REGIONS.find((code) => code === bucket)
  if (group === 'region' && region) return t(`codes.region.${region}`)
  if (bucket === '') return t('calendar.noOwner')
  return <bdi>{bucketName ?? t('calendar.ownerGone')}</bdi>
}
