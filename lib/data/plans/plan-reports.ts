import type { LedgerAgreement, LedgerCommitment, LedgerFact } from '@/lib/data/ledger'
import type { AgreementRecord, NewFact } from '@/lib/data/record'
import { lastOfPeriod } from '@/lib/domain/deadline'
import { earlier } from '@/lib/domain/iso-date'
import { type CountedValue, parseCount, printCount, type Unit } from '@/lib/domain/literal'
import {
  COUNT_COMPARATORS,
  type IsoDate,
  type Measure,
  type ObservationKind,
} from '@/lib/domain/types'
import { IMPORT_COLUMNS, type ReportRow, reportRow } from '@/lib/schemas/import'
import { type Cells, difference, statedCells, unitOf } from './agreement-cells'
import {
  type Batch,
  changedChange,
  createdChange,
  emptyPlan,
  type Ledger,
  type Plan,
  readRow,
  refuseTwice,
  settle,
} from './plan'
import { type FileRow, refuse } from './refusal'
import { ROW_KEYS } from './row-keys'

const VERB = 'import.report'
const KEY = ROW_KEYS.reports

/** The measures that a kind of observation feeds (method, section 5). */
const FED: Record<ObservationKind, readonly Measure[]> = {
  headcount: ['net_new_jobs', 'headcount_level', 'jobs_retained'],
  created_cumulative: ['net_new_jobs', 'headcount_level'],
  hires_cumulative: ['gross_hires'],
  invested_cumulative: ['investment'],
}

function keyOf(cells: Cells): string {
  return JSON.stringify(KEY.map((column) => (cells[column] ?? '').trim()))
}

// An imprecise day is the last of its period, or the day of publication if that was earlier (method, section 5).
function dayOf(row: ReportRow): IsoDate {
  const last = lastOfPeriod(row.data_date)
  const precise = row.data_date === last
  return precise || !row.source_date ? last : earlier(last, lastOfPeriod(row.source_date))
}

function cellsOfFact(agreement: LedgerAgreement, fact: LedgerFact, unit: Unit): Cells {
  const comparator = COUNT_COMPARATORS.find((known) => known === fact.comparator) ?? 'eq'
  return {
    reference: agreement.reference,
    data_date: fact.onText ?? '',
    kind: fact.observation ?? '',
    value: printCount({ comparator, value: fact.low ?? 0n }, unit),
    evidence: fact.evidence ?? '',
    as_stated: fact.asStated ?? '',
    perimeter: fact.perimeter ?? '',
    source_url: fact.url ?? '',
    source_publisher: fact.publisher ?? '',
    source_date: fact.publishedOn ?? '',
    source_attachment: fact.attachment ?? '',
    notes: fact.note ?? '',
  }
}

function cellsOfReport(row: ReportRow, value: CountedValue, unit: Unit): Cells {
  const words = Object.entries(row).map(([column, text]) => [column, text ?? ''])
  return { ...Object.fromEntries(words), value: printCount(value, unit) }
}

function factOf(row: ReportRow, measure: Measure, { comparator, value }: CountedValue): NewFact {
  const open = comparator === 'gt' || comparator === 'ge'
  return {
    measure,
    kind: 'observation',
    observation: row.kind,
    on: dayOf(row),
    onText: row.data_date,
    quantity: { comparator, low: value, high: open ? null : value, missing: null },
    deadline: null,
    milestones: [],
    evidence: row.evidence,
    corrects: null,
    source: {
      url: row.source_url,
      attachment: row.source_attachment,
      publisher: row.source_publisher,
      publishedOn: row.source_date,
      language: null,
    },
    asStated: row.as_stated,
    deadlineAsStated: null,
    perimeter: row.perimeter,
    note: row.notes,
  }
}

/** The record that a fact about a known agreement makes. */
export function factRecord(
  reference: string,
  change: AgreementRecord['change'],
  facts: NewFact[],
  retractFacts: number[],
): AgreementRecord {
  return {
    change,
    reference,
    create: false,
    description: null,
    commitments: [],
    facts,
    retractFacts,
    events: [],
    retractEvents: [],
    relations: [],
    retractRelations: [],
  }
}

function fedBy(agreement: LedgerAgreement, kind: ObservationKind): LedgerCommitment | undefined {
  return agreement.commitments.find(({ measure }) => FED[kind].includes(measure))
}

/** What the rows of a reports file would write: a changed report retracts the old statement and appends the new one (contract, section 5). Without a `batch` rows are merely judged, and there are no records. */
export function planReports(rows: readonly FileRow[], ledger: Ledger, batch: Batch | null): Plan {
  const plan = emptyPlan()
  for (const row of refuseTwice(rows, KEY, plan)) planReport(row, ledger, batch, plan)
  return plan
}

function heldFact(agreement: LedgerAgreement | undefined, cells: Cells) {
  for (const commitment of agreement?.commitments ?? []) {
    const unit = unitOf(commitment)
    if (!agreement || !unit) continue
    for (const fact of commitment.facts) {
      if (fact.kind !== 'observation' || fact.retracted !== null) continue
      const held = cellsOfFact(agreement, fact, unit)
      if (keyOf(held) === keyOf(cells)) return { fact, cells: held }
    }
  }
  return null
}

function planReport(row: FileRow, ledger: Ledger, batch: Batch | null, plan: Plan): void {
  const agreement = ledger.get((row.cells.reference ?? '').trim())
  const held = heldFact(agreement, row.cells)
  const full = { ...row, cells: { ...held?.cells, ...row.cells } }
  const typed = readRow(reportRow, IMPORT_COLUMNS.reports, full, plan)
  if (!typed) return
  const refuseCell = (column: string, code: string, values?: Record<string, string>) =>
    plan.refused.push(refuse(full, column, values ? { code, values } : { code }))
  if (!agreement) {
    refuseCell('reference', 'reference_unknown', { reference: typed.reference })
    return
  }
  const commitment = fedBy(agreement, typed.kind)
  if (!commitment) {
    refuseCell('kind', 'nothing_promised', { kind: typed.kind })
    return
  }
  const unit = unitOf(commitment)
  if (!unit) {
    refuseCell('value', 'commitment_without_currency')
    return
  }
  const value = parseCount(typed.value, unit, { negative: typed.kind === 'created_cumulative' })
  if (!value.ok) {
    plan.refused.push(refuse(full, 'value', value))
    return
  }
  const now = cellsOfReport(typed, value.value, unit)
  const changed = held && difference(held.cells, now)
  if (changed && Object.keys(changed).length === 0) {
    settle(plan, row, 'unchanged', typed.reference)
    return
  }
  settle(plan, row, held ? 'updated' : 'created', typed.reference, changed)
  if (!batch) return
  const key = statedCells(Object.fromEntries(KEY.map((column) => [column, now[column] ?? ''])))
  const change = changed
    ? changedChange(batch, VERB, typed.reference, changed, key)
    : createdChange(batch, VERB, typed.reference, now)
  const facts = [factOf(typed, commitment.measure, value.value)]
  plan.records.push(factRecord(typed.reference, change, facts, held ? [held.fact.id] : []))
}
