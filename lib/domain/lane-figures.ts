import { add, divide, rational, truncateTo } from './rational'
import type { Rational } from './types'

/** Sums over R, the reporting members, in one lane; amounts in persons or minor units. */
export interface LaneSums {
  count: number
  /** Σ T. */
  promised: bigint
  /** Σ c. */
  created: bigint
  /** Members with e(d_r) > 0 and their Σ c. */
  paced: number
  pacedCreated: bigint
  /** Members with any e(d_r), also 0, and their Σ c. */
  guided: number
  guidedCreated: bigint
  /** Σ e(d_r), in fractions that add up to it: one a denominator will do. */
  expected: readonly Rational[]
}

export interface LaneFigures {
  count: number
  promised: bigint
  created: bigint | null
  expected: Rational | null
  paced: number
  progressPercent: number | null
  coveragePercent: number | null
  ofAllPercent: number | null
  pace: Rational | null
}

/** part / whole in percent, truncated toward zero to one decimal; null of a whole of 0 (method, section 1). */
export function percent(part: bigint, whole: bigint): number | null {
  return whole === 0n ? null : Number(truncateTo(rational(part * 100n, whole), 1)) / 10
}

/** Fractions added up, exact; 0 of none. */
export function total(fractions: readonly Rational[]): Rational {
  return fractions.reduce(add, rational(0n))
}

/** Σ c / Σ e(d_r) over the members with e(d_r) > 0; null when there is none (method, section 9, figures). */
export function paceOf({ paced, pacedCreated, expected }: LaneSums): Rational | null {
  return paced > 0 ? divide(rational(pacedCreated), total(expected)) : null
}

/** The headlines of one lane where P is promised in all: undefined is null, never 0 (method, section 9, figures). */
export function laneFigures(lane: LaneSums, promised: bigint): LaneFigures {
  const silent = lane.count === 0
  return {
    count: lane.count,
    promised: lane.promised,
    created: silent ? null : lane.created,
    expected: lane.paced > 0 ? total(lane.expected) : null,
    paced: lane.paced,
    progressPercent: silent ? null : percent(lane.created, lane.promised),
    coveragePercent: percent(lane.promised, promised),
    ofAllPercent: silent ? null : percent(lane.created, promised),
    pace: paceOf(lane),
  }
}
