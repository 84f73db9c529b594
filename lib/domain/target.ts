import { isCeiling, targetOf } from './quantity'
import type { JobScope, Measure, NotMeasurableReason, Quantity, StandingCase } from './types'

/** T in persons or minor units, or the first reason why there is none. */
export type Target = { value: bigint; reason: null } | { value: null; reason: NotMeasurableReason }

const MIXED_SCOPES: readonly JobScope[] = ['indirect', 'induced', 'mixed']
const SCOPED_MEASURES: readonly Measure[] = ['net_new_jobs', 'headcount_level']

function missing(reason: NotMeasurableReason): Target {
  return { value: null, reason }
}

/** The number T of a promise in its measure, or why it has none: the reasons up to TARGET_NOT_POSITIVE in their order (method, sections 2, 4 and 8). */
export function trackedTarget(
  quantity: Quantity | null,
  { measure, scope, baseline }: Pick<StandingCase, 'measure' | 'scope' | 'baseline'>,
): Target {
  if (!quantity || quantity.comparator === 'missing') return missing('TARGET_MISSING')
  if (isCeiling(quantity)) return missing('TARGET_IS_CEILING')
  if (measure === 'jobs_retained') return missing('MEASURE_NOT_TRACKED')
  if (SCOPED_MEASURES.includes(measure) && MIXED_SCOPES.includes(scope))
    return missing('SCOPE_MIXED')
  if (measure === 'headcount_level' && !baseline) return missing('BASELINE_MISSING')
  const stated = targetOf(quantity)
  if (stated === null) return missing('TARGET_MISSING')
  const value = stated - levelOffset({ measure, baseline })
  return value > 0n ? { value, reason: null } : missing('TARGET_NOT_POSITIVE')
}

/** What a promised headcount level holds already at the start: B for a level, 0 for the other measures (method, section 4). */
export function levelOffset({
  measure,
  baseline,
}: Pick<StandingCase, 'measure' | 'baseline'>): bigint {
  return measure === 'headcount_level' && baseline ? baseline.value : 0n
}
