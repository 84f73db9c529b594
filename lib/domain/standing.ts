import { type CreatedPoint, createdPoints, laneObservations } from './created'
import { days } from './iso-date'
import { endOf, expectedOn, pathPoints, type Reading } from './path'
import { projectionOf } from './projection'
import { rational, subtract } from './rational'
import { freshnessOf, paceOf, paceStatus } from './status'
import type {
  Lane,
  NotMeasurableReason,
  Observation,
  PaceStatus,
  Projection,
  Standing,
  StandingCase,
} from './types'
import { type Promised, promiseAt, type Terms } from './versions'

/** The standing of one commitment in one lane at the case's (asOf, knownAt), exact; never throws on a valid case (method, sections 3 to 8 and 10). */
export function standing(c: StandingCase, lane: Lane): Standing {
  return standingOf(c, promiseAt(c), lane)
}

/** The same for a case whose promise has been read. */
export function standingOf(c: StandingCase, promised: Promised, lane: Lane): Standing {
  const { original, timeline } = promised
  const terms = timeline.at(-1) ?? null
  const observations = laneObservations(c, lane)
  const points = createdPoints(observations, c.baseline)
  const last = points.at(-1) ?? null
  const reason = reasonOf(c, terms, observations)
  const judge = (reading: Reading) => judged(c, timeline, points, reason, reading)
  const [status, statusEarly] = [judge('late'), judge('early')]
  const expectedDay = last?.day ?? c.asOf
  const expected = expectedOn(timeline, c.start, expectedDay)
  return {
    quantity: terms?.quantity ?? null,
    target: terms?.target.value ?? null,
    targetOriginal: original?.target.value ?? null,
    due: terms?.due ?? null,
    dueEarly: terms?.dueEarly ?? null,
    yearOnly: terms?.yearOnly ?? false,
    slippageDays: original?.due && terms?.due ? days(original.due, terms.due) : null,
    status,
    reason: status === 'NOT_MEASURABLE' ? reason : null,
    statusEarly,
    readingSensitive: status !== statusEarly,
    created: last?.value ?? null,
    approximate: last?.approximate ?? false,
    dataDate: last?.day ?? null,
    evidence: last?.evidence ?? 'none',
    freshness: freshnessOf(last?.day ?? null, c.asOf, terms?.due ?? null),
    expected,
    expectedOn: expected && expectedDay,
    gap: last && expected && subtract(rational(last.value), expected),
    pace: last && paceOf(last.value, expected),
    projection: projected(c, terms, points, status),
  }
}

/** The first reason why no pace can be measured; null when one can (method, section 8, rule 2). */
function reasonOf(
  c: StandingCase,
  terms: Terms | null,
  observations: readonly Observation[],
): NotMeasurableReason | null {
  if (!terms) return 'TARGET_MISSING'
  if (terms.target.reason) return terms.target.reason
  if (c.measure === 'net_new_jobs' && !c.baseline && onlyHeadcounts(observations))
    return 'BASELINE_MISSING'
  if (c.start === null) return 'START_MISSING'
  return terms.due !== null && terms.due <= c.start ? 'DEADLINE_BEFORE_START' : null
}

function onlyHeadcounts(observations: readonly Observation[]): boolean {
  return observations.length > 0 && observations.every(({ kind }) => kind === 'headcount')
}

function judged(
  c: StandingCase,
  timeline: readonly Terms[],
  points: readonly CreatedPoint[],
  reason: NotMeasurableReason | null,
  reading: Reading,
): PaceStatus {
  const terms = timeline.at(-1)
  const last = points.at(-1)
  return paceStatus({
    lifecycle: c.lifecycle,
    reason,
    asOf: c.asOf,
    start: c.start,
    target: terms?.target.value ?? null,
    due: terms ? endOf(terms, c.start, reading) : null,
    points,
    expected: last ? expectedOn(timeline, c.start, last.day, reading) : null,
  })
}

const UNPROJECTED: readonly PaceStatus[] = ['INACTIVE', 'NOT_MEASURABLE', 'NO_DEADLINE']

function projected(
  c: StandingCase,
  terms: Terms | null,
  points: readonly CreatedPoint[],
  status: PaceStatus,
): Projection {
  const path = terms && pathPoints(terms, c.start)
  const end = path?.at(-1)
  if (!end || c.start === null || UNPROJECTED.includes(status)) return {}
  return projectionOf(points, { start: c.start, due: end.day, target: end.value })
}
