import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { type NationalTarget, nationalTargets } from '@/lib/data/target-list'
import { dueOf } from '@/lib/domain/deadline'
import { parseDeadline } from '@/lib/domain/literal'
import type { IsoDate } from '@/lib/domain/types'
import type { Filters } from '@/lib/schemas/filters'

/** A national target and the last day of its deadline; null without one. */
export interface DueTarget extends NationalTarget {
  due: IsoDate | null
}

const NEVER = '9999-12-31'

function dueDay({ deadline }: NationalTarget): IsoDate | null {
  const parsed = deadline === null ? null : parseDeadline(deadline)
  return parsed?.ok ? dueOf(parsed.value) : null
}

/** The national targets under the filters, the soonest due first, those without a deadline last. They contain one another: never add them up. Throws Forbidden. */
export async function listTargets(viewer: Viewer, filters: Filters): Promise<DueTarget[]> {
  authorise(viewer, 'portfolio.read')
  const targets = await nationalTargets({ filters, ...momentOf(filters), seq: null })
  const due = targets.map((target) => ({ ...target, due: dueDay(target) }))
  return due.sort((a, b) => (a.due ?? NEVER).localeCompare(b.due ?? NEVER))
}
