import { parseDeadline } from '@/lib/domain/literal'
import {
  type AgreementEvent,
  type AgreementHistory,
  type Baseline,
  COUNT_COMPARATORS,
  type CommitmentHistory,
  type CountComparator,
  type Deadline,
  type Observation,
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

function versionKind(fact: LedgerFact): VersionKind | undefined {
  return VERSION_KINDS.find((kind) => kind === fact.kind)
}

/** The versions of a commitment, numbered from 1 in this order (method, section 10). */
export function versionFacts(commitment: LedgerCommitment): LedgerFact[] {
  return commitment.facts.filter((fact) => versionKind(fact) !== undefined)
}

function toVersion(fact: LedgerFact): Version {
  return {
    ...recordedOf(fact),
    kind: versionKind(fact) ?? 'original',
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

function toObservation(fact: LedgerFact): Observation {
  const { on, observation, evidence } = fact
  if (!on || !observation || !evidence) throw new Error(`fact ${fact.id} is no observation`)
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
    observations: facts.filter(({ kind }) => kind === 'observation').map(toObservation),
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
