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

/** Created-to-date on every counted data date, in order; the last is c (method, section 5). */
export function createdPoints(
  observations: readonly Observation[],
  baseline: StandingCase['baseline'],
): CreatedPoint[] {
  const byDay = new Map<IsoDate, Observation>()
  for (const observation of observations) {
    if (observation.kind === 'headcount' && baseline === null) continue
    const rival = byDay.get(observation.dataDate)
    if (rival && byWeight(observation, rival) < 0) continue
    byDay.set(observation.dataDate, observation)
  }
  return [...byDay.values()]
    .map((observation) => pointOf(observation, baseline))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}
