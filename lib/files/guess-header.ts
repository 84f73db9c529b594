import type { Dialect } from './dialect'
import type { TableRow } from './sheet-rows'

type DecimalMark = Dialect['decimal']

/** Names of columns stand among the first rows. */
const SEARCHED = 100

/** Each letter by itself: a word that could be cut in several ways would be tried in all of them. */
const NUMBER = /^[<>~=≥≤≈±+\-\p{Sc}\s]*(?<digits>\d[\d.,'’\s]*)(?:[%\p{Sc}\s]|\p{L}\.?)*$/u
/** A longer text states no number. */
const LONGEST_NUMBER = 200
const DATE = /^\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?$/

/** Whether a cell holds data rather than a name: a number, a date, an address. */
export function isData(text: string): boolean {
  return (
    /^(?:https?:\/\/|true$|false$)/.test(text) ||
    DATE.test(text) ||
    (/\d/.test(text) && !/\p{L}/u.test(text))
  )
}

function filled({ fields }: TableRow): string[] {
  return fields.map((field) => field.trim()).filter((field) => field !== '')
}

// The width that most rows have, the wider of two equals.
function usualWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const width = filled(row).length
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  const [usual] = [...counts].sort(([a, n], [b, m]) => m - n || b - a)
  return usual?.[0] ?? 0
}

/** The line of the first row that names columns: nearly as many cells as the rows have, each of them words and each another. */
export function guessHeaderRow(rows: readonly TableRow[]): number {
  const least = Math.max(2, Math.ceil(usualWidth(rows) * 0.6))
  const header = rows.slice(0, SEARCHED).find((row) => {
    const names = filled(row)
    const data = names.filter(isData).length
    return (
      names.length >= least &&
      data * 5 <= names.length &&
      new Set(names).size * 5 >= names.length * 4
    )
  })
  return (header ?? rows[0])?.line ?? 1
}

function markIn(text: string): DecimalMark | null {
  if (text.length > LONGEST_NUMBER || DATE.test(text)) return null
  const digits = NUMBER.exec(text)?.groups?.digits?.replace(/[\s'’]/g, '') ?? ''
  const signs = digits.match(/[.,]/g) ?? []
  const [first, last] = [signs[0], signs.at(-1)]
  const other = first === ',' ? '.' : ','
  if (first === undefined || last === undefined) return null
  if (first !== last) return last === ',' ? ',' : '.'
  if (signs.length > 1) return other // it groups, so the other one separates decimals
  const [, decimals = ''] = digits.split(first)
  return decimals.length === 3 || decimals === '' ? null : first === ',' ? ',' : '.'
}

/** How decimals are written in the texts of rows: by the numbers that can only be read one way; else `usual`, and not sure. */
export function guessDecimal(
  rows: readonly TableRow[],
  usual: DecimalMark,
): { decimal: DecimalMark; sure: boolean } {
  let [commas, points] = [0, 0]
  for (const { fields } of rows)
    for (const field of fields) {
      const mark = markIn(field.trim())
      if (mark === ',') commas += 1
      else if (mark === '.') points += 1
    }
  if (commas === points) return { decimal: usual, sure: false }
  return { decimal: commas > points ? ',' : '.', sure: commas === 0 || points === 0 }
}
