import type { MilestoneEntry, RelationEntry, SignatoryEntry } from '@/lib/domain/literal-lists'
import type {
  AgreementType,
  Binding,
  EventKind,
  Evidence,
  FactKind,
  JobScope,
  Measure,
  ObservationKind,
  Quantity,
  Region,
  Sector,
  SignedBasis,
} from '@/lib/domain/types'
import type { ChangeDraft } from './changes'
import type { Citation } from './sources'

/** What an agreement is, apart from what it promises: edited in place. */
export interface Description {
  title: string
  type: AgreementType
  binding: Binding
  sector: Sector
  region: Region
  place: string | null
  summary: string | null
  signedBasis: SignedBasis | null
  notes: string | null
  company: string
  otherCompanies: string[]
  governmentParties: string[]
  signatories: SignatoryEntry[]
  mainSource: Citation
  otherSources: string[]
}

/** Scope and currency of the commitment of one measure. */
export interface CommitmentTerms {
  measure: Measure
  scope: JobScope
  currency: string | null
}

/** A statement to append. Amounts in persons or minor units. */
export interface NewFact {
  measure: Measure
  kind: FactKind
  observation: ObservationKind | null
  on: string | null
  onText: string | null
  quantity: Quantity
  /** Canonical literal. */
  deadline: string | null
  milestones: MilestoneEntry[]
  evidence: Evidence | null
  corrects: number | null
  source: Citation | null
  asStated: string | null
  deadlineAsStated: string | null
  perimeter: string | null
  note: string | null
}

/** An event to append. */
export interface NewEvent {
  kind: EventKind
  on: string | null
  onText: string | null
  source: Citation | null
  asStated: string | null
  reason: string | null
}

/** A relation to append, at its place in the agreement's list. */
export interface NewRelation extends RelationEntry {
  position: number
}

/** One accepted write about one agreement: becomes one Change. */
export interface AgreementRecord {
  change: ChangeDraft
  reference: string
  create: boolean
  /** The agreement itself is taken back: it was created by what is undone. */
  takenBack?: boolean
  /** The account that looks after it from now on, null for none; absent: whoever does goes on. */
  owner?: string | null
  /** The whole description, when it is new or any of it changes. */
  description: Description | null
  commitments: CommitmentTerms[]
  facts: NewFact[]
  retractFacts: number[]
  events: NewEvent[]
  retractEvents: number[]
  relations: NewRelation[]
  retractRelations: { kind: string; to: string }[]
}
