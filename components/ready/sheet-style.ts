// A style sheet ends where "</" stands, and a string of it at a quote or the end of the line.
function cssString(text: string): string {
  const safe = text.replace(/["\\<\r\n\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)
  return `"${safe}"`
}

/** What stands at the foot of every printed page: where it comes from, so that a loose page can be traced, and its number. */
export function sheetStyle(source: string, page: string): string {
  const [before = '', between = '', after = ''] = page.split(/\{(?:page|pages)\}/)
  const number = `${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}`
  return `@page sheet { @bottom-left { content: ${cssString(source)} } @bottom-right { content: ${number} } }`
}
