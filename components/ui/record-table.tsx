import type { ReactNode } from 'react'
import { type Below, CardBody, CardCell, CardHeads, CardName, CardRow } from './card-table'
import { Column, DataTable } from './data-table'

export interface RecordColumn<T> {
  key: string
  label: string
  align?: 'start' | 'end'
  /** Takes a whole line of the card: bars do. */
  wide?: boolean
  cell: (row: T) => ReactNode
}

/** Records as a table where there is room, as one card each on a narrow screen. */
export function RecordTable<T>({
  caption,
  captionHidden = true,
  below = 'lg',
  rows,
  keyOf,
  head,
  columns,
}: {
  caption: string
  captionHidden?: boolean
  below?: Below
  rows: readonly T[]
  keyOf: (row: T) => string
  head: Pick<RecordColumn<T>, 'label' | 'cell'>
  columns: RecordColumn<T>[]
}) {
  return (
    <DataTable caption={caption} captionHidden={captionHidden}>
      <CardHeads below={below}>
        <Column>{head.label}</Column>
        {columns.map(({ key, label, align }) => (
          <Column key={key} align={align}>
            {label}
          </Column>
        ))}
      </CardHeads>
      <CardBody below={below}>
        {rows.map((row) => (
          <CardRow key={keyOf(row)}>
            <CardName>{head.cell(row)}</CardName>
            {columns.map(({ key, label, align, wide, cell }) => (
              <CardCell key={key} label={label} align={align} wide={wide}>
                {cell(row)}
              </CardCell>
            ))}
          </CardRow>
        ))}
      </CardBody>
    </DataTable>
  )
}
