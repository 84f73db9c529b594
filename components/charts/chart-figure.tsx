import type { ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'

export interface LegendItem {
  key: string
  label: string
  sample: ReactNode
}

export interface ChartWords {
  title: string
  /** One sentence: what the chart shows and how to read it. */
  caption: string
  /** "Unit: jobs". */
  unit: string
  /** "Data of 31 December 2025", or that there is none. */
  dataDate: string
  showTable: string
  /** Shown where the drawing would be when there is no JavaScript. */
  needsScript: string
}

/** The frame of every chart: title, unit and data date over it, a legend that reads in grey, the caption and the same numbers as a table under it. */
export function ChartFigure({
  words,
  legend,
  table,
  children,
}: {
  words: ChartWords
  legend: LegendItem[]
  table: ReactNode
  children: ReactNode
}) {
  return (
    <figure className="grid gap-4">
      <figcaption className="grid gap-1">
        <h3 className="text-lg">{words.title}</h3>
        <p className="text-xs text-soft">
          {words.unit} · {words.dataDate}
        </p>
      </figcaption>
      <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-xs">
        {legend.map(({ key, label, sample }) => (
          <li key={key} className="flex items-center gap-2">
            {sample}
            {label}
          </li>
        ))}
      </ul>
      <noscript>
        <p className="text-sm text-soft">{words.needsScript}</p>
      </noscript>
      {children}
      <p className="max-w-measure text-sm text-soft">{words.caption}</p>
      <Disclosure summary={words.showTable}>{table}</Disclosure>
    </figure>
  )
}
