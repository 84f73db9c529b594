'use client' // beside the plot, whose points it shares: they travel once, as data

import { Column, DataTable, NumberCell, Row, RowHead } from '@/components/ui/data-table'
import { formatNumber, type Locale } from '@/lib/format'
import type { CohortLabels, CohortPoint } from './cohort-plot'

const COLUMNS = ['promised', 'expected', 'reported', 'verified'] as const

/** The numbers of the burn-up of a cohort, a row for each of its days. */
export function CohortTable({
  locale,
  caption,
  day,
  points,
  labels,
}: {
  locale: Locale
  caption: string
  /** What the first column is called. */
  day: string
  points: CohortPoint[]
  labels: CohortLabels
}) {
  return (
    <DataTable caption={caption} captionHidden>
      <thead>
        <tr>
          <Column>{day}</Column>
          {COLUMNS.map((column) => (
            <Column key={column} align="end">
              {labels[column]}
            </Column>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <Row key={point.day}>
            <RowHead>
              <time dateTime={point.day}>{point.label}</time>
            </RowHead>
            {COLUMNS.map((column) => {
              const value = point[column]
              return (
                <NumberCell key={column}>
                  {value === null ? null : formatNumber(locale, value)}
                </NumberCell>
              )
            })}
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
