/** Why a total moved by a change that was recorded: what the change said. */
export const RECORDED_CAUSES = [
  'added',
  'amended',
  'corrected',
  'edited',
  'reported',
  'event',
  'retracted',
  'undone',
  'rate',
] as const

/** Why a total moved by the passing of days, with nothing new recorded: what was dated that day. */
export const DATED_CAUSES = [
  'begun',
  'amendment_due',
  'report_dated',
  'event_dated',
  'aged',
  'counting',
  'deadline',
  'filtered',
] as const

export const CAUSES = [...DATED_CAUSES, ...RECORDED_CAUSES] as const
export type Cause = (typeof CAUSES)[number]

export const TOTALS = ['promised', 'reported', 'verified'] as const

/** P, and the C_R of either lane (method, section 9); persons, or centimes of a dirham. */
export type Totals<T = bigint> = Record<(typeof TOTALS)[number], T>

/** What one cause did to the totals, over all of its lines. */
export interface CauseSums {
  cause: Cause
  lines: number
  effects: Totals
}

/** Σ of effects. */
export function sumEffects(sums: readonly { effects: Totals }[]): Totals {
  const of = (name: keyof Totals) => sums.reduce((sum, { effects }) => sum + effects[name], 0n)
  return { promised: of('promised'), reported: of('reported'), verified: of('verified') }
}

/**
 * How far each total moved between two states of the book. An undefined one (nobody reports) adds nothing. Throws RangeError
 * when the effects of the lines do not add up to it (docs/decisions/0014).
 */
export function differenceOf(
  before: Totals<bigint | null>,
  after: Totals<bigint | null>,
  sums: readonly CauseSums[],
): Totals {
  const added = sumEffects(sums)
  for (const name of TOTALS) {
    const difference = (after[name] ?? 0n) - (before[name] ?? 0n)
    if (added[name] !== difference)
      throw new RangeError(`effects on ${name} add up to ${added[name]}, not to ${difference}`)
  }
  return added
}
