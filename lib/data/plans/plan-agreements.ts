import type { LedgerAgreement } from '@/lib/data/ledger'
import { lastOfPeriod } from '@/lib/domain/deadline'
import type { RelationEntry } from '@/lib/domain/literal-lists'
import { parseRelations } from '@/lib/domain/literal-lists'
import { type AgreementRow, agreementRow, IMPORT_COLUMNS } from '@/lib/schemas/import'
import type { CellProblem } from '@/lib/schemas/import-cells'
import {
  type Cells,
  cellsOfAgreement,
  cellsOfRow,
  difference,
  lifecycleEvents,
  moneyCommitment,
} from './agreement-cells'
import { changedAgreement, newAgreement } from './agreement-record'
import { checkMilestones } from './milestone-rules'
import {
  type Batch,
  changedChange,
  createdChange,
  emptyPlan,
  type Ledger,
  type Plan,
  readRow,
  refuseTwice,
  settle,
} from './plan'
import { type FileRow, refuse } from './refusal'
import { checkRelations, type RelationGraph } from './relation-rules'
import { ROW_KEYS } from './row-keys'

const VERB = 'import.agreement'

/** Columns whose text differs. The order of relations says nothing, and any step that was taken is the row's lifecycle. */
function changedColumns(current: LedgerAgreement, before: Cells, now: Cells) {
  const changed = difference(before, now)
  const sorted = (text: string) => text.split(';').sort().join(';')
  if (sorted(before.relations ?? '') === sorted(now.relations ?? '')) delete changed.relations
  if (lifecycleEvents(current).some(({ kind }) => kind === now.lifecycle)) delete changed.lifecycle
  return changed
}

/** What a known agreement's row must not change, by column. */
function forbidden(
  current: LedgerAgreement,
  changed: Record<string, [string, string]>,
): [string, CellProblem] | null {
  const [measure, currency] = [changed.jobs_measure, changed.currency]
  const [step] = lifecycleEvents(current)
  if (measure && measure[0] !== '')
    return ['jobs_measure', { code: 'measure_differs', values: { held: measure[0] } }]
  if (changed.lifecycle && step)
    return ['lifecycle', { code: 'lifecycle_differs', values: { held: step.kind } }]
  if (currency && currency[0] !== '') {
    const money = moneyCommitment(current)
    // Amounts already recorded in the old currency would silently change their worth.
    const counted = money?.facts.some(
      ({ kind, retracted }) =>
        retracted === null && (kind === 'observation' || kind === 'amendment'),
    )
    if (counted) return ['currency', { code: 'currency_differs', values: { held: currency[0] } }]
  }
  return null
}

function startOf(row: AgreementRow, current: LedgerAgreement | undefined): string | null {
  const start = current?.events.findLast(
    ({ kind, retracted }) => kind === 'project_start' && retracted === null,
  )
  return start?.on ?? (row.signed_on === null ? null : lastOfPeriod(row.signed_on))
}

function graphOf(
  rows: readonly FileRow[],
  held: ReadonlyMap<string, readonly RelationEntry[]>,
): RelationGraph {
  const graph = new Map(held)
  for (const { cells } of rows) {
    const relations = cells.relations === undefined ? null : parseRelations(cells.relations)
    if (relations?.ok) graph.set((cells.reference ?? '').trim(), relations.value)
  }
  return graph
}

/**
 * What the rows of an agreements file would write. `ledger` holds the agreements that they name, `held` every relation
 * of the ledger, `known` every reference in it. Without a `batch` rows are merely judged, and there are no records.
 */
export function planAgreements(
  rows: readonly FileRow[],
  ledger: Ledger,
  held: ReadonlyMap<string, readonly RelationEntry[]>,
  known: ReadonlySet<string>,
  batch: Batch | null,
): Plan {
  const plan = emptyPlan()
  const named = new Set(rows.map(({ cells }) => (cells.reference ?? '').trim()))
  const graph = graphOf(rows, held)
  for (const row of refuseTwice(rows, ROW_KEYS.agreements, plan)) {
    const current = ledger.get((row.cells.reference ?? '').trim())
    if (current && current.retracted !== null) {
      plan.refused.push(refuse(row, 'reference', { code: 'reference_taken' }))
      continue
    }
    const before = current && cellsOfAgreement(current)
    // A column that the file lacks says nothing: what the ledger holds stays.
    const full = { ...row, cells: { ...before, ...row.cells } }
    const typed = readRow(agreementRow, IMPORT_COLUMNS.agreements, full, plan)
    if (!typed) continue
    const milestones = checkMilestones(
      typed.milestones,
      startOf(typed, current),
      typed.deadline,
      typed.jobs,
    )
    if (milestones) plan.refused.push(refuse(full, 'milestones', milestones))
    const relations = checkRelations(
      typed.reference,
      graph,
      (reference) => known.has(reference) || named.has(reference),
    )
    if (relations) plan.refused.push(refuse(full, 'relations', relations))
    if (milestones || relations) continue
    if (!current || !before) {
      settle(plan, row, 'created', typed.reference)
      if (batch)
        plan.records.push({
          change: createdChange(batch, VERB, typed.reference, cellsOfRow(typed)),
          ...newAgreement(typed),
        })
      continue
    }
    const changed = changedColumns(current, before, cellsOfRow(typed))
    const refused = forbidden(current, changed)
    if (refused) {
      plan.refused.push(refuse(full, ...refused))
      continue
    }
    if (Object.keys(changed).length === 0) {
      settle(plan, row, 'unchanged', typed.reference)
      continue
    }
    settle(plan, row, 'updated', typed.reference, changed)
    if (batch)
      plan.records.push({
        change: changedChange(batch, VERB, typed.reference, changed),
        ...changedAgreement(typed, current, new Set(Object.keys(changed))),
      })
  }
  return plan
}
