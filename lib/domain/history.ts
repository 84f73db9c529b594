import { BEGINNING } from './iso-date'
import { byRecording, isKnown, lastBy, latestKnown } from './known'
import type {
  AgreementEvent,
  AgreementHistory,
  Instant,
  IsoDate,
  Lifecycle,
  Measure,
  StandingCase,
} from './types'
import { LIFECYCLES } from './types'
import { knownVersions } from './versions'

function isLifecycle(kind: AgreementEvent['kind']): kind is Lifecycle {
  return LIFECYCLES.some((code) => code === kind)
}

/** The start S at knownAt: the project start recorded last, else the signature recorded last; null when neither is known or dated (method, section 3). */
export function startOf(history: AgreementHistory, knownAt: Instant | null): IsoDate | null {
  const dated = history.events.filter(({ on }) => on !== null)
  const latest = (kind: AgreementEvent['kind']) =>
    latestKnown(
      dated.filter((event) => event.kind === kind),
      knownAt,
    )
  return (latest('project_start') ?? latest('signature'))?.on ?? null
}

function byDay(a: AgreementEvent, b: AgreementEvent): number {
  const [dayA, dayB] = [a.on ?? BEGINNING, b.on ?? BEGINNING]
  return dayA === dayB ? byRecording(a, b) : dayA < dayB ? -1 : 1
}

/** The lifecycle at (asOf, knownAt): the latest event by then, one without a date from the beginning; in force when nothing says otherwise (method, section 8). */
export function lifecycleAt(
  history: AgreementHistory,
  asOf: IsoDate,
  knownAt: Instant | null,
): Lifecycle {
  const events = history.events.filter(
    (event) =>
      isLifecycle(event.kind) && isKnown(event, knownAt) && (event.on ?? BEGINNING) <= asOf,
  )
  const kind = lastBy(events, byDay)?.kind
  return kind && isLifecycle(kind) ? kind : 'in_force'
}

/** One commitment of an agreement as a case at (asOf, knownAt), on both clocks; null when no version of it was known, or the agreement itself was not (method, section 1). */
export function caseAt(
  history: AgreementHistory,
  measure: Measure,
  asOf: IsoDate,
  knownAt: Instant | null,
): StandingCase | null {
  const commitment = history.commitments.find((candidate) => candidate.measure === measure)
  if (!commitment || !isKnown(history, knownAt)) return null
  if (knownVersions({ versions: commitment.versions, knownAt }).length === 0) return null
  return {
    asOf,
    knownAt,
    lifecycle: lifecycleAt(history, asOf, knownAt),
    measure,
    scope: commitment.scope,
    currency: commitment.currency,
    start: startOf(history, knownAt),
    baseline: latestKnown(commitment.baselines, knownAt),
    versions: commitment.versions,
    observations: commitment.observations,
  }
}
