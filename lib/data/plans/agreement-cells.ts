import type { LedgerAgreement, LedgerCommitment, LedgerFact } from '@/lib/data/ledger'
import { toDeadline, toQuantity, versionFacts } from '@/lib/data/mappers'
import { printCount, printDeadline, printQuantityLiteral, type Unit } from '@/lib/domain/literal'
import {
  type MilestoneEntry,
  printList,
  printMilestones,
  printRelations,
  printSignatories,
} from '@/lib/domain/literal-lists'
import { COUNT_COMPARATORS, LIFECYCLES } from '@/lib/domain/types'
import type { AgreementRow } from '@/lib/schemas/import'

/** A row as text by column, as the contract writes it. */
export type Cells = Record<string, string>

function live<T extends { retracted: number | null }>(items: readonly T[]): T[] {
  return items.filter((item) => item.retracted === null)
}

/** The content of a numbered version as its latest correction leaves it, and its number; null when there is none. */
export function versionAsCorrected(
  commitment: LedgerCommitment,
  number: number,
): LedgerFact | null {
  const versions = versionFacts(commitment)
  const version = versions[number - 1]
  if (!version || version.retracted !== null) return null
  const corrections = live(versions).filter((fact) => fact.corrects === number)
  return corrections.reduce((last, fact) => (fact.recorded >= last.recorded ? fact : last), version)
}

/** Number of the original that holds, counting every version ever listed; null without one. */
export function originalNumber(commitment: LedgerCommitment): number | null {
  const index = versionFacts(commitment).findIndex(
    (fact) => fact.kind === 'original' && fact.retracted === null,
  )
  return index < 0 ? null : index + 1
}

/** The original as corrected: what an agreements row says of a commitment. */
export function originalOf(commitment: LedgerCommitment | undefined): LedgerFact | null {
  const number = commitment ? originalNumber(commitment) : null
  return commitment && number ? versionAsCorrected(commitment, number) : null
}

/** The unit in which a commitment counts; null for money without a currency. */
export function unitOf({
  measure,
  currency,
}: {
  measure: string
  currency: string | null
}): Unit | null {
  if (measure !== 'investment') return 'persons'
  return currency === null ? null : { currency }
}

/** Milestones of a fact as a row states them. */
export function milestonesOf(fact: LedgerFact | null): MilestoneEntry[] {
  return (fact?.milestones ?? []).map(({ on, comparator, low, high }) => ({
    on,
    quantity: { comparator, low, high, missing: null },
  }))
}

/** The promise of jobs in an agreement, whatever its measure. */
export function jobsCommitment(agreement: LedgerAgreement): LedgerCommitment | undefined {
  const jobs = agreement.commitments.filter(({ measure }) => measure !== 'investment')
  return jobs.find((commitment) => originalOf(commitment) !== null) ?? jobs[0]
}

/** The promise of investment in an agreement. */
export function moneyCommitment(agreement: LedgerAgreement): LedgerCommitment | undefined {
  return agreement.commitments.find(({ measure }) => measure === 'investment')
}

/** Baselines that hold; the one recorded last counts. */
export function baselinesOf(commitment: LedgerCommitment | undefined): LedgerFact[] {
  return live(commitment?.facts ?? []).filter(({ kind }) => kind === 'baseline')
}

/** The signature that holds: the one recorded last. */
export function signatureOf(agreement: LedgerAgreement) {
  return live(agreement.events).findLast(({ kind }) => kind === 'signature') ?? null
}

/** Lifecycle events that hold, in the order in which they were recorded. */
export function lifecycleEvents(agreement: LedgerAgreement) {
  return live(agreement.events).filter(({ kind }) => LIFECYCLES.some((code) => code === kind))
}

/** The step that the agreement's own row states: the first one dated by the signing, or not at all. Others are events (contract, section 5). */
export function ownStep(agreement: LedgerAgreement) {
  const signed = signatureOf(agreement)?.onText ?? null
  return lifecycleEvents(agreement).find(({ onText }) => onText === null || onText === signed)
}

/** Relations that hold, in the order of the agreement's list. */
export function liveRelations(agreement: LedgerAgreement) {
  return live(agreement.relations)
}

function baselineCount(fact: LedgerFact | null): string {
  const comparator = COUNT_COMPARATORS.find((known) => known === fact?.comparator)
  if (!fact || fact.low === null || !comparator) return ''
  return printCount({ comparator, value: fact.low }, 'persons')
}

function promiseCells(fact: LedgerFact | null, unit: Unit | null) {
  return {
    quantity: fact && unit ? printQuantityLiteral(toQuantity(fact), unit) : '',
    missing: fact?.missing ?? '',
    asStated: fact?.asStated ?? '',
  }
}

function partyNames(agreement: LedgerAgreement, role: string): string[] {
  return agreement.parties.filter((party) => party.role === role).map(({ name }) => name)
}

/** An agreement of the ledger as the row that would import it. */
export function cellsOfAgreement(agreement: LedgerAgreement): Cells {
  const [jobs, money] = [jobsCommitment(agreement), moneyCommitment(agreement)]
  const [jobsFact, moneyFact, baseline] = [
    originalOf(jobs),
    originalOf(money),
    baselinesOf(jobs).at(-1) ?? null,
  ]
  const jobsCells = promiseCells(jobsFact, 'persons')
  const moneyCells = promiseCells(moneyFact, money ? unitOf(money) : null)
  const [main, ...others] = agreement.sources
  const deadline = toDeadline(jobsFact?.deadline ?? null)
  return {
    reference: agreement.reference,
    title: agreement.title,
    type: agreement.type,
    binding: agreement.binding,
    company: printList(partyNames(agreement, 'company')),
    other_companies: printList(partyNames(agreement, 'other_company')),
    government_parties: printList(partyNames(agreement, 'government')),
    signatories: printSignatories(agreement.signatories),
    signed_on: signatureOf(agreement)?.onText ?? '',
    signed_basis: agreement.signedBasis ?? '',
    sector: agreement.sector,
    region: agreement.region,
    place: agreement.place ?? '',
    summary: agreement.summary ?? '',
    jobs_measure: jobs?.measure ?? '',
    jobs_scope: jobs?.scope ?? '',
    jobs: jobsCells.quantity,
    jobs_missing: jobsCells.missing,
    jobs_as_stated: jobsCells.asStated,
    deadline: deadline ? printDeadline(deadline) : '',
    deadline_as_stated: jobsFact?.deadlineAsStated ?? '',
    milestones: printMilestones(milestonesOf(jobsFact), 'persons'),
    baseline_headcount: baselineCount(baseline),
    baseline_date: baseline?.onText ?? '',
    baseline_as_stated: baseline?.asStated ?? '',
    amount: moneyCells.quantity,
    currency: money?.currency ?? '',
    amount_missing: money ? moneyCells.missing : 'not_applicable',
    amount_as_stated: moneyCells.asStated,
    lifecycle: ownStep(agreement)?.kind ?? '',
    relations: printRelations(liveRelations(agreement)),
    source_url: main?.url ?? '',
    source_publisher: main?.publisher ?? '',
    source_date: main?.publishedOn ?? '',
    source_language: main?.language ?? '',
    source_attachment: main?.attachment ?? '',
    other_sources: printList(others.map(({ url }) => url ?? '')),
    notes: agreement.notes ?? '',
  }
}

/** A parsed row as text in canonical form, to compare with what the ledger holds. */
export function cellsOfRow(row: AgreementRow): Cells {
  const unit: Unit | null = row.currency === null ? null : { currency: row.currency }
  const words = Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) =>
      typeof value === 'string' ? [[column, value]] : value === null ? [[column, '']] : [],
    ),
  )
  return {
    ...words,
    other_companies: printList(row.other_companies),
    government_parties: printList(row.government_parties),
    signatories: printSignatories(row.signatories),
    jobs: printQuantityLiteral(row.jobs, 'persons'),
    deadline: row.deadline ? printDeadline(row.deadline) : '',
    milestones: printMilestones(row.milestones, 'persons'),
    baseline_headcount: row.baseline_headcount ? printCount(row.baseline_headcount, 'persons') : '',
    amount: unit ? printQuantityLiteral(row.amount, unit) : '',
    relations: printRelations(row.relations),
    other_sources: printList(row.other_sources),
  }
}

/** Columns whose text differs, each with what stood there and what stands there now; columns of `now` only. */
export function difference(before: Cells, now: Cells): Record<string, [string, string]> {
  return Object.fromEntries(
    Object.entries(now).flatMap(([column, text]) =>
      (before[column] ?? '') === text ? [] : [[column, [before[column] ?? '', text]]],
    ),
  )
}

/** Cells that say something. */
export function statedCells(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''))
}
