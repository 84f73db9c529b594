import type { ReactNode } from 'react'
import { Cell, Column, DataTable, Row, RowHead } from './data-table'

export interface RecordColumn<T> {
  key: string
  label: string
  align?: 'start' | 'end'
  cell: (row: T) => ReactNode
}

/** Records as a table where there is room, as one card each on a narrow screen: nothing is cut off and nothing scrolls sideways. */
export function RecordTable<T>({
  caption,
  rows,
  keyOf,
  head,
  columns,
}: {
  caption: string
  rows: readonly T[]
  keyOf: (row: T) => string
  head: Omit<RecordColumn<T>, 'key'>
  columns: RecordColumn<T>[]
}) {
  return (
    <>
      <div className="max-lg:hidden">
        <DataTable caption={caption} captionHidden>
          <thead>
            <tr>
              <Column>{head.label}</Column>
              {columns.map(({ key, label, align }) => (
                <Column key={key} align={align}>
                  {label}
                </Column>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={keyOf(row)}>
                <RowHead>{head.cell(row)}</RowHead>
                {columns.map(({ key, align, cell }) => (
                  <Cell key={key} align={align}>
                    {cell(row)}
                  </Cell>
                ))}
              </Row>
            ))}
          </tbody>
        </DataTable>
      </div>
      <ul aria-label={caption} className="grid gap-x-8 sm:grid-cols-2 lg:hidden">
        {rows.map((row) => (
          <li key={keyOf(row)} className="grid content-start gap-3 border-t border-rule py-4">
            <div className="font-medium">{head.cell(row)}</div>
            <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm">
              {columns.map(({ key, label, cell }) => (
                <div key={key} className="grid content-start gap-0.5">
                  <dt className="text-xs text-soft">{label}</dt>
                  <dd>{cell(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}
