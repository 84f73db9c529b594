import type { TableRow } from './sheet-rows'

/** Names of columns stand among the first rows. */
const SEARCHED = 30
const FIGURE = /^[\s\d.,%()+\-–/:$€£]+$/

function said(fields: readonly string[]): string[] {
  return fields.filter((field) => field.trim() !== '')
}

/** The line on which the names of the columns seem to stand: the first row about as wide as the rows below and without figures. */
export function guessHeaderRow(rows: readonly TableRow[]): number {
  const widths = rows.map(({ fields }) => said(fields).length)
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1
  const found = rows.slice(0, SEARCHED).find(({ fields }) => {
    const texts = said(fields)
    return texts.length >= Math.max(1, usual * 0.6) && texts.every((text) => !FIGURE.test(text))
  })
  return found?.line ?? rows[0]?.line ?? 1
}

const COMMA =
  /^-?\d{1,3}(?:[.\s\u00a0\u202f]\d{3})*,(?:\d{1,2}|\d{4,})(?:\s*%)?$|^-?\d{1,3}(?:\.\d{3}){2,}$/
const POINT =
  /^-?\d{1,3}(?:[,\s\u00a0\u202f]\d{3})*\.(?:\d{1,2}|\d{4,})(?:\s*%)?$|^-?\d{1,3}(?:,\d{3}){2,}$/
const NOT_OF_NUMBERS = /[^\d.,\s\u00a0\u202f%-]/g
/** A figure with a unit; sentences say how their authors write, not how the file does. */
const LEAST_SHARE = 0.6

/** How decimals are written in the texts of rows: by the numbers that can only be read one way; else `usual`, and not sure. */
export function guessDecimal(
  rows: readonly TableRow[],
  usual: '.' | ',',
): { decimal: '.' | ','; sure: boolean } {
  let [commas, points] = [0, 0]
  for (const { fields } of rows)
    for (const field of fields) {
      const text = field.replaceAll(NOT_OF_NUMBERS, '').trim()
      if (text.length < field.length * LEAST_SHARE) continue
      if (COMMA.test(text)) commas += 1
      if (POINT.test(text)) points += 1
    }
  if (commas === points) return { decimal: usual, sure: false }
  return { decimal: commas > points ? ',' : '.', sure: commas === 0 || points === 0 }
}
