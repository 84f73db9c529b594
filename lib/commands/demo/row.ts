import type { IsoDate } from '@/lib/domain/types'

/** One line of an import file: every column of its kind, empty where there is nothing. */
export type Row = Record<string, string>

export type Kind = 'agreements' | 'amendments' | 'reports' | 'events' | 'targets'

/** A line and the day somebody could first have typed it in. */
export interface Known {
  kind: Kind
  on: IsoDate
  row: Row
}

/** The columns of the import files, in the order of the contract (section 5). */
export const COLUMNS: Readonly<Record<Kind, readonly string[]>> = {
  agreements:
    'reference title type binding company other_companies government_parties signatories signed_on signed_basis sector region place summary jobs_measure jobs_scope jobs jobs_missing jobs_as_stated deadline deadline_as_stated milestones baseline_headcount baseline_date baseline_as_stated amount currency amount_missing amount_as_stated lifecycle relations source_url source_publisher source_date source_language other_sources notes'.split(
      ' ',
    ),
  amendments:
    'reference measure kind corrects effective_on quantity deadline milestones reason as_stated deadline_as_stated source_url source_publisher source_date'.split(
      ' ',
    ),
  reports:
    'reference data_date kind value evidence as_stated perimeter source_url source_publisher source_date notes'.split(
      ' ',
    ),
  events: 'reference kind on reason as_stated source_url source_publisher source_date'.split(' '),
  targets:
    'code title programme measure quantity currency deadline baseline baseline_date sector region source_url source_date as_stated notes'.split(
      ' ',
    ),
}

/** A whole line from the columns that hold something; a column of another kind is a mistake. */
export function rowOf(kind: Kind, filled: Row): Row {
  for (const column of Object.keys(filled)) {
    if (!COLUMNS[kind].includes(column)) throw new RangeError(`${kind} have no column ${column}`)
  }
  return Object.fromEntries(COLUMNS[kind].map((column) => [column, filled[column] ?? '']))
}
