/** The field's vocabulary. Codes are stable; labels live in lib/messages; each tuple is mirrored by a CHECK in the database. */

export const AGREEMENT_TYPES = [
  'announcement',
  'letter_of_intent',
  'mou',
  'protocol',
  'framework',
  'investment_agreement',
  'contract',
  'package',
  'other',
] as const
export type AgreementType = (typeof AGREEMENT_TYPES)[number]

export const BINDINGS = ['binding', 'non_binding', 'mixed', 'unknown'] as const
export type Binding = (typeof BINDINGS)[number]

export const MEASURES = [
  'net_new_jobs',
  'headcount_level',
  'gross_hires',
  'jobs_retained',
  'investment',
] as const
export type Measure = (typeof MEASURES)[number]

export const JOB_SCOPES = ['direct', 'indirect', 'induced', 'mixed', 'unspecified'] as const
export type JobScope = (typeof JOB_SCOPES)[number]

export const COMPARATORS = ['eq', 'gt', 'ge', 'lt', 'le', 'approx', 'range', 'missing'] as const
export type Comparator = (typeof COMPARATORS)[number]

/** How exactly a counted value or a baseline was stated. */
export const COUNT_COMPARATORS = ['eq', 'gt', 'ge', 'approx'] as const
export type CountComparator = (typeof COUNT_COMPARATORS)[number]

export const MISSING_REASONS = [
  'not_stated',
  'not_found',
  'withheld',
  'not_applicable',
  'conflicting',
  'pending',
] as const
export type MissingReason = (typeof MISSING_REASONS)[number]

export const OBSERVATION_KINDS = [
  'headcount',
  'created_cumulative',
  'hires_cumulative',
  'invested_cumulative',
] as const
export type ObservationKind = (typeof OBSERVATION_KINDS)[number]

/** In rising order of strength. */
export const EVIDENCES = ['none', 'self_reported', 'documented', 'verified', 'audited'] as const
export type Evidence = (typeof EVIDENCES)[number]

export const OBSERVATION_STATES = ['submitted', 'returned', 'accepted'] as const
export type ObservationState = (typeof OBSERVATION_STATES)[number]

export const LIFECYCLES = [
  'announced',
  'signed',
  'in_force',
  'suspended',
  'completed',
  'terminated',
  'superseded',
  'withdrawn',
] as const
export type Lifecycle = (typeof LIFECYCLES)[number]

/** What can happen to an agreement on a day: a lifecycle step, its start, or an annotation beside a status. */
export const EVENT_KINDS = [...LIFECYCLES, 'signature', 'project_start', 'annotation'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const SIDES = ['government', 'company', 'other'] as const
export type Side = (typeof SIDES)[number]

export const CAPACITIES = ['signed', 'initialled', 'present', 'presided', 'announced'] as const
export type Capacity = (typeof CAPACITIES)[number]

export const RELATION_KINDS = [
  'supersedes',
  'implements',
  'part_of',
  'overlaps',
  'same_money',
  'duplicate_of',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

export const SOURCE_KINDS = [
  'signed_document',
  'official_release',
  'company_release',
  'news_agency',
  'news',
  'dataset',
  'interview',
] as const

export const ROLES = ['viewer', 'editor', 'reviewer', 'admin', 'auditor'] as const
export type Role = (typeof ROLES)[number]

export const PACE_STATUSES = [
  'AHEAD',
  'ON_TRACK',
  'AT_RISK',
  'BEHIND',
  'REVERSED',
  'MET',
  'MET_LATE',
  'SLIPPED',
  'MISSED',
  'DUE_UNREPORTED',
  'TOO_EARLY',
  'NO_REPORT',
  'OUT_OF_DATE',
  'NOT_MEASURABLE',
  'NO_DEADLINE',
  'INACTIVE',
] as const
export type PaceStatus = (typeof PACE_STATUSES)[number]

/** Why a status is NOT_MEASURABLE; the first that applies. */
export const NOT_MEASURABLE_REASONS = [
  'TARGET_MISSING',
  'TARGET_IS_CEILING',
  'MEASURE_NOT_TRACKED',
  'SCOPE_MIXED',
  'BASELINE_MISSING',
  'TARGET_NOT_POSITIVE',
  'START_MISSING',
  'DEADLINE_BEFORE_START',
] as const
export type NotMeasurableReason = (typeof NOT_MEASURABLE_REASONS)[number]

export const PROJECTION_REASONS = ['NO_GROWTH', 'BEYOND_30_YEARS'] as const
export type ProjectionReason = (typeof PROJECTION_REASONS)[number]

export const FRESHNESSES = ['FRESH', 'AGEING', 'STALE', 'LAPSED', 'NONE'] as const
export type Freshness = (typeof FRESHNESSES)[number]

export const LANES = ['reported', 'verified'] as const
export type Lane = (typeof LANES)[number]

export const SECTORS = [
  'it_services',
  'outsourcing',
  'engineering_services',
  'automotive',
  'batteries',
  'aeronautics',
  'rail',
  'textile',
  'agri_food',
  'pharma',
  'mining_chemicals',
  'energy_water',
  'green_hydrogen',
  'wind_energy',
  'data_centres',
  'telecoms',
  'cybersecurity',
  'mixed_industry',
  'other',
] as const
export type Sector = (typeof SECTORS)[number]

/** ISO 3166-2:MA, and two codes for what no source assigns to one region. */
export const REGIONS = [
  'MA',
  'MULTI',
  'MA-01',
  'MA-02',
  'MA-03',
  'MA-04',
  'MA-05',
  'MA-06',
  'MA-07',
  'MA-08',
  'MA-09',
  'MA-10',
  'MA-11',
  'MA-12',
] as const
export type Region = (typeof REGIONS)[number]

/** The region of what holds for the whole country. */
export const NATIONAL: Region = 'MA'

export const PROPOSAL_STATES = ['draft', 'submitted', 'returned', 'accepted', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** What can be proposed about an agreement: itself, an edit of it, a report, an amendment or correction, an event, or taking a statement back. */
export const AGREEMENT_PROPOSALS = [
  'agreement',
  'edit',
  'report',
  'amendment',
  'event',
  'retraction',
] as const
export type AgreementProposal = (typeof AGREEMENT_PROPOSALS)[number]

/** What stands beside the agreements, and is proposed by files: a national target, or a reference rate. */
export const APART_PROPOSALS = ['target', 'rate'] as const
export type ApartProposal = (typeof APART_PROPOSALS)[number]

export const PROPOSAL_KINDS = [...AGREEMENT_PROPOSALS, ...APART_PROPOSALS] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

/** Whether what a proposal is about stands beside the agreements. */
export function isApart(kind: ProposalKind): kind is ApartProposal {
  return APART_PROPOSALS.some((one) => one === kind)
}

/** What a retraction takes back. */
export const RETRACTABLES = ['fact', 'event', 'relation'] as const

/** What has a page of its own, as its addresses begin. */
export const RECORD_KINDS = ['agreements', 'companies', 'signatories', 'targets', 'r'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

export const PARTY_ROLES = ['company', 'other_company', 'government'] as const

/** A company (or a group of unnamed ones), or a public body. */
export const ORGANISATION_KINDS = ['company', 'government'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const SIGNED_BASES = ['stated', 'derived_from_page_date', 'announcement'] as const
export type SignedBasis = (typeof SIGNED_BASES)[number]

export const VERSION_KINDS = ['original', 'amendment', 'correction'] as const
export type VersionKind = (typeof VERSION_KINDS)[number]

export const FACT_KINDS = [...VERSION_KINDS, 'baseline', 'observation', 'claim'] as const
export type FactKind = (typeof FACT_KINDS)[number]

export const PREPOSITIONS = ['by', 'before', 'in', 'end_of'] as const
export type Preposition = (typeof PREPOSITIONS)[number]

export const VERDICTS = [
  'NOTHING_DUE',
  'CANNOT_SAY',
  'KEPT',
  'ON_COURSE',
  'AT_RISK',
  'OFF_COURSE',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** Where the promise of one member of the portfolio goes, the first that fits (semantics section 9, funnel). */
export const BUCKETS = ['terminated', 'notMeasurable', 'notReporting', 'reporting'] as const
export type Bucket = (typeof BUCKETS)[number]

/** A calendar day `YYYY-MM-DD`, zone Africa/Casablanca; never a Date. Strings of this form compare as days do. */
export type IsoDate = string

/** Milliseconds since the epoch; orders what was recorded. */
export type Instant = number

/** A quantity as stated, in persons or in minor units of the commitment's currency (semantics section 2). */
export interface Quantity {
  comparator: Comparator
  low: bigint | null
  high: bigint | null
  missing: MissingReason | null
}

/** A deadline as stated: a preposition and a period of any precision (semantics section 3). */
export interface Deadline {
  preposition: Preposition
  period: string
}

/** An intermediate promise: a cumulative value by its own deadline. */
export interface Milestone {
  deadline: Deadline
  value: bigint
}

/** When a statement was recorded and, if ever, retracted; null = always known, never retracted. */
export interface Recorded {
  recordedAt: Instant | null
  retractedAt: Instant | null
}

/** One whole statement of the promise; nothing is inherited from an earlier one (semantics section 10). */
export interface Version extends Recorded {
  kind: VersionKind
  /** Number (from 1, as listed) of the original or amendment whose content a correction replaces. */
  corrects: number | null
  /** From which day an amendment holds; null on an original and a correction. */
  effectiveOn: IsoDate | null
  quantity: Quantity
  deadline: Deadline | null
  milestones: Milestone[]
}

export interface Baseline extends Recorded {
  value: bigint
  comparator: CountComparator
}

export interface Observation extends Recorded {
  dataDate: IsoDate
  kind: ObservationKind
  comparator: CountComparator
  value: bigint
  evidence: Evidence
  state: ObservationState
}

/** One promise in one measure, with everything ever said about it. */
export interface CommitmentHistory {
  measure: Measure
  scope: JobScope
  currency: string | null
  versions: Version[]
  /** Latest recorded that is known counts; normally one. */
  baselines: Baseline[]
  observations: Observation[]
}

export interface AgreementEvent extends Recorded {
  kind: EventKind
  /** Null = not dated: valid from the beginning. An imprecise day is already the last of its period. */
  on: IsoDate | null
}

export interface RelationFact extends Recorded {
  kind: RelationKind
  to: string
}

/** One agreement on both clocks: what the ledger holds of it (semantics section 1). */
export interface AgreementHistory extends Recorded {
  reference: string
  events: AgreementEvent[]
  relations: RelationFact[]
  commitments: CommitmentHistory[]
}

/** The input of one standing: baseline, start and lifecycle already resolved for (asOf, knownAt). */
export interface StandingCase {
  asOf: IsoDate
  /** Versions and observations recorded later, or retracted by then, are ignored; null = everything known. */
  knownAt: Instant | null
  lifecycle: Lifecycle
  measure: Measure
  scope: JobScope
  currency: string | null
  start: IsoDate | null
  baseline: { value: bigint; comparator: CountComparator } | null
  versions: Version[]
  observations: Observation[]
}

/** An exact fraction in lowest terms, den > 0. */
export interface Rational {
  num: bigint
  den: bigint
}

/** One straight piece of the path: e(d) = fromValue + (toValue − fromValue) × days(fromDay, d) / days(fromDay, toDay). */
export interface PathPiece {
  fromDay: IsoDate
  fromValue: bigint
  toDay: IsoDate
  toValue: bigint
}

/** Section 7, present only where defined. Rates per day and values in the commitment's own unit (persons, minor units). */
export interface Projection {
  averagePerDay?: Rational
  recentPerDay?: Rational
  requiredPerDay?: Rational
  /** completion and its reason stand together: exactly one is null. Absent when c ≥ T. */
  completion?: { on: IsoDate | null; reason: ProjectionReason | null }
  projectedAtDue?: Rational
  projectedAtDueRange?: { low: Rational; high: Rational }
  stretch?: Rational
}

/** The standing of one commitment in one lane at one (asOf, knownAt): semantics sections 3 to 8, exact. */
export interface Standing {
  /** The quantity in force at asOf as stated, before the measure turns it into T; null without a known version. */
  quantity: Quantity | null
  target: bigint | null
  targetOriginal: bigint | null
  due: IsoDate | null
  dueEarly: IsoDate | null
  /** The deadline in force has year precision only. */
  yearOnly: boolean
  slippageDays: number | null
  status: PaceStatus
  reason: NotMeasurableReason | null
  statusEarly: PaceStatus
  readingSensitive: boolean
  created: bigint | null
  approximate: boolean
  dataDate: IsoDate | null
  evidence: Evidence
  freshness: Freshness
  /** e(d_r) with an observation, e(asOf) without one; null where no path exists. */
  expected: Rational | null
  expectedOn: IsoDate | null
  gap: Rational | null
  pace: Rational | null
  projection: Projection
}

/** The types of file that an uploaded source can have. */
export const ATTACHMENT_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number]
