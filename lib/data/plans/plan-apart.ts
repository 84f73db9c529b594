import type { LedgerRate, RateRecord } from '@/lib/data/rates'
import type { LedgerTarget, TargetRecord } from '@/lib/data/targets'
import type { ApartProposal } from '@/lib/domain/types'
import type { Cells } from './agreement-cells'
import type { Batch, Plan } from './plan'
import { cellsOfRate, planRates } from './plan-rates'
import { cellsOfTarget, planTargets } from './plan-targets'
import type { FileRow } from './refusal'

/** What the ledger holds beside the agreements, by what names it. */
export interface HeldApart {
  targets: ReadonlyMap<string, LedgerTarget>
  rates: ReadonlyMap<string, LedgerRate>
}

/** What rows about targets or rates would write. */
export function planApart(
  kind: ApartProposal,
  rows: readonly FileRow[],
  { targets, rates }: HeldApart,
  batch: Batch,
): Plan<TargetRecord | RateRecord> {
  return kind === 'target' ? planTargets(rows, targets, batch) : planRates(rows, rates, batch)
}

/** What stands now under the name of a target or rate, as a row; null when nothing does. */
export function heldCells({ targets, rates }: HeldApart, subject: string): Cells | null {
  const [target, rate] = [targets.get(subject), rates.get(subject)]
  if (target) return cellsOfTarget(target)
  return rate ? cellsOfRate(rate) : null
}
