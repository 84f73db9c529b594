import { countingBreakpoints, standingBreakpoints } from './breakpoints'
import { type CountingMember, countingRules } from './counting'
import { caseAt, lifecycleAt, startOf } from './history'
import { END } from './iso-date'
import { isKnown } from './known'
import { sameContent } from './same-content'
import {
  type CommitmentState,
  type Dropped,
  type Membership,
  type StandingState,
  statesOn,
} from './standing-state'
import type { AgreementHistory, Instant, IsoDate, Lane, Measure } from './types'
import { LANES, MEASURES } from './types'
import { promiseAt } from './versions'

/** The standing of one agreement in one measure and lane from validFrom until the day before validTo. */
export interface StandingRow extends CommitmentState, Membership {
  agreement: string
  measure: Measure
  lane: Lane
  validFrom: IsoDate
  validTo: IsoDate
}

function countingMember(
  history: AgreementHistory,
  measure: Measure,
  day: IsoDate,
  knownAt: Instant | null,
): CountingMember {
  const c = caseAt(history, measure, day, knownAt)
  const promised = c && promiseAt(c)
  const terms = promised?.timeline.at(-1)
  return {
    reference: history.reference,
    start: startOf(history, knownAt),
    lifecycle: lifecycleAt(history, day, knownAt),
    quantity: terms?.quantity ?? null,
    target: terms?.target.value ?? null,
    originalTarget: promised?.original?.target.value ?? null,
    relations: history.relations.filter((relation) => isKnown(relation, knownAt)),
  }
}

/** What the counting rules leave out among related agreements on a day, for one measure (method, section 9). */
export function droppedOn(
  component: readonly AgreementHistory[],
  measure: Measure,
  day: IsoDate,
  knownAt: Instant | null,
): Dropped {
  const known = component.filter((history) => isKnown(history, knownAt))
  const members = known.map((history) => countingMember(history, measure, day, knownAt))
  return countingRules(members, measure, day)
}

interface CountedStretch {
  from: IsoDate
  dropped: Dropped
}

function countedStretches(
  component: readonly AgreementHistory[],
  measure: Measure,
  knownAt: Instant | null,
): CountedStretch[] {
  return countingBreakpoints(component, measure, knownAt).map((from) => ({
    from,
    dropped: droppedOn(component, measure, from, knownAt),
  }))
}

const NOTHING_DROPPED: Dropped = new Map()

function laneRows(
  history: AgreementHistory,
  measure: Measure,
  lane: Lane,
  states: readonly { day: IsoDate; state: StandingState }[],
): StandingRow[] {
  const changes = states.filter(({ state }, index) => !sameContent(state, states[index - 1]?.state))
  return changes.map(({ day, state }, index) => ({
    agreement: history.reference,
    measure,
    lane,
    validFrom: day,
    validTo: changes[index + 1]?.day ?? END,
    ...state.said,
    ...state.counted,
  }))
}

function rowsOf(
  history: AgreementHistory,
  measure: Measure,
  knownAt: Instant | null,
  stretches: readonly CountedStretch[],
): StandingRow[] {
  const start = startOf(history, knownAt)
  const own = standingBreakpoints(history, measure, knownAt)
  const all = [...new Set([...own, ...stretches.map(({ from }) => from)])].sort()
  const days = all
    .filter((day) => start === null || day >= start)
    .map((day) => ({
      day,
      dropped: stretches.findLast(({ from }) => from <= day)?.dropped ?? NOTHING_DROPPED,
    }))
  const states = days.map(({ day, dropped }) => ({
    day,
    state: statesOn(history, measure, day, knownAt, dropped),
  }))
  return LANES.flatMap((lane) =>
    laneRows(
      history,
      measure,
      lane,
      states.map(({ day, state }) => ({ day, state: state[lane] })),
    ),
  )
}

/** The standings of related agreements at knownAt as stretches of days on which nothing changes: for each agreement, measure and lane they follow each other from its start (from the beginning without one) to the end of days. An agreement not known by then has none. */
export function standingRows(
  component: readonly AgreementHistory[],
  knownAt: Instant | null,
): StandingRow[] {
  const known = component.filter((history) => isKnown(history, knownAt))
  return MEASURES.flatMap((measure) => {
    const stretches = known.length > 1 ? countedStretches(known, measure, knownAt) : []
    return known.flatMap((history) => rowsOf(history, measure, knownAt, stretches))
  })
}
