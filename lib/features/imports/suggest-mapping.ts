import { isCurrency } from '@/lib/domain/money'
import { IMPORT_COLUMNS, type ImportKind } from '@/lib/schemas/import'
import { columnLabels, isRegion } from './code-words'
import { COLUMN_NAMES } from './column-names'
import { folded } from './folded'

const SURE = 0.7
const UNIT = /\([^)]*\)|\[[^\]]*\]/g

/** What shows a column by its contents, for columns whose contents are like no other's. */
const CONTENTS: readonly [column: string, fits: (text: string) => boolean][] = [
  ['source_url', (text) => /^https?:\/\/\S+$/.test(text)],
  ['currency', (text) => isCurrency(text)],
  ['region', isRegion],
]

interface Candidate {
  column: string
  index: number
  /** The smaller, the likelier. */
  rank: number
}

/** How well a head fits a name: 0 the same, 1 the same without its unit, 2 with further words; null not at all. */
function likeness(head: string, bare: string, name: string): number | null {
  if (name === '') return null
  if (head === name) return 0
  if (bare === name) return 1
  return name.length >= 4 && ` ${bare} `.includes(` ${name} `) ? 2 : null
}

function byName(columns: readonly string[], header: readonly string[]): Candidate[] {
  const heads = header.map((text) => ({
    head: folded(text),
    bare: folded(text.replaceAll(UNIT, ' ')),
  }))
  return columns.flatMap((column, place) => {
    const own = [column, ...columnLabels(column)].map(folded)
    const others = (COLUMN_NAMES[column] ?? []).map(folded)
    return heads.flatMap(({ head, bare }, index) => {
      const fits = [...own, ...others].flatMap((name, at) => {
        const one = likeness(head, bare, name)
        if (one === null) return []
        // Our own names first, then what people call it; of words within words the longest.
        const distance =
          one * 1_000 + (at < own.length ? 0 : 100) + (one === 2 ? 90 - name.length : 0)
        return [distance]
      })
      if (fits.length === 0) return []
      return [{ column, index, rank: Math.min(...fits) + place / 1_000 }]
    })
  })
}

function byContent(
  columns: readonly string[],
  header: readonly string[],
  sample: readonly (readonly string[])[],
): Candidate[] {
  return CONTENTS.filter(([column]) => columns.includes(column)).flatMap(([column, fits]) =>
    header.flatMap((_, index) => {
      const texts = sample.map((row) => (row[index] ?? '').trim()).filter((text) => text !== '')
      const share = texts.length === 0 ? 0 : texts.filter(fits).length / texts.length
      return share >= SURE ? [{ column, index, rank: 5_000 - share + index / 1_000 }] : []
    }),
  )
}

/** Which column of a file each of ours seems to be: by name in English, French or Arabic, else by contents. No column of the file is used twice. */
export function suggestMapping(
  kind: ImportKind,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): ReadonlyMap<string, string> {
  const columns = IMPORT_COLUMNS[kind]
  const candidates = [...byName(columns, header), ...byContent(columns, header, sample)]
  const found = new Map<string, string>()
  const used = new Set<number>()
  for (const { column, index } of candidates.toSorted((a, b) => a.rank - b.rank)) {
    const head = header[index]
    if (head === undefined || found.has(column) || used.has(index)) continue
    found.set(column, head)
    used.add(index)
  }
  return found
}
