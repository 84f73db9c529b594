import type { Instant, Recorded } from './types'

/** Whether a statement had been recorded and not retracted by knownAt; null = with everything known today (method, section 1). */
export function isKnown(statement: Recorded, knownAt: Instant | null): boolean {
  if (knownAt === null) return statement.retractedAt === null
  const recorded = statement.recordedAt === null || statement.recordedAt <= knownAt
  const retracted = statement.retractedAt !== null && statement.retractedAt <= knownAt
  return recorded && !retracted
}

/** Negative, zero or positive as a was recorded before, with or after b; what was always known comes first. */
export function byRecording(a: Recorded, b: Recorded): number {
  return (
    (a.recordedAt ?? Number.NEGATIVE_INFINITY) - (b.recordedAt ?? Number.NEGATIVE_INFINITY) || 0
  )
}

/** The greatest item in an order, the last listed among equals; null of none. */
export function lastBy<T>(items: readonly T[], order: (a: T, b: T) => number): T | null {
  return items.reduce<T | null>(
    (last, item) => (last !== null && order(item, last) < 0 ? last : item),
    null,
  )
}

/** The known item recorded last, the last listed among equals; null of none. */
export function latestKnown<T extends Recorded>(
  items: readonly T[],
  knownAt: Instant | null,
): T | null {
  return lastBy(
    items.filter((item) => isKnown(item, knownAt)),
    byRecording,
  )
}
