import { useLocale, useTranslations } from 'next-intl'
import { Cell, Column, DataTable, NumberCell, Row, RowHead } from '@/components/ui/data-table'
import type { IsoDate } from '@/lib/domain/types'
import { formatDay, formatNumber } from '@/lib/format'
import {
  AgreementPlot,
  type DayValue,
  type ObservedValue,
  type VersionPath,
} from './agreement-plot'
import { ChartFigure, type LegendItem } from './chart-figure'
import { LineSample, MarkSample } from './legend-samples'
import { EVIDENCE_SHAPES } from './marks'

export interface AgreementBurnUpProps {
  title: string
  caption?: string
  /** The unit in words: "jobs", "million MAD". */
  unit: string
  dataDate: IsoDate | null
  /** Each version that draws a path, in order of its number. */
  versions: VersionPath[]
  /** Counted observations, in order of time. */
  observations: Omit<ObservedValue, 'label'>[]
  /** From the last observation to where the recent pace leads; empty when section 7 gives none. */
  projection: DayValue[]
  today: IsoDate
  band: { from: IsoDate; to: IsoDate } | null
}

/** The burn-up of one agreement, with every point of it as a table behind a toggle. */
export function AgreementBurnUp(props: AgreementBurnUpProps) {
  const t = useTranslations('charts')
  const locale = useLocale()
  const { versions, projection, today, band } = props
  const observations = props.observations.map((o) => ({ ...o, label: formatDay(locale, o.day) }))
  const all = [...versions.flatMap((version) => version.points), ...observations, ...projection]
  const days = [...all.map(({ day }) => day), today, ...(band ? [band.to] : [])].sort()
  const values = all.map(({ value }) => value)
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
      legend={useLegend(props)}
      table={
        <DataTable caption={props.title} captionHidden>
          <thead>
            <tr>
              <Column>{t('day')}</Column>
              <Column>{t('what')}</Column>
              <Column align="end">{t('value')}</Column>
            </tr>
          </thead>
          <tbody>
            {useTableRows(props).map((row) => (
              <Row key={`${row.day} ${row.what}`}>
                <RowHead>
                  <time dateTime={row.day}>{formatDay(locale, row.day)}</time>
                </RowHead>
                <Cell>{row.what}</Cell>
                <NumberCell>{formatNumber(locale, row.value)}</NumberCell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      }
    >
      <AgreementPlot
        frame={{
          locale,
          name: props.title,
          from: days[0] ?? today,
          to: days.at(-1) ?? today,
          lowest: Math.min(0, ...values),
          highest: Math.max(1, ...values),
          today: { day: today, label: t('today') },
          band: band && { ...band, label: t('dueBand') },
        }}
        versions={versions}
        observations={observations}
        projection={projection}
        valueLabel={t('reported')}
      />
    </ChartFigure>
  )
}

function useLegend({ versions, observations, projection }: AgreementBurnUpProps): LegendItem[] {
  const t = useTranslations('charts')
  const evidence = useTranslations('codes.evidence')
  const seen = [...new Set(observations.map((o) => o.evidence))]
  const items: (LegendItem | false)[] = [
    { key: 'path', label: t('path'), sample: <LineSample color="--chart-promised" /> },
    versions.some((version) => !version.current) && {
      key: 'earlier',
      label: t('earlierVersion'),
      sample: <LineSample color="--chart-guide" dash="2 4" />,
    },
    ...seen.map((strength) => ({
      key: strength,
      label: evidence(strength),
      sample: <MarkSample shape={EVIDENCE_SHAPES[strength]} color="--chart-reported" />,
    })),
    projection.length > 0 && {
      key: 'projection',
      label: t('projection'),
      sample: <LineSample color="--chart-projection" dash="7 5" />,
    },
  ]
  return items.filter((item) => item !== false)
}

function useTableRows({ versions, observations, projection }: AgreementBurnUpProps) {
  const t = useTranslations('charts')
  const evidence = useTranslations('codes.evidence')
  const rows = [
    ...versions.flatMap(({ number, points }) =>
      points.map((point) => ({ ...point, what: t('promisedByVersion', { number }) })),
    ),
    ...observations.map((o) => ({ ...o, what: `${t('reported')} – ${evidence(o.evidence)}` })),
    ...projection.slice(1).map((point) => ({ ...point, what: t('projection') })),
  ]
  return rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
