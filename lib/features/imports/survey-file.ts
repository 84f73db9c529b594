import { createReadStream } from 'node:fs'
import type { StagedFile } from '@/lib/data/staged-files'
import { parseRelations } from '@/lib/domain/literal-lists'
import { readTable } from '@/lib/files/read-table'
import { distinctHeads } from './describe-table'
import type { Around } from './prepare-file'

/** What has to be known of a whole file before its first row can be judged. */
export interface Survey {
  /** How many rows it has, about; null where that cannot be told quickly. */
  total: number | null
  references: Set<string>
  relations: Around['held']
}

type Mapped = Pick<StagedFile, 'dialect' | 'mapping'>

const LF = 0x0a

async function countLines(file: string): Promise<number> {
  let lines = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    const bytes = chunk as Buffer // no encoding was asked for
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines += 1
  }
  return lines
}

/** Reads of a whole file how long it is, and, where it relates agreements to each other, which it brings and how. */
export async function surveyFile(file: string, { dialect, mapping }: Mapped): Promise<Survey> {
  const related = mapping.relations
  if (!related || !('header' in related)) {
    const total = dialect.format === 'csv' ? await countLines(file) : null
    return { total, references: new Set(), relations: new Map() }
  }
  const table = await readTable(file, dialect)
  const heads = distinctHeads(table.header)
  const named = mapping.reference
  const reference = named && 'header' in named ? heads.indexOf(named.header) : -1
  const column = heads.indexOf(related.header)
  const found = { total: 0, references: new Set<string>(), relations: new Map() }
  for await (const { fields } of table.rows) {
    found.total += 1
    const name = (fields[reference] ?? '').trim()
    if (name === '') continue
    found.references.add(name)
    const relations = parseRelations(fields[column] ?? '')
    if (relations.ok && relations.value.length > 0) found.relations.set(name, relations.value)
  }
  return found
}
