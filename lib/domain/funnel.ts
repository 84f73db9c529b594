/** Where every promise of U_all went, in persons or minor units (method, section 9, funnel). */
export interface Funnel {
  original: bigint
  increases: bigint
  amendedAway: bigint
  terminated: bigint
  notMeasurable: bigint
  notReporting: bigint
  delivered: bigint
  /** The share of `delivered` that the verified lane confirms. */
  deliveredVerified: bigint
  outstanding: bigint
  /** What was created beyond the promises; stands beside the identity. */
  overDelivered: bigint
}

/** Returns the funnel when original + increases = amendedAway + terminated + notMeasurable + notReporting + delivered + outstanding; throws RangeError naming both sides when it does not (method, section 9). */
export function assertFunnelIdentity(funnel: Funnel): Funnel {
  const promised = funnel.original + funnel.increases
  const gone = funnel.amendedAway + funnel.terminated
  const silent = funnel.notMeasurable + funnel.notReporting
  const accounted = gone + silent + funnel.delivered + funnel.outstanding
  if (promised === accounted) return funnel
  throw new RangeError(
    `the funnel does not add up: ${promised} promised, ${accounted} accounted for`,
  )
}
