import type { LiteralProblem } from '@/lib/domain/literal'
import type { CellProblem } from '@/lib/schemas/import-cells'

/** Why one cell of a file is refused. Line 1 is the header; column is empty where the whole line is meant. */
export interface Refusal {
  line: number
  column: string
  value: string
  /** A key of the `errors` messages with its values. */
  reason: CellProblem
}

/** What an import did, or would do: rows of the file by their fate. Nothing is written when any is refused. */
export interface ImportReport {
  read: number
  created: number
  updated: number
  unchanged: number
  refused: Refusal[]
}

export const FATES = ['created', 'updated', 'unchanged'] as const
export type Fate = (typeof FATES)[number]

/** What becomes of one row that is not refused: of which record, and what it changes, column by column. */
export interface RowFate {
  line: number
  fate: Fate
  /** A reference or a code. */
  subject: string
  changed: Record<string, [string, string]> | null
}

/** One line of a file by column; a column that the file lacks is absent. */
export interface FileRow {
  line: number
  cells: Record<string, string>
}

/** Refuses a cell of a row. */
export function refuse(
  row: FileRow,
  column: string,
  reason: CellProblem | LiteralProblem,
): Refusal {
  const { code, values } = reason
  return {
    line: row.line,
    column,
    value: row.cells[column] ?? '',
    reason: values ? { code, values } : { code },
  }
}
