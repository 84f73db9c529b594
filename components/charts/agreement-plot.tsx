'use client'

import { Line, Scatter } from 'recharts'
import type { Evidence, IsoDate } from '@/lib/domain/types'
import { ChartTooltip } from './chart-tooltip'
import { EVIDENCE_SHAPES, SHAPES } from './marks'
import { Plot, type PlotFrame } from './plot'
import { position } from './time-axis'

/** A value on a day, in persons or whole units of money. */
export interface DayValue {
  day: IsoDate
  value: number
}

/** The path that one version of the promise draws, from (S, 0) over its milestones to (due, T). */
export interface VersionPath {
  number: number
  /** The version in force; earlier ones stay visible, thinner. */
  current: boolean
  points: DayValue[]
}

export interface ObservedValue extends DayValue {
  evidence: Evidence
  /** The day in words. */
  label: string
}

/** The promise of one agreement as paths, its milestones as ticks on them, what was observed by evidence, and where the recent pace leads. */
export function AgreementPlot({
  frame,
  versions,
  observations,
  projection,
  valueLabel,
}: {
  frame: PlotFrame
  versions: VersionPath[]
  observations: ObservedValue[]
  projection: DayValue[]
  valueLabel: string
}) {
  const drawn = observations.map((o) => ({ ...o, at: position(o.day) }))
  return (
    <Plot frame={frame} data={drawn}>
      {versions.map(({ number, current, points }) => (
        <Line
          key={number}
          data={points.map(({ day, value }) => ({ at: position(day), value }))}
          dataKey="value"
          stroke={current ? 'var(--chart-promised)' : 'var(--chart-guide)'}
          strokeWidth={current ? 2 : 1.5}
          strokeDasharray={current ? undefined : '2 4'}
          dot={current ? { r: 3, fill: 'var(--paper)', stroke: 'var(--chart-promised)' } : false}
          activeDot={false}
          tooltipType="none"
          isAnimationActive={false}
        />
      ))}
      {projection.length > 0 && (
        <Line
          data={projection.map(({ day, value }) => ({ at: position(day), value }))}
          dataKey="value"
          stroke="var(--chart-projection)"
          strokeWidth={2}
          strokeDasharray="7 5"
          dot={false}
          activeDot={false}
          tooltipType="none"
          isAnimationActive={false}
        />
      )}
      <Line
        dataKey="value"
        type="stepAfter"
        stroke="var(--chart-reported)"
        strokeWidth={1.5}
        dot={false}
        isAnimationActive={false}
      />
      <Scatter
        data={drawn}
        dataKey="value"
        isAnimationActive={false}
        tooltipType="none"
        shape={({ cx, cy, payload }: MarkShape) => {
          const Mark = SHAPES[EVIDENCE_SHAPES[payload?.evidence ?? 'none']]
          return <Mark cx={cx ?? 0} cy={cy ?? 0} color="var(--chart-reported)" />
        }}
      />
      <ChartTooltip
        locale={frame.locale}
        heading="label"
        rows={[{ key: 'value', label: valueLabel }]}
      />
    </Plot>
  )
}

interface MarkShape {
  cx?: number
  cy?: number
  payload?: ObservedValue
}
