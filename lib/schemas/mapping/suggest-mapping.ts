import type { ImportKind } from '../import'
export interface Suggestion {
  column: string
  header: string | null
  by: 'name' | 'content' | null
}
export declare function suggestMapping(
  kind: ImportKind,
  header: readonly string[],
  sample: readonly string[][],
): Suggestion[]
