import { createReadStream } from 'node:fs'
import type { StagedFile } from '@/lib/data/staged-files'
import { parseRelations } from '@/lib/domain/literal-lists'
import { RELATION_KINDS } from '@/lib/domain/types'
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
const CHUNK_BYTES = 1024 * 1024
const LONGEST_KIND = Math.max(...RELATION_KINDS.map((kind) => kind.length))

// Whether the bytes of a text name a kind of relation anywhere: most files relate nothing, and are not read twice.
async function scanText(file: string): Promise<{ lines: number; related: boolean }> {
  let [lines, related] = [0, false]
  let before: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    const bytes = chunk as Buffer // no encoding was asked for
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines += 1
    const seen = Buffer.concat([before, bytes])
    related ||= RELATION_KINDS.some((kind) => seen.includes(kind))
    before = seen.subarray(Math.max(seen.length - LONGEST_KIND, 0))
  }
  return { lines, related }
}

/** Reads of a whole file how long it is, and, where it relates agreements to each other, which it brings and how. */
export async function surveyFile(file: string, { dialect, mapping }: Mapped): Promise<Survey> {
  const related = mapping.relations
  const text = dialect.format === 'csv' ? await scanText(file) : null
  const wide = dialect.encoding?.startsWith('utf-16') // two bytes a letter: they name nothing that could be sought so
  if (!related || !('header' in related) || (text && !text.related && !wide))
    return { total: text?.lines ?? null, references: new Set(), relations: new Map() }
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
