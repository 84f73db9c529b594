import { dueEarlyOf, dueOf } from './deadline'
import { startOf } from './history'
import { addDays, BEGINNING, days, END } from './iso-date'
import { isKnown } from './known'
import { FRESHNESS_STEPS, minDays } from './status'
import type { AgreementHistory, Instant, IsoDate, Measure, Version } from './types'

// The last writable day also stands for every later one.
function daysAfter(day: IsoDate, count: number): IsoDate {
  return days(day, END) <= count ? END : addDays(day, count)
}

function sorted(breakpoints: Iterable<IsoDate>): IsoDate[] {
  return [...new Set(breakpoints)].filter((day) => day < END).sort()
}

function knownOf(history: AgreementHistory, measure: Measure, knownAt: Instant | null) {
  const commitment = history.commitments.find((candidate) => candidate.measure === measure)
  const versions = commitment?.versions.filter((version) => isKnown(version, knownAt)) ?? []
  const observations = commitment?.observations.filter((item) => isKnown(item, knownAt)) ?? []
  return { versions, observations }
}

function eventDays(history: AgreementHistory, knownAt: Instant | null): IsoDate[] {
  return history.events.filter((event) => isKnown(event, knownAt)).map(({ on }) => on ?? BEGINNING)
}

function amendmentDays(versions: readonly Version[]): IsoDate[] {
  return versions.map(({ effectiveOn }) => effectiveOn ?? BEGINNING)
}

function deadlineDays({ deadline, milestones }: Version, start: IsoDate | null): IsoDate[] {
  const ends = deadline ? [dueOf(deadline), dueEarlyOf(deadline)] : []
  const bends = [...ends, ...milestones.map((milestone) => dueOf(milestone.deadline))]
  const tooEarlyUntil = start ? ends.map((end) => daysAfter(start, minDays(start, end))) : []
  return [...bends.map((day) => daysAfter(day, 1)), ...tooEarlyUntil]
}

/** Every day, in order, on which the standing of one commitment may change while knownAt stands still (method, sections 3 to 8). */
export function standingBreakpoints(
  history: AgreementHistory,
  measure: Measure,
  knownAt: Instant | null,
): IsoDate[] {
  const start = startOf(history, knownAt)
  const { versions, observations } = knownOf(history, measure, knownAt)
  return sorted([
    start ?? BEGINNING,
    ...eventDays(history, knownAt),
    ...amendmentDays(versions),
    ...versions.flatMap((version) => deadlineDays(version, start)),
    ...observations.flatMap(({ dataDate }) =>
      [0, ...FRESHNESS_STEPS].map((age) => daysAfter(dataDate, age)),
    ),
  ])
}

/** Every day, in order, on which the counting rules may decide differently among related agreements (method, section 9). */
export function countingBreakpoints(
  component: readonly AgreementHistory[],
  measure: Measure,
  knownAt: Instant | null,
): IsoDate[] {
  return sorted([
    BEGINNING,
    ...component.flatMap((history) => [
      startOf(history, knownAt) ?? BEGINNING,
      ...eventDays(history, knownAt),
      ...amendmentDays(knownOf(history, measure, knownAt).versions),
    ]),
  ])
}
