import { classify } from './classify'
import type { LeftOut } from './counting'
import { caseAt, lifecycleAt, startOf } from './history'
import { pathOn, pieceAt } from './path'
import { standingOf } from './standing'
import { type ProjectionJson, projectionJson } from './standing-json'
import type {
  AgreementHistory,
  Bucket,
  Evidence,
  Freshness,
  Instant,
  IsoDate,
  Lane,
  Lifecycle,
  Measure,
  NotMeasurableReason,
  PaceStatus,
  PathPiece,
  Quantity,
  Rational,
  StandingCase,
} from './types'
import { type Promised, promiseAt } from './versions'

/** What one commitment says on a day in one lane, by itself. Amounts in persons or minor units. */
export interface CommitmentState {
  /** Null, with every amount below, when the agreement promises nothing in this measure. */
  status: PaceStatus | null
  statusEarly: PaceStatus | null
  reason: NotMeasurableReason | null
  freshness: Freshness
  evidence: Evidence
  quantity: Quantity | null
  currency: string | null
  target: bigint | null
  original: bigint | null
  due: IsoDate | null
  dueEarly: IsoDate | null
  yearOnly: boolean
  slippageDays: number | null
  created: bigint | null
  approximate: boolean
  dataDate: IsoDate | null
  /** e(d_r), only with a report and a path. */
  expected: Rational | null
  /** The straight piece of the path that gives e(asOf) on every day of the stretch. */
  piece: PathPiece | null
  projectedAtDue: Rational | null
  projection: ProjectionJson | null
}

/** How the portfolio counts one agreement on a day, in one measure and lane. */
export interface Membership {
  start: IsoDate | null
  lifecycle: Lifecycle
  /** In U_all before filters. */
  member: boolean
  /** In U. */
  live: boolean
  /** In R. */
  reporting: boolean
  /** Where T goes in the funnel; null without a T and outside U_all. */
  bucket: Bucket | null
  leftOut: string | null
  /** Reference of the agreement whose T won an overlap against this one. */
  leftOutFor: string | null
}

/** The two together; a stored row holds them side by side. */
export interface StandingState {
  said: CommitmentState
  counted: Membership
}

/** The agreements that the counting rules leave out, by reference. */
export type Dropped = ReadonlyMap<string, LeftOut>

const NO_COMMITMENT: CommitmentState = {
  status: null,
  statusEarly: null,
  reason: null,
  freshness: 'NONE',
  evidence: 'none',
  quantity: null,
  currency: null,
  target: null,
  original: null,
  due: null,
  dueEarly: null,
  yearOnly: false,
  slippageDays: null,
  created: null,
  approximate: false,
  dataDate: null,
  expected: null,
  piece: null,
  projectedAtDue: null,
  projection: null,
}

function commitmentState(c: StandingCase, promised: Promised, lane: Lane): CommitmentState {
  const s = standingOf(c, promised, lane)
  const path = pathOn(promised.timeline, c.start, c.asOf)
  return {
    status: s.status,
    statusEarly: s.statusEarly,
    reason: s.reason,
    freshness: s.freshness,
    evidence: s.evidence,
    quantity: s.quantity,
    currency: c.currency,
    target: s.target,
    original: s.targetOriginal,
    due: s.due,
    dueEarly: s.dueEarly,
    yearOnly: s.yearOnly,
    slippageDays: s.slippageDays,
    created: s.created,
    approximate: s.approximate,
    dataDate: s.dataDate,
    expected: s.created === null ? null : s.expected,
    piece: path && pieceAt(path, c.asOf),
    projectedAtDue: s.projection.projectedAtDue ?? null,
    projection: projectionJson(s.projection, c.measure, c.currency),
  }
}

/** What holds of one agreement on one day at knownAt in each lane, given what the counting rules leave out then (method, sections 8 and 9). */
export function statesOn(
  history: AgreementHistory,
  measure: Measure,
  day: IsoDate,
  knownAt: Instant | null,
  dropped: Dropped,
): Record<Lane, StandingState> {
  const c = caseAt(history, measure, day, knownAt)
  const promised = c && promiseAt(c)
  const lifecycle = c?.lifecycle ?? lifecycleAt(history, day, knownAt)
  const start = c ? c.start : startOf(history, knownAt)
  const left = dropped.get(history.reference)
  const stateIn = (lane: Lane) =>
    counted(c && promised ? commitmentState(c, promised, lane) : NO_COMMITMENT, {
      lifecycle,
      start,
      left,
      day,
    })
  return { reported: stateIn('reported'), verified: stateIn('verified') }
}

interface Circumstances {
  lifecycle: Lifecycle
  start: IsoDate | null
  left: LeftOut | undefined
  day: IsoDate
}

function counted(said: CommitmentState, { lifecycle, start, left, day }: Circumstances) {
  const member = start !== null && start <= day && !left
  const { status, freshness, target, created } = said
  const { live, reporting, bucket } = classify({ status, freshness, target, created, lifecycle })
  const membership: Membership = {
    start,
    lifecycle,
    member,
    live: member && live,
    reporting: member && reporting,
    bucket: member ? bucket : null,
    leftOut: left?.reason ?? null,
    leftOutFor: left?.winner ?? null,
  }
  return { said, counted: membership }
}
