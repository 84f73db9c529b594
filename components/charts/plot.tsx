'use client'

import type { ReactNode } from 'react'
import {
  CartesianGrid,
  ComposedChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import { addDays } from '@/lib/domain/iso-date'
import type { IsoDate } from '@/lib/domain/types'
import { directionOf, type Locale } from '@/lib/format'
import { position, tickLabel, timeTicks, valueLabel, valueTicks } from './time-axis'

export const PLOT_HEIGHT = 380

export interface PlotFrame {
  locale: Locale
  /** Read by screen readers in place of the drawing. */
  name: string
  from: IsoDate
  to: IsoDate
  lowest: number
  highest: number
  today: { day: IsoDate; label: string } | null
  /** When the promise falls due: from the early reading to the late one. */
  band: { from: IsoDate; to: IsoDate; label: string } | null
}

// Room for a mark at the very start, end or top of a line.
const MARK = 8
const TEXT = { fill: 'var(--ink-soft)', fontSize: 13 }

/** Axes, grid, band and today's line of every time series. Time runs from the start of the line: leftwards in Arabic. */
export function Plot({
  frame,
  data,
  children,
}: {
  frame: PlotFrame
  data: object[]
  children: ReactNode
}) {
  const { locale, from, to, band, today } = frame
  const mirrored = directionOf(locale) === 'rtl'
  // The end of a year is the start of the next one: its tick closes the axis.
  const end = to.endsWith('-12-31') ? addDays(to, 1) : to
  const ticks = timeTicks(from, end)
  const yearly = ticks.every((day) => day.endsWith('-01-01'))
  const values = valueTicks(frame.lowest, frame.highest)
  const labels = new Map(ticks.map((day) => [position(day), tickLabel(locale, day, yearly)]))
  return (
    <div style={{ height: PLOT_HEIGHT }} className="plot w-full" dir="ltr">
      <ResponsiveContainer
        width="100%"
        height={PLOT_HEIGHT}
        initialDimension={{ width: 720, height: PLOT_HEIGHT }}
      >
        <ComposedChart
          data={data}
          title={frame.name}
          margin={{ top: 30, right: mirrored ? 4 : 16, bottom: 4, left: mirrored ? 16 : 4 }}
        >
          <CartesianGrid vertical={false} syncWithTicks stroke="var(--rule)" />
          {band && (
            <ReferenceArea
              x1={position(band.from)}
              x2={position(band.to)}
              fill="var(--chart-band)"
              fillOpacity={1}
              ifOverflow="hidden"
              label={{ value: band.label, position: 'insideBottom', ...TEXT }}
            />
          )}
          <XAxis
            dataKey="at"
            type="number"
            scale="linear"
            domain={[position(from), position(end)]}
            padding={{ left: MARK, right: MARK }}
            reversed={mirrored}
            ticks={[...labels.keys()]}
            tickFormatter={(at: number) => labels.get(at) ?? ''}
            interval="preserveStartEnd"
            tick={TEXT}
            stroke="var(--rule-strong)"
          />
          <YAxis
            orientation={mirrored ? 'right' : 'left'}
            domain={[values[0] ?? 0, values.at(-1) ?? 1]}
            ticks={values}
            tickFormatter={(value: number) => valueLabel(locale, value)}
            padding={{ top: MARK }}
            width="auto"
            tick={TEXT}
            axisLine={false}
            tickLine={false}
          />
          {children}
          {today && (
            <ReferenceLine
              x={position(today.day)}
              stroke="var(--ink)"
              strokeWidth={1}
              label={{ value: today.label, position: 'top', dy: -3, ...TEXT, fill: 'var(--ink)' }}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}
