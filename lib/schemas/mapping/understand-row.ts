import type { ImportKind } from '../import'
export declare function understandRow(
  kind: ImportKind,
  cells: Record<string, string>,
  decimal: '.' | ',',
): {
  cells: Record<string, string>
  problems: {
    column: string
    value: string
    code: string
    values?: Record<string, string | number>
  }[]
  doubts: string[]
}
