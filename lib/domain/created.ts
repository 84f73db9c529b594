import { byRecording, isKnown } from './known'
import type { Observation, ObservationKind, StandingCase } from './types'
import { EVIDENCES, type Evidence, type IsoDate, type Lane, type Measure } from './types'

/** Created-to-date on one data date. Value in persons or minor units, may be negative. */
export interface CreatedPoint {
  day: IsoDate
  value: bigint
  approximate: boolean
  evidence: Evidence
}

const FEEDS: Record<Measure, readonly ObservationKind[]> = {
  net_new_jobs: ['headcount', 'created_cumulative'],
  headcount_level: ['headcount', 'created_cumulative'],
  gross_hires: ['hires_cumulative'],
  jobs_retained: [],
  investment: ['invested_cumulative'],
}

const LANE_FLOOR: Record<Lane, Evidence> = { reported: 'self_reported', verified: 'verified' }

function strength(evidence: Evidence): number {
  return EVIDENCES.indexOf(evidence)
}

/** What a lane holds: the accepted, known observations that feed the measure, dated from S to asOf, with enough evidence (method, section 5). */
export function laneObservations(c: StandingCase, lane: Lane): Observation[] {
  const { start } = c
  if (start === null) return []
  return c.observations.filter(
    (observation) =>
      observation.state === 'accepted' &&
      isKnown(observation, c.knownAt) &&
      start <= observation.dataDate &&
      observation.dataDate <= c.asOf &&
      strength(observation.evidence) >= strength(LANE_FLOOR[lane]) &&
      FEEDS[c.measure].includes(observation.kind),
  )
}

function pointOf(observation: Observation, baseline: StandingCase['baseline']): CreatedPoint {
  const counted = observation.kind === 'headcount' ? baseline : null
  return {
    day: observation.dataDate,
    value: observation.value - (counted?.value ?? 0n),
    approximate: observation.comparator !== 'eq' || (counted?.comparator ?? 'eq') !== 'eq',
    evidence: observation.evidence,
  }
}

function byWeight(a: Observation, b: Observation): number {
  const direct = (observation: Observation) => (observation.kind === 'headcount' ? 0 : 1)
  return strength(a.evidence) - strength(b.evidence) || direct(a) - direct(b) || byRecording(a, b)
}

/** The one observation that counts on each data date, in order (method, section 5). */
export function countedObservations(
  observations: readonly Observation[],
  baseline: StandingCase['baseline'],
): Observation[] {
  const byDay = new Map<IsoDate, Observation>()
  for (const observation of observations) {
    if (observation.kind === 'headcount' && baseline === null) continue
    const rival = byDay.get(observation.dataDate)
    if (rival && byWeight(observation, rival) < 0) continue
    byDay.set(observation.dataDate, observation)
  }
  return [...byDay.values()].sort((a, b) => (a.dataDate < b.dataDate ? -1 : 1))
}

/** Created-to-date on every counted data date, in order; the last is c (method, section 5). */
export function createdPoints(
  observations: readonly Observation[],
  baseline: StandingCase['baseline'],
): CreatedPoint[] {
  return countedObservations(observations, baseline).map((one) => pointOf(one, baseline))
}

/** Why an observation is not counted in the reported lane. */
export const UNCOUNTED_REASONS = [
  'NO_START',
  'BEFORE_START',
  'NO_EVIDENCE',
  'OTHER_MEASURE',
  'BASELINE_MISSING',
  'OUTWEIGHED',
] as const
export type UncountedReason = (typeof UNCOUNTED_REASONS)[number]

/** For each observation of a case known by then and dated to asOf: the first reason why the reported lane does not count it, null when it does (method, section 5). */
export function uncountedReasons(c: StandingCase): Map<Observation, UncountedReason | null> {
  const counted = countedObservations(laneObservations(c, 'reported'), c.baseline)
  const reasonOf = (observation: Observation): UncountedReason | null => {
    if (counted.includes(observation)) return null
    if (c.start === null) return 'NO_START'
    if (observation.dataDate < c.start) return 'BEFORE_START'
    if (observation.evidence === 'none') return 'NO_EVIDENCE'
    if (!FEEDS[c.measure].includes(observation.kind)) return 'OTHER_MEASURE'
    if (observation.kind === 'headcount' && c.baseline === null) return 'BASELINE_MISSING'
    return 'OUTWEIGHED'
  }
  return new Map(c.observations.map((observation) => [observation, reasonOf(observation)]))
}
