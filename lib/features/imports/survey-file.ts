import type { StagedFile } from '@/lib/data/staged-files'
import { parseRelations } from '@/lib/domain/literal-lists'
import { readTable } from '@/lib/files/read-table'
import { distinctHeads } from './describe-table'
import type { Around } from './prepare-file'

/** What has to be known of a whole file before its first row can be judged. */
export interface Survey {
  total: number
  references: Set<string>
  relations: Around['held']
}

/** Counts the rows of a file, and reads which agreements it brings and how it relates them. */
export async function surveyFile(
  file: string,
  { dialect, mapping }: Pick<StagedFile, 'dialect' | 'mapping'>,
): Promise<Survey> {
  const table = await readTable(file, dialect)
  const heads = distinctHeads(table.header)
  const place = (column: string) => {
    const origin = mapping[column]
    return origin && 'header' in origin ? heads.indexOf(origin.header) : -1
  }
  const [reference, related] = [place('reference'), place('relations')]
  const found: Survey = { total: 0, references: new Set(), relations: new Map() }
  for await (const { fields } of table.rows) {
    found.total += 1
    const name = (fields[reference] ?? '').trim()
    if (name === '') continue
    found.references.add(name)
    const relations = parseRelations(fields[related] ?? '')
    if (relations.ok && relations.value.length > 0) found.relations.set(name, relations.value)
  }
  return found
}
