import type { Described } from '@/lib/data/staged-files'
import type { Dialect } from '@/lib/files/dialect'
import { guessDialect } from '@/lib/files/guess-dialect'
import { readTable } from '@/lib/files/read-table'
import type { ImportKind } from '@/lib/schemas/import'
import type { ColumnMapping } from '@/lib/schemas/staged'
import { suggestMapping } from './suggest-mapping'

const SAMPLE_ROWS = 50
const SHOWN = 200

/** The heads of a file's columns, each different: a blank one is named by its place, a second of the same name numbered by it. */
export function distinctHeads(header: readonly string[]): string[] {
  const seen = new Set<string>()
  return header.map((text, index) => {
    const head = text.trim().replaceAll(/\s+/g, ' ') || `#${index + 1}`
    const distinct = seen.has(head) ? `${head} #${index + 1}` : head
    seen.add(distinct)
    return distinct
  })
}

/** How a file is read, as guessed or as somebody said, with its first rows and what its columns are taken for. Throws UnreadableFile. */
export async function describeTable(
  file: string,
  kind: ImportKind,
  asked: Dialect | null,
): Promise<Described> {
  const guess = await guessDialect(file)
  const dialect = asked ?? guess.dialect
  const table = await readTable(file, dialect)
  const header = distinctHeads(table.header)
  const sample: Described['sample'] = []
  for await (const { line, fields } of table.rows) {
    sample.push({ line, fields: fields.map((field) => field.slice(0, SHOWN)) })
    if (sample.length === SAMPLE_ROWS) break
  }
  const fields = sample.map((row) => row.fields)
  const mapping: ColumnMapping = {}
  for (const [column, head] of suggestMapping(kind, header, fields))
    mapping[column] = { header: head }
  const guessed = asked === null ? [...guess.guessed] : []
  return { sheets: guess.sheets, dialect, guessed, header, sample, mapping }
}
