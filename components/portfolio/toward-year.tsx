import { useTranslations } from 'next-intl'
import { CohortBurnUp } from '@/components/charts/cohort-burn-up'
import { TableFile } from '@/components/exports/view-links'
import { Section } from '@/components/ui/page-title'
import { addDays } from '@/lib/domain/iso-date'
import { halfUpTo } from '@/lib/domain/rational'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import type { Filters } from '@/lib/schemas/filters'
import type { Scale } from './scale'

/** The burn-up of the year's promises, month by month; nothing is drawn where nothing is due. */
export function TowardYear({
  dashboard,
  filters,
  scale,
}: {
  dashboard: Dashboard
  filters: Filters
  scale: Scale
}) {
  const t = useTranslations()
  const { summary, detail } = dashboard
  const year = String(summary.figures.cohort.year)
  if (detail.points.length === 0) return null
  const orNull = (value: bigint | null) => (value === null ? null : scale.drawn(value))
  const last = `${year}-12-31`
  return (
    <Section id="toward" title={t('dashboard.burnSection', { year })}>
      <CohortBurnUp
        title={t('dashboard.burnTitle', { year })}
        caption={`${t('charts.guideCaption')} ${t('dashboard.burnCaption', { year })}`}
        unit={scale.unit}
        dataDate={detail.cohortDataDate}
        today={summary.asOf}
        band={{ from: addDays(`${year}-01-01`, -1), to: last }}
        points={detail.points.map(({ day, promised, expected, reported, verified }) => ({
          day,
          promised: scale.drawn(promised),
          expected: expected && scale.drawn(halfUpTo(expected, 0)),
          reported: orNull(reported),
          verified: orNull(verified),
        }))}
      />
      <TableFile view="burn-up" filters={filters} count={detail.points.length} />
    </Section>
  )
}
