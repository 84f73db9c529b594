import { HOME_CURRENCY, minorDigits } from './money'
import { halfUpTo, multiply, rational, toNumber, truncateTo } from './rational'
import type {
  Evidence,
  Freshness,
  IsoDate,
  Measure,
  NotMeasurableReason,
  PaceStatus,
  Projection,
  ProjectionReason,
  Rational,
  Standing,
} from './types'

/** Section 7 as published: persons or whole units of money, rates per month. A member stands only where defined. */
export interface ProjectionJson {
  averagePerMonth?: number
  recentPerMonth?: number
  projectedCompletion?: IsoDate | null
  projectionReason?: ProjectionReason | null
  projectedAtDue?: number
  projectedAtDueRange?: [number, number]
  requiredPerMonth?: number
  stretch?: number
}

/** The standing of one commitment in one lane as published (method, section 11). */
export interface StandingJson extends ProjectionJson {
  target: number | null
  targetOriginal: number | null
  due: IsoDate | null
  dueEarly: IsoDate | null
  slippageDays: number | null
  status: PaceStatus
  reason: NotMeasurableReason | null
  statusEarly: PaceStatus
  readingSensitive: boolean
  created: number | null
  approximate: boolean
  dataDate: IsoDate | null
  evidence: Evidence
  freshness: Freshness
  progressPercent: number | null
  progressOfOriginalPercent: number | null
  expected: number | null
  expectedOn: IsoDate | null
  gap: number | null
  pace: number | null
}

/** 30.436875 days, the mean month (method, section 1). */
const DAYS_PER_MONTH = rational(30_436_875n, 1_000_000n)

/** A rate per day as a rate per mean month (method, section 1). */
export function perMonth(perDay: Rational): Rational {
  return multiply(perDay, DAYS_PER_MONTH)
}

/** What one stored unit is in published ones: 1 for persons, 1/100 for dirhams. */
function unitOf(measure: Measure, currency: string | null): Rational {
  const digits = measure === 'investment' ? minorDigits(currency ?? HOME_CURRENCY) : 0
  return rational(1n, 10n ** BigInt(digits))
}

function percentOf(part: bigint | null, whole: bigint | null): number | null {
  if (part === null || whole === null || whole <= 0n) return null
  return toNumber(rational(truncateTo(rational(part * 100n, whole), 1), 10n))
}

/** The projection as published: the double nearest to each exact number, rates per mean month (method, sections 7 and 11). */
export function projectionJson(
  projection: Projection,
  measure: Measure,
  currency: string | null,
): ProjectionJson {
  const unit = unitOf(measure, currency)
  const amount = (value: Rational) => toNumber(multiply(value, unit))
  const monthly = (perDay: Rational) => amount(perMonth(perDay))
  const { averagePerDay, recentPerDay, requiredPerDay, completion, stretch } = projection
  const { projectedAtDue, projectedAtDueRange: range } = projection
  return {
    ...(averagePerDay && { averagePerMonth: monthly(averagePerDay) }),
    ...(recentPerDay && { recentPerMonth: monthly(recentPerDay) }),
    ...(completion && {
      projectedCompletion: completion.on,
      projectionReason: completion.reason,
    }),
    ...(projectedAtDue && { projectedAtDue: amount(projectedAtDue) }),
    ...(range && { projectedAtDueRange: [amount(range.low), amount(range.high)] }),
    ...(requiredPerDay && { requiredPerMonth: monthly(requiredPerDay) }),
    ...(stretch && { stretch: toNumber(stretch) }),
  }
}

/** The standing as published: whole units of money or persons, percentages truncated to one decimal, expected half-up (method, section 11). */
export function standingJson(s: Standing, measure: Measure, currency: string | null): StandingJson {
  const unit = unitOf(measure, currency)
  const amount = (value: Rational) => toNumber(multiply(value, unit))
  const whole = (value: bigint | null) => (value === null ? null : amount(rational(value)))
  return {
    target: whole(s.target),
    targetOriginal: whole(s.targetOriginal),
    due: s.due,
    dueEarly: s.dueEarly,
    slippageDays: s.slippageDays,
    status: s.status,
    reason: s.reason,
    statusEarly: s.statusEarly,
    readingSensitive: s.readingSensitive,
    created: whole(s.created),
    approximate: s.approximate,
    dataDate: s.dataDate,
    evidence: s.evidence,
    freshness: s.freshness,
    progressPercent: percentOf(s.created, s.target),
    progressOfOriginalPercent: percentOf(s.created, s.targetOriginal),
    expected: s.expected && Number(halfUpTo(multiply(s.expected, unit), 0)),
    expectedOn: s.expectedOn,
    gap: s.gap && amount(s.gap),
    pace: s.pace && toNumber(s.pace),
    ...projectionJson(s.projection, measure, currency),
  }
}
