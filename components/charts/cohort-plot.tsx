'use client'

import { Area, type DotItemDotProps, Line } from 'recharts'
import type { IsoDate } from '@/lib/domain/types'
import { ChartTooltip } from './chart-tooltip'
import { Plot, type PlotFrame } from './plot'
import { position } from './time-axis'

/** One day of a portfolio's burn-up, in persons or whole units of money; null = not known, never drawn as zero. */
export interface CohortPoint {
  day: IsoDate
  /** The day in words. */
  label: string
  promised: number | null
  expected: number | null
  reported: number | null
  verified: number | null
}

export interface CohortLabels {
  promised: string
  expected: string
  reported: string
  verified: string
}

// Only where the sum moved: a dot a month would look like a report a month.
function ReportedDot({ key, cx, cy, payload }: DotItemDotProps) {
  if (!payload?.moved || cx === undefined || cy === undefined) return <g key={key} />
  return <circle key={key} cx={cx} cy={cy} r={4} fill="var(--chart-reported)" />
}

/** Promised in steps, the straight guide dashed, reported in steps with a dot per change, verified as the area inside it. */
export function CohortPlot({
  frame,
  points,
  labels,
}: {
  frame: PlotFrame
  points: CohortPoint[]
  labels: CohortLabels
}) {
  const data = points.map((point, i) => ({
    ...point,
    at: position(point.day),
    moved: point.reported !== null && point.reported !== (points[i - 1]?.reported ?? null),
  }))
  return (
    <Plot frame={frame} data={data}>
      <Area
        dataKey="verified"
        type="stepAfter"
        stroke="none"
        fill="var(--chart-verified)"
        fillOpacity={1}
        isAnimationActive={false}
        activeDot={false}
      />
      <Line
        dataKey="expected"
        type="linear"
        stroke="var(--chart-guide)"
        strokeWidth={2}
        strokeDasharray="6 5"
        dot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="promised"
        type="stepAfter"
        stroke="var(--chart-promised)"
        strokeWidth={2}
        dot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="reported"
        type="stepAfter"
        stroke="var(--chart-reported)"
        strokeWidth={3}
        dot={ReportedDot}
        isAnimationActive={false}
      />
      <ChartTooltip
        locale={frame.locale}
        heading="label"
        rows={[
          { key: 'promised', label: labels.promised },
          { key: 'expected', label: labels.expected },
          { key: 'reported', label: labels.reported },
          { key: 'verified', label: labels.verified },
        ]}
      />
    </Plot>
  )
}
