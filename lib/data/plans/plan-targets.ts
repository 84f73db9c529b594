import type { LedgerTarget, TargetRecord } from '@/lib/data/targets'
import { printCount, printDeadline, printQuantityLiteral, type Unit } from '@/lib/domain/literal'
import { IMPORT_COLUMNS, targetRow } from '@/lib/schemas/import'
import { type Cells, difference } from './agreement-cells'
import {
  type Batch,
  changedChange,
  createdChange,
  emptyPlan,
  type Plan,
  readRow,
  refuseTwice,
  settle,
} from './plan'
import type { FileRow } from './refusal'
import { ROW_KEYS } from './row-keys'

const VERB = 'import.target'

/** What a targets file says of a target. */
export function cellsOfTarget(target: LedgerTarget): Cells {
  const unit: Unit = target.currency === null ? 'persons' : { currency: target.currency }
  const { quantity, baseline, deadline, ...words } = target
  return {
    ...Object.fromEntries(Object.entries(words).map(([column, text]) => [column, text ?? ''])),
    quantity: printQuantityLiteral(quantity, unit),
    deadline: deadline ? printDeadline(deadline) : '',
    baseline: baseline === null ? '' : printCount({ comparator: 'eq', value: baseline }, unit),
  }
}

/** What the rows of a targets file would write. */
export function planTargets(
  rows: readonly FileRow[],
  held: ReadonlyMap<string, LedgerTarget>,
  batch: Batch,
): Plan<TargetRecord> {
  const plan = emptyPlan<TargetRecord>()
  for (const row of refuseTwice(rows, ROW_KEYS.targets, plan)) {
    const current = held.get((row.cells.code ?? '').trim())
    const before = current && cellsOfTarget(current)
    const full = { ...row, cells: { ...before, ...row.cells } }
    const target = readRow(targetRow, IMPORT_COLUMNS.targets, full, plan)
    if (!target) continue
    const now = cellsOfTarget(target)
    const changed = before && difference(before, now)
    if (changed && Object.keys(changed).length === 0) {
      settle(plan, row, 'unchanged', target.code)
      continue
    }
    settle(plan, row, current ? 'updated' : 'created', target.code, changed ?? null)
    const change = changed
      ? changedChange(batch, VERB, target.code, changed)
      : createdChange(batch, VERB, target.code, now)
    plan.records.push({ change, create: !current, target })
  }
  return plan
}
