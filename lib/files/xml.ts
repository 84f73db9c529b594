// Characters that XML cannot carry, and CR, which it would turn into LF.
const UNSAYABLE = /[^\P{Cc}\t\n\x7f-\x9f]|[\ufffe\uffff]/gu
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

/** A text as a workbook writes it: characters that XML does not have stand as _xHHHH_, and a text that looks so is told apart. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(UNSAYABLE, escaped)
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
}
