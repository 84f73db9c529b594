import type { FileTable } from './table'

/** What a file says about itself, label by label. */
export type About = readonly (readonly [label: string, value: string])[]

/** The sheet that says what a workbook was asked for, on which day, by which method, how long it is and how to check it. */
export function aboutTable(about: About, heads: readonly [what: string, value: string]): FileTable {
  return {
    columns: [
      { name: 'what', kind: 'text', label: heads[0] },
      { name: 'value', kind: 'text', label: heads[1] },
    ],
    rows: about,
  }
}
