import { Cell, Column, DataTable, Row, RowHead } from '@/components/ui/data-table'

const ROWS = 5

/** The first rows of a file as they stand. */
export function SampleTable({
  caption,
  line,
  heads,
  rows,
}: {
  caption: string
  line: string
  heads: readonly string[]
  rows: readonly { line: number; fields: readonly string[] }[]
}) {
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <Column>{line}</Column>
          {heads.map((head) => (
            <Column key={head}>
              <bdi>{head}</bdi>
            </Column>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, ROWS).map((row) => (
          <Row key={row.line}>
            <RowHead>{row.line}</RowHead>
            {heads.map((head, index) => (
              <Cell key={head}>
                <bdi className="line-clamp-2 max-w-[16rem] min-w-[6rem] break-words">
                  {row.fields[index] ?? ''}
                </bdi>
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
