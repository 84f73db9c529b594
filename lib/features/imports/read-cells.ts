import type { StagedFile } from '@/lib/data/staged-files'
import type { TableRow } from '@/lib/files/read-table'
import type { CellProblem } from '@/lib/schemas/import-cells'
import type { Cells } from '@/lib/schemas/proposal'
import type { NameChoices } from '@/lib/schemas/staged'
import { understandRow, unitsOf } from './understand-row'

/** Why a cell of a row is refused. */
export interface CellRefusal {
  column: string
  value: string
  reason: CellProblem
}

/** A row under our columns, as far as it could be understood. */
export interface ReadRow extends TableRow {
  cells: Cells
  doubts: string[]
  refusals: CellRefusal[]
}

const LISTS = ['other_companies']

// What a person said that names in the file mean.
function named(cells: Cells, names: NameChoices): Cells {
  const meant = (text: string) => names[text.trim()] ?? text
  const changed: Cells = { ...cells }
  if (changed.company) changed.company = meant(changed.company)
  for (const column of LISTS) {
    const text = changed[column]
    if (text) changed[column] = text.split(';').map(meant).join(';')
  }
  return changed
}

/** The names of companies that a row states. */
export function companiesOf(cells: Cells): string[] {
  const texts = [
    cells.company ?? '',
    ...LISTS.flatMap((column) => (cells[column] ?? '').split(';')),
  ]
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}

/** Reads rows of a staged file as its mapping says: columns of the file, or one text for all. A CSV row of another length is refused whole; a sheet's row merely ends early. */
export function rowReader(
  { kind, dialect, mapping, names }: Pick<StagedFile, 'kind' | 'dialect' | 'mapping' | 'names'>,
  heads: readonly string[],
): (row: TableRow) => ReadRow {
  const places = Object.entries(mapping).map(
    ([column, origin]) =>
      [column, 'header' in origin ? heads.indexOf(origin.header) : origin.constant] as const,
  )
  const stated = Object.entries(mapping).flatMap(([column, origin]) =>
    'header' in origin ? [[column, origin.header] as const] : [],
  )
  const how = { decimal: dialect.decimal, units: unitsOf(new Map(stated)) }
  return ({ line, fields }) => {
    if (dialect.format === 'csv' && fields.length !== heads.length) {
      const values = { expected: heads.length, found: fields.length }
      const reason = { code: 'csv_ragged', values }
      const refusals = [{ column: '', value: String(fields.length), reason }]
      return { line, fields, cells: {}, doubts: [], refusals }
    }
    const written = Object.fromEntries(
      places.map(([column, from]) => [
        column,
        typeof from === 'number' ? (fields[from] ?? '') : from,
      ]),
    )
    const { cells, refusals, doubts } = understandRow(kind, written, how)
    return { line, fields, cells: named(cells, names), doubts, refusals }
  }
}
