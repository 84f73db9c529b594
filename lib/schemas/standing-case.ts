import { isIsoDate } from '@/lib/domain/iso-date'
import { HOME_CURRENCY, parseMoney } from '@/lib/domain/money'
import type {
  Deadline,
  Instant,
  IsoDate,
  Observation,
  Preposition,
  Quantity,
  Recorded,
  StandingCase,
  Version,
} from '@/lib/domain/types'
import type { CommitmentBody, StandingBody, VersionBody } from './standing'

type Amount = (value: number) => bigint

function moneyIn(currency: string): Amount {
  return (value) => {
    const units = parseMoney(String(value), currency)
    if (units === null) throw new RangeError(`not an amount of ${currency}: ${value}`)
    return units
  }
}

function persons(value: number): bigint {
  return BigInt(value)
}

function instantOf(text: string | null | undefined): Instant | null {
  return text == null ? null : Date.parse(text)
}

function recordedOf(body: { recordedAt?: string | null; retractedAt?: string | null }): Recorded {
  return { recordedAt: instantOf(body.recordedAt), retractedAt: instantOf(body.retractedAt) }
}

/** The bounds that a comparator leaves open or closes (method, section 2). */
function quantityOf({ comparator, value, valueHigh }: VersionBody, amount: Amount): Quantity {
  if (comparator === 'missing' || value == null)
    return { comparator: 'missing', low: null, high: null, missing: 'not_stated' }
  const stated = amount(value)
  const known = { comparator, missing: null }
  if (comparator === 'le' || comparator === 'lt') return { ...known, low: 0n, high: stated }
  if (comparator === 'gt' || comparator === 'ge') return { ...known, low: stated, high: null }
  return { ...known, low: stated, high: valueHigh == null ? stated : amount(valueHigh) }
}

function deadlineOf(
  period: string | null | undefined,
  preposition: Preposition | null | undefined,
): Deadline | null {
  return period && preposition ? { period, preposition } : null
}

function versionOf(body: VersionBody, amount: Amount): Version {
  return {
    kind: body.kind,
    corrects: body.corrects ?? null,
    effectiveOn: body.effectiveOn ?? null,
    quantity: quantityOf(body, amount),
    deadline: deadlineOf(body.due, body.preposition),
    milestones: (body.milestones ?? []).map(({ due, preposition, value }) => ({
      deadline: { period: due, preposition },
      value: amount(value),
    })),
    ...recordedOf(body),
  }
}

function observationOf(
  {
    dataDate,
    kind,
    comparator,
    value,
    evidence,
    state,
    ...recording
  }: StandingBody['observations'][number],
  money: Amount,
): Observation {
  const amount = kind === 'invested_cumulative' ? money : persons
  const recorded = recordedOf(recording)
  return { dataDate, kind, comparator, value: amount(value), evidence, state, ...recorded }
}

function baselineOf(baseline: CommitmentBody['baseline']): StandingCase['baseline'] {
  if (baseline == null) return null
  if (typeof baseline === 'number') return { value: persons(baseline), comparator: 'eq' }
  return { value: persons(baseline.value), comparator: baseline.comparator }
}

/** A checked body as a case of the method: amounts in persons or minor units, instants in milliseconds; endOfDay says when a bare knownAt is over. */
export function toStandingCase(
  body: StandingBody,
  endOfDay: (day: IsoDate) => Instant,
): StandingCase {
  const { commitment, knownAt } = body
  const money = moneyIn(commitment.currency ?? HOME_CURRENCY)
  const amount = commitment.measure === 'investment' ? money : persons
  return {
    asOf: body.asOf,
    knownAt: knownAt && isIsoDate(knownAt) ? endOfDay(knownAt) : instantOf(knownAt),
    lifecycle: body.lifecycle,
    measure: commitment.measure,
    scope: commitment.scope,
    currency: commitment.currency ?? null,
    start: commitment.start ?? null,
    baseline: baselineOf(commitment.baseline),
    versions: commitment.versions.map((version) => versionOf(version, amount)),
    observations: body.observations.map((observation) => observationOf(observation, money)),
  }
}
