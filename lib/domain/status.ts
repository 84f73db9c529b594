import type { CreatedPoint } from './created'
import { addDays, days, earlier } from './iso-date'
import { compare, divide, rational } from './rational'
import { REPORT_DUE_DAYS } from './report-due'
import type {
  Freshness,
  IsoDate,
  Lifecycle,
  NotMeasurableReason,
  PaceStatus,
  Rational,
} from './types'

const INACTIVE: readonly Lifecycle[] = ['terminated', 'superseded', 'suspended', 'withdrawn']

const FRESH_DAYS = REPORT_DUE_DAYS
const AGEING_DAYS = 365
const STALE_DAYS = 730
/** Ages in days at which a report first counts as AGEING, STALE and LAPSED. */
export const FRESHNESS_STEPS = [FRESH_DAYS + 1, AGEING_DAYS + 1, STALE_DAYS + 1] as const

const MISSED_WINDOW_DAYS = 92
const LEAST_DAYS = 90

const AHEAD = rational(110n, 100n)
const ON_TRACK = rational(95n, 100n)
const AT_RISK = rational(60n, 100n)

/** What the pace status of one reading in one lane is decided from. */
export interface PaceFacts {
  lifecycle: Lifecycle
  reason: NotMeasurableReason | null
  asOf: IsoDate
  start: IsoDate | null
  target: bigint | null
  due: IsoDate | null
  points: readonly CreatedPoint[]
  /** e(d_r) on the path of this reading. */
  expected: Rational | null
}

/** Days from the start before which a pace says nothing (method, section 8, rule 5). */
export function minDays(start: IsoDate, due: IsoDate): number {
  return Math.max(LEAST_DAYS, Math.ceil(days(start, due) / 10))
}

/** The age class of a report at min(asOf, due) (method, section 8). */
export function freshnessOf(
  dataDate: IsoDate | null,
  asOf: IsoDate,
  due: IsoDate | null,
): Freshness {
  if (dataDate === null) return 'NONE'
  const age = days(dataDate, due === null ? asOf : earlier(asOf, due))
  if (age <= FRESH_DAYS) return 'FRESH'
  if (age <= AGEING_DAYS) return 'AGEING'
  return age <= STALE_DAYS ? 'STALE' : 'LAPSED'
}

/** c / e(d_r), exact; null where e is 0 or absent (method, section 6). */
export function paceOf(created: bigint, expected: Rational | null): Rational | null {
  return expected && expected.num !== 0n ? divide(rational(created), expected) : null
}

/** The pace status: the first rule that matches wins (method, section 8). */
export function paceStatus(facts: PaceFacts): PaceStatus {
  const { start, target, due } = facts
  if (INACTIVE.includes(facts.lifecycle)) return 'INACTIVE'
  if (facts.reason || target === null || start === null) return 'NOT_MEASURABLE'
  if (due === null) return 'NO_DEADLINE'
  return metStatus(facts, target, due) ?? lateStatus(facts, due) ?? runningStatus(facts, start, due)
}

function metStatus({ points }: PaceFacts, target: bigint, due: IsoDate): PaceStatus | null {
  const first = points.find(({ value }) => value >= target)
  const last = points.at(-1)
  if (!first || !last) return null
  if (last.value < target) return 'SLIPPED'
  return first.day <= due ? 'MET' : 'MET_LATE'
}

function lateStatus({ asOf, points }: PaceFacts, due: IsoDate): PaceStatus | null {
  if (asOf <= due) return null
  const last = points.at(-1)
  return last && last.day >= addDays(due, -MISSED_WINDOW_DAYS) ? 'MISSED' : 'DUE_UNREPORTED'
}

function runningStatus(facts: PaceFacts, start: IsoDate, due: IsoDate): PaceStatus {
  const least = minDays(start, due)
  const last = facts.points.at(-1)
  if (days(start, facts.asOf) < least) return 'TOO_EARLY'
  if (!last) return 'NO_REPORT'
  if (days(start, last.day) < least) return 'TOO_EARLY'
  const freshness = freshnessOf(last.day, facts.asOf, due)
  if (freshness === 'STALE' || freshness === 'LAPSED') return 'OUT_OF_DATE'
  if (last.value < 0n) return 'REVERSED'
  return bandOf(paceOf(last.value, facts.expected))
}

function bandOf(pace: Rational | null): PaceStatus {
  if (!pace || compare(pace, AT_RISK) < 0) return 'BEHIND'
  if (compare(pace, ON_TRACK) < 0) return 'AT_RISK'
  return compare(pace, AHEAD) < 0 ? 'ON_TRACK' : 'AHEAD'
}
