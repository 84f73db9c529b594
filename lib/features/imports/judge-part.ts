import type { Viewer } from '@/lib/auth/viewer'
import type { Tx } from '@/lib/data/client'
import type { Refusal } from '@/lib/data/plans/refusal'
import { ROW_KEYS } from '@/lib/data/plans/row-keys'
import { groupBy } from '@/lib/data/rows'
import type { StagedFile } from '@/lib/data/staged-files'
import type { JudgedRow } from '@/lib/data/staged-rows'
import { alreadyThere, type Sought } from '@/lib/data/unknown-names'
import { parseQuantity } from '@/lib/domain/literal'
import { isCurrency } from '@/lib/domain/money'
import type { IsoDate } from '@/lib/domain/types'
import type { Cells } from '@/lib/schemas/proposal'
import { broughtOf, refusalsOfProposing } from './brought-rows'
import { nameRows } from './name-rows'
import { withOwnFiles } from './own-files'
import { judgeWithin, type Within } from './prepare-file'
import { reasonOf } from './propose-file'
import type { ReadRow } from './read-cells'

/** What the parts of a file have in common, and what one part leaves for the next. */
export interface Whole extends Within {
  staged: StagedFile
  viewer: Viewer
  /** The references that the file states or was given. */
  references: Set<string>
  /** The line on which each row's key stood first. */
  keys: Map<string, number>
  /** What a person said of rows that are like agreements of the ledger. */
  choices: ReadonlyMap<number, string | null>
  today: IsoDate
}

/** Rows whose key stood in an earlier part; a part finds its own. */
function refuseRepeated(rows: readonly ReadRow[], { staged, keys }: Whole): Refusal[] {
  const columns = ROW_KEYS[staged.kind]
  return rows.flatMap(({ line, cells }) => {
    const key = JSON.stringify(columns.map((column) => (cells[column] ?? '').trim()))
    const first = keys.get(key)
    if (first === undefined) keys.set(key, line)
    if (first === undefined || rows.some((row) => row.line === first)) return []
    const reason = { code: 'row_twice', values: { line: first } }
    return [{ line, column: columns[0], value: cells[columns[0]] ?? '', reason }]
  })
}

function numberOf(text: string | undefined, unit: 'persons' | { currency: string }): string | null {
  if (!text?.trim()) return null
  const read = parseQuantity(text.trim(), unit)
  return read.ok ? (read.value.low?.toString() ?? null) : null
}

function soughtOf(line: number, cells: Cells): Sought {
  const currency = cells.currency ?? ''
  return {
    line,
    company: cells.company ?? '',
    signed: cells.signed_on || null,
    jobs: numberOf(cells.jobs, 'persons'),
    amount: isCurrency(currency) ? numberOf(cells.amount, { currency }) : null,
    currency: currency || null,
  }
}

async function named(tx: Tx, rows: readonly ReadRow[], whole: Whole): Promise<ReadRow[]> {
  const chosen = rows.map((row) => {
    const reference = whole.choices.get(row.line)
    return reference ? { ...row, cells: { ...row.cells, reference } } : row
  })
  if (whole.staged.kind !== 'agreements') return chosen
  const cells = chosen.map((row) => row.cells)
  const references = await nameRows(tx, cells, whole.references, whole.today)
  return chosen.map((row, index) => ({ ...row, cells: references[index] ?? row.cells }))
}

/** Judges a part of a file against the ledger as `tx` sees it: what every row would become, or why it is refused. */
export async function judgePart(
  tx: Tx,
  part: readonly ReadRow[],
  whole: Whole,
): Promise<JudgedRow[]> {
  const { staged, viewer } = whole
  const rows = await named(tx, part, whole)
  // A row of another length says nothing that could be judged.
  const judgeable = rows.filter(({ refusals }) => !refusals.some(({ column }) => column === ''))
  const given = await withOwnFiles(
    tx,
    judgeable.map(({ line, cells }) => ({ line, cells })),
  )
  const judged = await judgeWithin(tx, staged.kind, given, whole)
  const refused = [
    ...judged.refused,
    ...refuseRepeated(judgeable, whole),
    ...(await refusalsOfProposing(tx, viewer, staged.kind, given, judged)),
  ]
  const brought = new Map(
    broughtOf(staged.kind, given, judged, reasonOf(staged.fileName)).map((one) => [one.line, one]),
  )
  const fates = new Map(judged.rows.map((fate) => [fate.line, fate]))
  const refusals = groupBy(refused, ({ line }) => line)
  const found = rows.map((row): JudgedRow => {
    const { line, fields, doubts, refusals: unread } = row
    const columns = new Set(unread.map(({ column }) => column))
    const all = [
      ...unread,
      // What could not be understood is said once, in the words of the reader.
      ...(refusals.get(line) ?? [])
        .filter(({ column }) => !columns.has(column))
        .map(({ column, value, reason }) => ({ column, value, reason })),
    ]
    const blank = { kind: null, region: null, cells: null, baseVersion: null, base: null }
    const fate = fates.get(line)
    const common = { line, doubts, alike: null, changed: null }
    if (all.length > 0 || !fate)
      return { ...common, ...blank, fields, fate: 'refused', refusals: all, subject: null }
    const { kind, region, cells, baseVersion, base } = brought.get(line) ?? blank
    return {
      // What was understood says it; only what was not has to be told as it was written.
      ...{ ...common, fields: [], fate: fate.fate, refusals: null, subject: fate.subject },
      ...{ changed: fate.changed, kind, region, cells, baseVersion, base },
    }
  })
  return staged.kind === 'agreements' ? withLikes(tx, found, whole) : found
}

/** Rows of new agreements with those of the ledger that they may already be, unless a person has said. */
async function withLikes(
  tx: Tx,
  rows: readonly JudgedRow[],
  { choices }: Whole,
): Promise<JudgedRow[]> {
  const fresh = rows.filter(({ fate, line }) => fate === 'created' && !choices.has(line))
  const found = await alreadyThere(
    tx,
    fresh.map(({ line, cells }) => soughtOf(line, cells ?? {})),
  )
  return rows.map((row) => ({ ...row, alike: found.get(row.line) ?? null }))
}
