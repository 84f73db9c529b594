const FORMULA = /^[=+\-@\t\r']/
const GUARDED = /^'[=+\-@\t\r']/
const LINE_BREAK_OR_QUOTE = /["\r\n]/

export type Delimiter = ',' | ';'

/** A text cell that no spreadsheet runs as a formula: an apostrophe before =, +, -, @, tab, CR or an apostrophe (contract, section 6). */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text of a cell as import reads it: the apostrophe that guardFormula adds is taken off again (contract, section 5). */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}

/** One field of RFC 4180: quoted, with its quotes doubled, where it holds the delimiter, a quote or a line break. */
export function csvField(text: string, delimiter: Delimiter = ','): string {
  if (!LINE_BREAK_OR_QUOTE.test(text) && !text.includes(delimiter)) return text
  return `"${text.replaceAll('"', '""')}"`
}
