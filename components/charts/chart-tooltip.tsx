'use client'

import { Tooltip } from 'recharts'
import { FigureText } from '@/components/ui/figure-text'
import { directionOf, formatNumber, type Locale } from '@/lib/format'

export interface TooltipRow {
  key: string
  label: string
}

interface Hovered {
  active?: boolean
  payload?: readonly { payload?: unknown }[]
}

/** The numbers of one day, by pointer or arrow keys. A row without a number is left out. */
export function ChartTooltip({
  locale,
  rows,
  heading,
}: {
  locale: Locale
  rows: TooltipRow[]
  heading: string
}) {
  return (
    <Tooltip
      isAnimationActive={false}
      cursor={{ stroke: 'var(--ink-faint)', strokeDasharray: '2 3' }}
      content={({ active, payload }: Hovered) => {
        const point = payload?.find((item) => item.payload)?.payload
        if (!active || !isRecord(point)) return null
        return (
          <div
            dir={directionOf(locale)}
            className="grid gap-1 border border-rule-strong bg-raised px-3 py-2 text-xs"
          >
            <strong>{String(point[heading] ?? '')}</strong>
            {rows.map(({ key, label }) => {
              const value = point[key]
              return (
                typeof value === 'number' && (
                  <span key={key} className="flex justify-between gap-4">
                    {label}
                    <FigureText>{formatNumber(locale, value)}</FigureText>
                  </span>
                )
              )
            })}
          </div>
        )
      }}
    />
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
