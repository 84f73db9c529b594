import type { z } from 'zod'
import type { ChangeDraft } from '@/lib/data/changes'
import type { LedgerAgreement } from '@/lib/data/ledger'
import type { AgreementRecord } from '@/lib/data/record'
import { readProblems } from '@/lib/schemas/import-cells'
import { type Cells, statedCells } from './agreement-cells'
import { type Fate, type FileRow, type Refusal, type RowFate, refuse } from './refusal'

/** Who imports, and the batch that the file's changes have in common. */
export interface Batch {
  actor: string
  id: string
}

/** What a file would write: a record for each row that is new or differs. */
export interface Plan<R = AgreementRecord> {
  records: R[]
  created: number
  updated: number
  unchanged: number
  refused: Refusal[]
  /** The rows that were not refused, in the order of their lines. */
  rows: RowFate[]
}

/** A plan for no rows at all. */
export function emptyPlan<R = AgreementRecord>(refused: Refusal[] = []): Plan<R> {
  return { records: [], created: 0, updated: 0, unchanged: 0, refused, rows: [] }
}

/** Counts what becomes of a row, and remembers it. */
export function settle(
  plan: Pick<Plan, Fate | 'rows'>,
  { line }: FileRow,
  fate: Fate,
  subject: string,
  changed: RowFate['changed'] = null,
): void {
  plan[fate] += 1
  plan.rows.push({ line, fate, subject, changed })
}

/** The agreements that a file's rows may name, by reference. */
export type Ledger = ReadonlyMap<string, LedgerAgreement>

/** A row read by its schema; null after its problems were refused. */
export function readRow<T>(
  schema: z.ZodType<T>,
  columns: readonly string[],
  row: FileRow,
  plan: { refused: Refusal[] },
): T | null {
  const blank = Object.fromEntries(columns.map((column) => [column, '']))
  const result = schema.safeParse({ ...blank, ...row.cells })
  if (result.success) return result.data
  for (const { column, problem } of readProblems(result.error))
    plan.refused.push(refuse(row, column, problem))
  return null
}

/** The rows whose key stands in no earlier line; the others are refused. */
export function refuseTwice(
  rows: readonly FileRow[],
  keyColumns: readonly string[],
  plan: { refused: Refusal[] },
): FileRow[] {
  const lines = new Map<string, number>()
  return rows.filter((row) => {
    const key = JSON.stringify(keyColumns.map((column) => (row.cells[column] ?? '').trim()))
    const line = lines.get(key)
    if (line === undefined) lines.set(key, row.line)
    else
      plan.refused.push(refuse(row, keyColumns[0] ?? '', { code: 'row_twice', values: { line } }))
    return line === undefined
  })
}

/** The change of a row that was not there before. */
export function createdChange(
  batch: Batch,
  verb: string,
  subject: string,
  cells: Cells,
): ChangeDraft {
  return draft(batch, verb, subject, { created: statedCells(cells) })
}

/** The change of a row that differs: what stood in each column and what stands there now. */
export function changedChange(
  batch: Batch,
  verb: string,
  subject: string,
  changed: Record<string, [string, string]>,
  key: Cells = {},
): ChangeDraft {
  return draft(batch, verb, subject, { ...(Object.keys(key).length ? { key } : {}), changed })
}

function draft(batch: Batch, verb: string, subject: string, diff: object): ChangeDraft {
  return {
    actor: batch.actor,
    verb,
    reason: null,
    subject,
    diff,
    key: null,
    batch: batch.id,
    undoes: null,
  }
}
