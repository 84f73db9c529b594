import { parseDeadline } from '@/lib/domain/literal'
import {
  type AgreementEvent,
  type AgreementHistory,
  type Baseline,
  COUNT_COMPARATORS,
  type CommitmentHistory,
  type CountComparator,
  type Deadline,
  type Evidence,
  type Observation,
  type ObservationKind,
  type Quantity,
  type Recorded,
  VERSION_KINDS,
  type Version,
  type VersionKind,
} from '@/lib/domain/types'
import type {
  LedgerAgreement,
  LedgerCommitment,
  LedgerEvent,
  LedgerFact,
  LedgerRelation,
} from './ledger'

function recordedOf({ recordedAt, retractedAt }: Recorded): Recorded {
  return { recordedAt, retractedAt }
}

/** The quantity of a fact as stated. */
export function toQuantity({ comparator, low, high, missing }: Quantity): Quantity {
  return { comparator, low, high, missing }
}

/** The deadline of a fact; the database holds the canonical literal. */
export function toDeadline(text: string | null): Deadline | null {
  if (text === null) return null
  const deadline = parseDeadline(text)
  if (!deadline.ok) throw new Error(`not a deadline in the ledger: ${text}`)
  return deadline.value
}

/** A fact that states a promise. */
export type VersionFact = LedgerFact & { kind: VersionKind }
/** A fact that counts something on a day. */
export type ObservationFact = LedgerFact & {
  on: string
  observation: ObservationKind
  evidence: Evidence
}

function isVersion(fact: LedgerFact): fact is VersionFact {
  return VERSION_KINDS.some((kind) => kind === fact.kind)
}

// The database holds an observation to a day, a kind and evidence.
function isObservation(fact: LedgerFact): fact is ObservationFact {
  return fact.kind === 'observation'
}

/** The versions of a commitment, numbered from 1 in this order (method, section 10). */
export function versionFacts(commitment: LedgerCommitment): VersionFact[] {
  return commitment.facts.filter(isVersion)
}

/** The reports of a commitment, in the order in which they were recorded. */
export function observationFacts(commitment: LedgerCommitment): ObservationFact[] {
  return commitment.facts.filter(isObservation)
}

function toVersion(fact: VersionFact): Version {
  return {
    ...recordedOf(fact),
    kind: fact.kind,
    corrects: fact.corrects,
    effectiveOn: fact.kind === 'amendment' ? fact.on : null,
    quantity: toQuantity(fact),
    deadline: toDeadline(fact.deadline),
    milestones: (fact.milestones ?? []).map(({ on, low }) => ({
      deadline: { preposition: 'by', period: on },
      value: low,
    })),
  }
}

function counted(fact: LedgerFact): { comparator: CountComparator; value: bigint } {
  const comparator = COUNT_COMPARATORS.find((known) => known === fact.comparator)
  if (!comparator || fact.low === null) throw new Error(`fact ${fact.id} counts nothing`)
  return { comparator, value: fact.low }
}

function toObservation(fact: ObservationFact): Observation {
  const { on, observation, evidence } = fact
  // Whatever stands in the ledger was accepted: what is not waits as a proposal.
  return {
    ...recordedOf(fact),
    ...counted(fact),
    dataDate: on,
    kind: observation,
    evidence,
    state: 'accepted',
  }
}

function toBaseline(fact: LedgerFact): Baseline {
  return { ...recordedOf(fact), ...counted(fact) }
}

function toCommitment(commitment: LedgerCommitment): CommitmentHistory {
  const { measure, scope, currency, facts } = commitment
  return {
    measure,
    scope,
    currency,
    versions: versionFacts(commitment).map(toVersion),
    baselines: facts.filter(({ kind }) => kind === 'baseline').map(toBaseline),
    observations: observationFacts(commitment).map(toObservation),
  }
}

function toEvent(event: LedgerEvent): AgreementEvent {
  return { ...recordedOf(event), kind: event.kind, on: event.on }
}

function toRelation(relation: LedgerRelation) {
  return { ...recordedOf(relation), kind: relation.kind, to: relation.to }
}

/** An agreement as the method reads it. */
export function toHistory(agreement: LedgerAgreement): AgreementHistory {
  return {
    reference: agreement.reference,
    ...recordedOf(agreement),
    events: agreement.events.map(toEvent),
    relations: agreement.relations.map(toRelation),
    commitments: agreement.commitments.map(toCommitment),
  }
}
