import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const UTF_8 = 76
const LOCALES = { en: 1033, fr: 1036 } as const
// Separator, quote, character set, first line, formats, locale, quoted as text, special numbers, as shown, formulas, trim, sheet, run formulas.
const options = (separator: string, locale: number, sheet: number, run: boolean) =>
  [
    separator.charCodeAt(0),
    34,
    UTF_8,
    1,
    '',
    locale,
    false,
    false,
    false,
    false,
    false,
    sheet,
    run,
  ].join(',')

/** How a file of CSV is to be read. */
export interface Dialect {
  delimiter: ',' | ';'
  language: keyof typeof LOCALES
}

/** Opens files in LibreOffice without a window and returns the cells of the first sheet of each as it has them, as CSV: formulas as their results. */
export function openInLibreOffice(
  directory: string,
  files: ReadonlyMap<string, Buffer>,
  dialect?: Dialect,
): Map<string, Buffer> {
  const work = mkdtempSync(path.join(directory, 'opened-'))
  const out = path.join(work, 'out')
  for (const [name, bytes] of files) writeFileSync(path.join(work, name), bytes)
  const read = dialect && options(dialect.delimiter, LOCALES[dialect.language], 0, true)
  const { error, stderr } = spawnSync('soffice', [
    ...['--headless', `-env:UserInstallation=file://${directory}/profile`],
    ...(read ? [`--infilter=CSV:${read}`] : []),
    ...['--convert-to', `csv:Text - txt - csv (StarCalc):${options(',', LOCALES.en, 1, false)}`],
    ...['--outdir', out, ...[...files.keys()].map((name) => path.join(work, name))],
  ])
  if (error) throw error
  const made = readdirSync(out)
  return new Map(
    [...files.keys()].map((name) => {
      const found = made.find((one) => one.startsWith(`${path.parse(name).name}-`))
      if (found === undefined) throw new Error(`LibreOffice did not open ${name}: ${stderr}`)
      return [name, readFileSync(path.join(out, found))]
    }),
  )
}
