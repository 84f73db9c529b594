import { useLocale, useTranslations } from 'next-intl'
import type { IsoDate } from '@/lib/domain/types'
import { formatDay } from '@/lib/format'
import { ChartFigure } from './chart-figure'
import { CohortPlot, type CohortPoint } from './cohort-plot'
import { CohortTable } from './cohort-table'
import { AreaSample, LineSample } from './legend-samples'

export interface CohortBurnUpProps {
  title: string
  /** Replaces the standing caption about the straight line when more must be said. */
  caption?: string
  /** The unit in words: "jobs", "million MAD". */
  unit: string
  /** The latest data date among what is drawn; null when nothing was reported. */
  dataDate: IsoDate | null
  /** In order of time; after today only `promised` and `expected` may stand. */
  points: Omit<CohortPoint, 'label'>[]
  today: IsoDate
  /** From the early reading of the deadline to the late one. */
  band: { from: IsoDate; to: IsoDate } | null
}

/** The burn-up of a portfolio's cohort, with its numbers as a table behind a toggle. */
export function CohortBurnUp(props: CohortBurnUpProps) {
  const t = useTranslations('charts')
  const locale = useLocale()
  const points = props.points.map((point) => ({ ...point, label: formatDay(locale, point.day) }))
  const values = points.flatMap((point) =>
    [point.promised, point.expected, point.reported, point.verified].filter(
      (value) => value !== null,
    ),
  )
  const labels = {
    promised: t('promised'),
    expected: t('guide'),
    reported: t('reported'),
    verified: t('verified'),
  }
  const first = points[0]?.day ?? props.today
  const last = [props.today, points.at(-1)?.day ?? props.today, props.band?.to ?? props.today]
  return (
    <ChartFigure
      words={{
        title: props.title,
        caption: props.caption ?? t('guideCaption'),
        unit: t('unit', { unit: props.unit }),
        dataDate: props.dataDate
          ? t('dataDate', { day: formatDay(locale, props.dataDate) })
          : t('nothingReported'),
        showTable: t('showTable'),
        needsScript: t('needsScript'),
      }}
      legend={[
        {
          key: 'promised',
          label: labels.promised,
          sample: <LineSample color="--chart-promised" />,
        },
        {
          key: 'expected',
          label: labels.expected,
          sample: <LineSample color="--chart-guide" dash="6 5" />,
        },
        {
          key: 'reported',
          label: labels.reported,
          sample: <LineSample color="--chart-reported" width={4} />,
        },
        {
          key: 'verified',
          label: labels.verified,
          sample: <AreaSample color="--chart-verified" />,
        },
      ]}
      table={
        <CohortTable
          locale={locale}
          caption={props.title}
          day={t('day')}
          points={points}
          labels={labels}
        />
      }
    >
      <CohortPlot
        frame={{
          locale,
          name: props.title,
          from: first,
          to: last.sort().at(-1) ?? props.today,
          lowest: Math.min(0, ...values),
          highest: Math.max(1, ...values),
          today: { day: props.today, label: t('today') },
          band: props.band && { ...props.band, label: t('dueBand') },
        }}
        points={points}
        labels={labels}
      />
    </ChartFigure>
  )
}
