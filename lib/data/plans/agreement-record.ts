import type { LedgerAgreement } from '@/lib/data/ledger'
import type {
  AgreementRecord,
  CommitmentTerms,
  Description,
  NewEvent,
  NewFact,
} from '@/lib/data/record'
import type { Citation } from '@/lib/data/sources'
import { lastOfPeriod } from '@/lib/domain/deadline'
import { printDeadline } from '@/lib/domain/literal'
import type { Measure, Quantity, VersionKind } from '@/lib/domain/types'
import type { AgreementRow } from '@/lib/schemas/import'
import {
  baselinesOf,
  jobsCommitment,
  lifecycleEvents,
  liveRelations,
  moneyCommitment,
  originalNumber,
  originalOf,
  signatureOf,
} from './agreement-cells'

/** Columns that differ from the ledger, by name. */
type Changed = ReadonlySet<string>

type Body = Omit<AgreementRecord, 'change'>

function mainSource(row: AgreementRow): Citation {
  return {
    url: row.source_url,
    attachment: row.source_attachment,
    publisher: row.source_publisher,
    publishedOn: row.source_date,
    language: row.source_language,
  }
}

/** What an agreement's row says of it apart from its promises. */
export function descriptionOf(row: AgreementRow): Description {
  return {
    title: row.title,
    type: row.type,
    binding: row.binding,
    sector: row.sector,
    region: row.region,
    place: row.place,
    summary: row.summary,
    signedBasis: row.signed_basis,
    notes: row.notes,
    company: row.company,
    otherCompanies: row.other_companies,
    governmentParties: row.government_parties,
    signatories: row.signatories,
    mainSource: mainSource(row),
    otherSources: row.other_sources,
  }
}

function jobsTerms(row: AgreementRow): CommitmentTerms {
  return { measure: row.jobs_measure, scope: row.jobs_scope, currency: null }
}

// Scope is a matter of jobs; money has none.
function moneyTerms(row: AgreementRow): CommitmentTerms {
  return { measure: 'investment', scope: 'unspecified', currency: row.currency }
}

const NOTHING_COUNTED = { observation: null, evidence: null, perimeter: null, note: null } as const

interface Promise {
  measure: Measure
  quantity: Quantity
  asStated: string | null
}

function jobsPromise(row: AgreementRow): Promise {
  return { measure: row.jobs_measure, quantity: row.jobs, asStated: row.jobs_as_stated }
}

function moneyPromise(row: AgreementRow): Promise {
  return { measure: 'investment', quantity: row.amount, asStated: row.amount_as_stated }
}

function versionFact(
  row: AgreementRow,
  promise: Promise,
  kind: VersionKind,
  corrects: number | null,
): NewFact {
  return {
    ...NOTHING_COUNTED,
    ...promise,
    kind,
    corrects,
    on: null,
    onText: null,
    deadline: row.deadline && printDeadline(row.deadline),
    deadlineAsStated: row.deadline_as_stated,
    milestones: promise.measure === 'investment' ? [] : row.milestones,
    source: mainSource(row),
  }
}

function baselineFacts(row: AgreementRow): NewFact[] {
  if (!row.baseline_headcount) return []
  const { comparator, value } = row.baseline_headcount
  const open = comparator === 'gt' || comparator === 'ge'
  return [
    {
      ...NOTHING_COUNTED,
      measure: row.jobs_measure,
      kind: 'baseline',
      on: row.baseline_date && lastOfPeriod(row.baseline_date),
      onText: row.baseline_date,
      quantity: { comparator, low: value, high: open ? null : value, missing: null },
      deadline: null,
      milestones: [],
      corrects: null,
      source: mainSource(row),
      asStated: row.baseline_as_stated,
      deadlineAsStated: null,
    },
  ]
}

function datedOnSigning(row: AgreementRow, kind: NewEvent['kind']): NewEvent {
  return {
    kind,
    on: row.signed_on && lastOfPeriod(row.signed_on),
    onText: row.signed_on,
    source: mainSource(row),
    asStated: null,
    reason: null,
  }
}

function startEvents(row: AgreementRow): NewEvent[] {
  return [
    ...(row.signed_on ? [datedOnSigning(row, 'signature')] : []),
    ...(row.lifecycle ? [datedOnSigning(row, row.lifecycle)] : []),
  ]
}

function investsAtAll(row: AgreementRow): boolean {
  return row.amount.missing !== 'not_applicable'
}

/** What a row that is new to the ledger writes. */
export function newAgreement(row: AgreementRow): Body {
  const money = investsAtAll(row)
  return {
    reference: row.reference,
    create: true,
    description: descriptionOf(row),
    commitments: [jobsTerms(row), ...(money ? [moneyTerms(row)] : [])],
    facts: [
      versionFact(row, jobsPromise(row), 'original', null),
      ...(money ? [versionFact(row, moneyPromise(row), 'original', null)] : []),
      ...baselineFacts(row),
    ],
    retractFacts: [],
    events: startEvents(row),
    retractEvents: [],
    relations: row.relations.map((relation, position) => ({ ...relation, position })),
    retractRelations: [],
  }
}

const DEADLINE = ['deadline', 'deadline_as_stated']
const JOBS = ['jobs', 'jobs_missing', 'jobs_as_stated', 'milestones', ...DEADLINE]
const MONEY = ['amount', 'amount_missing', 'amount_as_stated', 'currency', ...DEADLINE]
const BASELINE = ['baseline_headcount', 'baseline_date', 'baseline_as_stated']

function touches(changed: Changed, columns: readonly string[]): boolean {
  return columns.some((column) => changed.has(column))
}

/** The facts of a promise that differs: a correction of version 1, or the original when there was none (contract, section 5). */
function promiseFacts(row: AgreementRow, current: LedgerAgreement, changed: Changed): NewFact[] {
  const facts: NewFact[] = []
  const jobs = jobsCommitment(current)
  if (touches(changed, JOBS)) {
    const number = jobs ? originalNumber(jobs) : null
    facts.push(versionFact(row, jobsPromise(row), number ? 'correction' : 'original', number))
  }
  const money = moneyCommitment(current)
  const stated = money ? originalOf(money) !== null : false
  if (touches(changed, MONEY) && (stated || investsAtAll(row))) {
    const number = money ? originalNumber(money) : null
    facts.push(versionFact(row, moneyPromise(row), number ? 'correction' : 'original', number))
  }
  return facts
}

function changedEvents(row: AgreementRow, current: LedgerAgreement, changed: Changed) {
  const [signature, first] = [signatureOf(current), lifecycleEvents(current)[0]]
  const signed = changed.has('signed_on')
  // The first step was dated by the signing, so it moves with it.
  const moves = signed && first !== undefined && first.onText === (signature?.onText ?? null)
  return {
    retractEvents: [
      ...(signed && signature ? [signature.id] : []),
      ...(moves && first ? [first.id] : []),
    ],
    events: [
      ...(signed && row.signed_on ? [datedOnSigning(row, 'signature')] : []),
      ...(moves && first ? [datedOnSigning(row, first.kind)] : []),
      ...(!first && row.lifecycle ? [datedOnSigning(row, row.lifecycle)] : []),
    ],
  }
}

function changedRelations(row: AgreementRow, current: LedgerAgreement) {
  const held = liveRelations(current)
  const same = (a: { kind: string; to: string }, b: { kind: string; to: string }) =>
    a.kind === b.kind && a.to === b.to
  return {
    relations: row.relations
      .map((relation, position) => ({ ...relation, position }))
      .filter((relation) => !held.some((one) => same(one, relation))),
    retractRelations: held.filter((one) => !row.relations.some((other) => same(one, other))),
  }
}

function changedCommitments(
  row: AgreementRow,
  current: LedgerAgreement,
  changed: Changed,
): CommitmentTerms[] {
  const money = moneyCommitment(current)
  const moneyChanges = changed.has('currency') || (!money && investsAtAll(row))
  return [
    ...(changed.has('jobs_scope') || !jobsCommitment(current) ? [jobsTerms(row)] : []),
    ...(moneyChanges ? [moneyTerms(row)] : []),
  ]
}

/** What a row about a known agreement writes for the columns that differ. */
export function changedAgreement(
  row: AgreementRow,
  current: LedgerAgreement,
  changed: Changed,
): Body {
  const baseline = touches(changed, BASELINE)
  const held = baselinesOf(jobsCommitment(current))
  return {
    reference: row.reference,
    create: false,
    description: descriptionOf(row),
    commitments: changedCommitments(row, current, changed),
    facts: [...promiseFacts(row, current, changed), ...(baseline ? baselineFacts(row) : [])],
    retractFacts: baseline ? held.map(({ id }) => id) : [],
    ...changedEvents(row, current, changed),
    ...changedRelations(row, current),
  }
}
