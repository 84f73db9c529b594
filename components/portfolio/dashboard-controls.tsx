import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { AsOfForm, TextFilter } from '@/components/ui/filter-form'
import { Notice } from '@/components/ui/notice'
import { SegmentedLinks } from '@/components/ui/segmented'
import type { IsoDate } from '@/lib/domain/types'
import type { Filters } from '@/lib/schemas/filters'
import { behind, dashboardHref, isFiltered, keptExcept, unfiltered } from './dashboard-address'

/** The day, what is counted, and the search: everything in the address, nothing that needs JavaScript. */
export function DashboardControls({ filters, asOf }: { filters: Filters; asOf: IsoDate }) {
  const t = useTranslations()
  const money = filters.measure === 'investment'
  return (
    <div className="no-print mb-10 flex flex-wrap items-end gap-x-8 gap-y-4 border-b border-rule pb-6">
      <AsOfForm
        action="/"
        keep={keptExcept(filters, 'asOf')}
        label={t('common.asOf')}
        submit={t('common.asOfSubmit')}
        value={asOf}
        today={
          filters.asOf === null
            ? undefined
            : { href: dashboardHref(filters, { asOf: null }), label: t('common.today') }
        }
      />
      <SegmentedLinks
        label={t('dashboard.measureLabel')}
        choices={[
          {
            href: dashboardHref(filters, { measure: 'net_new_jobs' }),
            label: t('dashboard.measureJobs'),
            current: !money,
          },
          {
            href: dashboardHref(filters, { measure: 'investment' }),
            label: t('dashboard.measureMoney'),
            current: money,
          },
        ]}
      />
      <search className="grow basis-80">
        <form action="/agreements" className="flex min-w-0 items-end gap-2">
          <div className="min-w-0 grow">
            <TextFilter label={t('dashboard.searchLabel')} name="q" />
          </div>
          <Button look="plain">{t('common.search')}</Button>
        </form>
      </search>
    </div>
  )
}

/** Says what narrows the view, with the way out of it. */
export function ViewNotices({ filters }: { filters: Filters }) {
  const t = useTranslations()
  return (
    <>
      {isFiltered(filters) && (
        <div className="mb-8">
          <Notice>
            <p>{t('dashboard.filtered')}</p>
            <p className="flex flex-wrap gap-x-5">
              <a href={behind(filters, {})} className="link">
                {t('dashboard.seeList')}
              </a>
              <a href={unfiltered(filters)} className="link">
                {t('common.clear')}
              </a>
            </p>
          </Notice>
        </div>
      )}
      {filters.lane === 'verified' && (
        <div className="mb-8">
          <Notice>
            <p>{t('dashboard.verifiedOnly')}</p>
            <a href={dashboardHref(filters, { lane: 'reported' })} className="link">
              {t('dashboard.allReports')}
            </a>
          </Notice>
        </div>
      )}
    </>
  )
}
