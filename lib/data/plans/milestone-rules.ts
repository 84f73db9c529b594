import { dueOf } from '@/lib/domain/deadline'
import type { MilestoneEntry } from '@/lib/domain/literal-lists'
import { isCeiling } from '@/lib/domain/quantity'
import type { Deadline, IsoDate, Quantity } from '@/lib/domain/types'
import type { CellProblem } from '@/lib/schemas/import-cells'

/** What is wrong with milestones beside their promise: not between start and deadline, or above what is promised (method, section 3). */
export function checkMilestones(
  milestones: readonly MilestoneEntry[],
  start: IsoDate | null,
  deadline: Deadline | null,
  quantity: Quantity,
): CellProblem | null {
  if (milestones.length === 0) return null
  if (!deadline) return { code: 'milestones_without_deadline' }
  const due = dueOf(deadline)
  const target = isCeiling(quantity) ? null : quantity.low
  for (const { on, quantity: step } of milestones) {
    if (on >= due) return { code: 'milestone_after_deadline', values: { day: on, due } }
    if (start !== null && on <= start)
      return { code: 'milestone_before_start', values: { day: on, start } }
    if (target === null || (step.low ?? 0n) > target)
      return { code: 'milestone_above_target', values: { day: on } }
  }
  return null
}
