import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ListDownloads } from '@/app/(portfolio)/list-downloads'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { CalendarFilters } from '@/components/calendar/calendar-filters'
import { CalendarEntries } from '@/components/calendar/entries'
import {
  addressOf,
  clocksOf,
  directoryHref,
  keptFields,
} from '@/components/portfolio/directory-address'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { AsOfForm } from '@/components/ui/filter-form'
import { PageTitle, Section } from '@/components/ui/page-title'
import { PageLinks } from '@/components/ui/segmented'
import { holds } from '@/lib/domain/permissions'
import { CALENDAR_LISTS } from '@/lib/domain/report-due'
import { listChoices } from '@/lib/features/agreements/list-choices'
import { getCalendar } from '@/lib/features/calendar/get-calendar'
import { formatDay } from '@/lib/format'

const PATH = '/calendar'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendar')
  return { title: t('title') }
}

export default async function CalendarPage({ searchParams }: { searchParams: Query }) {
  const filters = await askedOf(searchParams, 'calendar')
  const viewer = await reader()
  const [calendar, choices] = await orNotFound(
    Promise.all([getCalendar(viewer, filters), listChoices(viewer, filters)]),
  )
  const t = await getTranslations()
  const locale = await getLocale()
  const { asOf, overdue } = calendar
  const { list, cursor } = filters
  const staff = viewer.actor !== 'nobody' && holds(viewer.actor, 'proposal.create')
  const chase = directoryHref('/calendar/chase', {
    ...filters,
    ...{ list: null, region: viewer.region === null ? filters.region : [viewer.region] },
  })
  const shown = CALENDAR_LISTS.filter((one) => list === null || list === one)
  const total = shown.reduce((sum, one) => sum + calendar[one].count, 0)
  return (
    <>
      <PageTitle title={t('calendar.title')} lead={t('calendar.lead')}>
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
          <AsOfForm
            action={PATH}
            keep={keptFields(filters, ['asOf'])}
            label={t('common.asOf')}
            submit={t('common.asOfSubmit')}
            value={asOf}
          />
          {staff && <ButtonLink href={chase}>{t('calendar.chaseLink')}</ButtonLink>}
        </div>
      </PageTitle>
      <ClockNotice
        clocks={filters}
        today={directoryHref(PATH, filters, { asOf: null, knownAt: null })}
      />
      <CalendarFilters
        action={PATH}
        clear={directoryHref(PATH, { ...filters, region: [], sector: [], company: [] })}
        filters={filters}
        choices={choices}
      />
      {shown.map((one) => {
        const { rows, count, next } = calendar[one]
        const reports = one === 'reports'
        return (
          <Section
            key={one}
            id={one}
            title={t(reports ? 'calendar.reportsTitle' : 'calendar.deadlinesTitle', { count })}
            aside={formatDay(locale, asOf)}
            lead={
              reports
                ? t.rich('calendar.reportsLead', {
                    overdue,
                    link: (chunks) => (
                      <a href="/method#report-due" className="link">
                        {chunks}
                      </a>
                    ),
                  })
                : t('calendar.deadlinesLead')
            }
          >
            {rows.length === 0 ? (
              <EmptyState title={t(reports ? 'calendar.reportsEmpty' : 'calendar.deadlinesEmpty')}>
                <ButtonLink href={addressOf(PATH, clocksOf(filters))}>
                  {t('calendar.emptyBack')}
                </ButtonLink>
              </EmptyState>
            ) : (
              <CalendarEntries rows={rows} asOf={asOf} reports={reports} filters={filters} />
            )}
            <PageLinks
              label={t('common.pages')}
              first={
                cursor === null
                  ? undefined
                  : {
                      href: directoryHref(PATH, filters, { list: null }),
                      label: t('calendar.both'),
                    }
              }
              next={
                next === null
                  ? undefined
                  : {
                      href: directoryHref(PATH, filters, { list: one, cursor: next }),
                      label: t('common.next'),
                    }
              }
            />
          </Section>
        )
      })}
      {total > 0 && (
        <ListDownloads
          viewer={viewer}
          view="calendar"
          count={total}
          filters={filters}
          file="agreements"
          carried={{
            ...clocksOf(filters),
            ...{ company: filters.company, sector: filters.sector, region: filters.region },
          }}
        />
      )}
    </>
  )
}
