import type { LedgerAgreement } from '@/lib/data/ledger'
import type { AgreementRecord } from '@/lib/data/record'
import type { LedgerRecord } from '@/lib/data/write-ledger'
import { dueOf, lastOfPeriod } from '@/lib/domain/deadline'
import { parseDated, parseDeadline } from '@/lib/domain/literal'
import { isReference, type RelationEntry } from '@/lib/domain/literal-lists'
import { type AgreementProposal, isApart, type ProposalKind } from '@/lib/domain/types'
import type { Problem } from '@/lib/errors'
import { enteredEvent } from '@/lib/schemas/import'
import type { Cells, Payload } from '@/lib/schemas/proposal'
import { signatureOf } from './agreement-cells'
import type { Batch, Ledger, Plan } from './plan'
import { planAgreements } from './plan-agreements'
import { planAmendments } from './plan-amendments'
import { type HeldApart, planApart } from './plan-apart'
import { planEvents } from './plan-events'
import { planLists } from './plan-lists'
import { factRecord, planReports } from './plan-reports'
import { planRetraction } from './plan-retraction'
import type { Refusal } from './refusal'

/** What a proposal says, and about what. */
export interface Proposed {
  kind: ProposalKind
  subject: string | null
  payload: Payload
}

type ProposedHere = Proposed & { kind: AgreementProposal }

/** What the ledger holds that a proposal may touch. */
export interface Around {
  /** The agreement that it is about; absent when there is none. */
  agreement: LedgerAgreement | undefined
  /** Every relation of the ledger, and every reference in it. */
  held: ReadonlyMap<string, readonly RelationEntry[]>
  known: ReadonlySet<string>
  /** Names of uploaded sources that exist, among those that the proposal cites. */
  attachments: ReadonlySet<string>
  apart: HeldApart
}

/** The record that accepting a proposal writes, or what is missing or wrong first, by field. */
export interface PlannedProposal {
  record: LedgerRecord | null
  problems: Problem[]
}

/** Every uploaded source that a payload cites. */
export function attachmentsOf({ cells, claims }: Payload): string[] {
  return [cells, ...claims].flatMap(({ source_attachment: name }) => (name ? [name] : []))
}

function unknownAttachments({ cells, claims }: Payload, known: ReadonlySet<string>): Problem[] {
  const at = (one: Cells, base: string): Problem[] =>
    one.source_attachment && !known.has(one.source_attachment)
      ? [{ path: `${base}source_attachment`, code: 'attachment_unknown' }]
      : []
  return [...at(cells, ''), ...claims.flatMap((claim, index) => at(claim, `claims.${index}.`))]
}

/** A deadline that has passed before anything was signed is a slip of the pen. */
export function deadlineBeforeSigning(
  cells: Cells,
  agreement: LedgerAgreement | undefined,
): Problem[] {
  const deadline = parseDeadline((cells.deadline ?? '').trim())
  const signed = parseDated((cells.signed_on ?? '').trim())
  const held = agreement ? signatureOf(agreement)?.on : null
  const day = signed.ok ? lastOfPeriod(signed.value) : held
  if (!deadline.ok || !day || dueOf(deadline.value) > day) return []
  return [{ path: 'deadline', code: 'deadline_before_signing', values: { day } }]
}

function located({ column, reason }: Refusal): Problem {
  return reason.values
    ? { path: column, code: reason.code, values: reason.values }
    : { path: column, code: reason.code }
}

function only(cells: Cells, without: readonly string[]): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([column]) => !without.includes(column)))
}

function required(path: string): Problem {
  return { path, code: 'required' }
}

/** Values that no rule objects to, for the columns that must hold one. */
const STAND_INS: Cells = {
  ...{ title: 'x', company: 'x', type: 'other', binding: 'unknown', sector: 'other', region: 'MA' },
  ...{
    jobs_measure: 'net_new_jobs',
    jobs_scope: 'direct',
    jobs: '1',
    amount: '1',
    currency: 'MAD',
  },
  ...{ source_url: 'https://example.org', data_date: '2000', value: '1', evidence: 'documented' },
  ...{ quantity: '1', reason: 'x' },
}

/** A row is read in stages; what its later stages object to is found with stand-ins for what the earlier ones refused, so that everything missing is named at once. */
function planWhole(proposed: ProposedHere, around: Around, batch: Batch): Plan {
  const plan = planRow(proposed, around, batch)
  const named = new Set(plan.refused.map(({ column }) => column))
  const cells = { ...proposed.payload.cells }
  for (let fresh = plan.refused; fresh.length > 0; ) {
    for (const { column } of fresh) cells[column] = STAND_INS[column] ?? ''
    const payload = { ...proposed.payload, cells }
    const { refused } = planRow({ ...proposed, payload }, around, batch)
    fresh = refused.filter(({ column }) => !named.has(column))
    for (const refusal of fresh) {
      named.add(refusal.column)
      plan.refused.push(refusal)
    }
  }
  return plan
}

function planRow(proposed: ProposedHere, around: Around, batch: Batch): Plan {
  const { kind, subject, payload } = proposed
  const reference = subject ?? ''
  const row = { line: 1, cells: { ...only(payload.cells, ['reason']), reference } }
  const full = { ...row, cells: { ...payload.cells, reference } }
  const ledger: Ledger = new Map(around.agreement ? [[reference, around.agreement]] : [])
  switch (kind) {
    case 'agreement':
    case 'edit':
      return planAgreements([row], ledger, around.held, around.known, batch)
    case 'report':
      return planReports([row], ledger, batch)
    case 'amendment':
      return planAmendments([full], ledger, batch)
    case 'event':
      return planEvents([full], ledger, batch, enteredEvent)
    case 'retraction':
      return planRetraction(full, around.agreement, batch)
  }
}

function misplaced({ kind, subject, payload }: Proposed, { agreement }: Around): Problem[] {
  if (kind === 'agreement') {
    if (agreement) return [{ path: 'reference', code: 'reference_taken' }]
    const typed = payload.cells.reference?.trim() ?? ''
    // Without a company there is nothing to name it after: that is what is missing then.
    if (subject !== null || typed === '') return []
    return [
      { path: 'reference', code: isReference(typed) ? 'reference_taken' : 'reference_format' },
    ]
  }
  if (!agreement || agreement.retracted !== null)
    return [{ path: 'reference', code: 'reference_unknown', values: { reference: subject ?? '' } }]
  return []
}

function planOneApart(
  { kind, subject, payload }: Proposed,
  { apart }: Around,
  batch: Batch,
): PlannedProposal {
  if (!isApart(kind)) throw new Error(`${kind} is about an agreement`)
  const { records, refused, rows } = planApart(
    kind,
    [{ line: 1, cells: payload.cells }],
    apart,
    batch,
  )
  const problems = refused.map(located)
  // What it is about was reserved for it: another code or day is another proposal.
  if (rows.some((row) => row.subject !== subject))
    problems.push({ path: kind === 'target' ? 'code' : 'date', code: 'subject_differs' })
  if (problems.length > 0) return { record: null, problems }
  const record = records[0] ?? null
  return { record, problems: record ? [] : [{ path: '', code: 'nothing_changes' }] }
}

/** What accepting a proposal writes, by the planners of the import for one row; problems are located by field (contract, section 5). */
export function planProposal(proposed: Proposed, around: Around, batch: Batch): PlannedProposal {
  const { kind } = proposed
  return isApart(kind)
    ? planOneApart(proposed, around, batch)
    : planOfAgreement({ ...proposed, kind }, around, batch)
}

function planOfAgreement(proposed: ProposedHere, around: Around, batch: Batch): PlannedProposal {
  const { kind, payload } = proposed
  const first = misplaced(proposed, around)
  const known = { ...around, agreement: kind === 'agreement' ? undefined : around.agreement }
  const plan = planWhole(proposed, known, batch)
  const lists = planLists(payload, plan.records[0] ?? null, known.agreement)
  const problems = [
    ...first,
    // The reference is ours: reserved for a new agreement, or that of the one it is about.
    ...plan.refused.map(located).filter(({ path }) => path !== 'reference'),
    ...lists.problems,
    ...unknownAttachments(payload, around.attachments),
    ...(kind === 'report' || kind === 'event' || kind === 'retraction'
      ? []
      : deadlineBeforeSigning(payload.cells, known.agreement)),
    ...(kind === 'edit' && !payload.cells.reason?.trim() ? [required('reason')] : []),
  ]
  if (problems.length > 0) return { record: null, problems }
  const record = plan.records[0] ?? emptyRecord(proposed, batch)
  const brings = lists.facts.length > 0 || lists.commitments.length > 0
  if (plan.unchanged > 0 && !brings)
    return { record: null, problems: [{ path: '', code: 'nothing_changes' }] }
  return { record: extended(record, lists, payload), problems: [] }
}

/** An edit that only brings lists along changes nothing else. */
function emptyRecord({ subject }: Proposed, { actor, id }: Batch): AgreementRecord {
  const change = {
    ...{ actor, verb: 'import.agreement', reason: null, subject: subject ?? '', diff: {} },
    ...{ key: null, batch: id, undoes: null },
  }
  return factRecord(subject ?? '', change, [], [])
}

type Lists = ReturnType<typeof planLists>

function extended(record: AgreementRecord, lists: Lists, payload: Payload): AgreementRecord {
  const { claims, commitments } = payload
  const brought = {
    ...(claims.length > 0 && { claims }),
    ...(commitments.length > 0 && { commitments }),
  }
  return {
    ...record,
    commitments: [...record.commitments, ...lists.commitments],
    facts: [...record.facts, ...lists.facts],
    change: { ...record.change, diff: { ...record.change.diff, ...brought } },
  }
}
