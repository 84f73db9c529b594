import type { LedgerAgreement, LedgerCommitment, LedgerFact } from '@/lib/data/ledger'
import { toDeadline, toQuantity, versionFacts } from '@/lib/data/mappers'
import type { NewFact } from '@/lib/data/record'
import { lastOfPeriod } from '@/lib/domain/deadline'
import {
  missingQuantity,
  type Parsed,
  parsed,
  parseQuantity,
  printDeadline,
  printQuantityLiteral,
  type Unit,
} from '@/lib/domain/literal'
import { type MilestoneEntry, parseMilestones, printMilestones } from '@/lib/domain/literal-lists'
import type { IsoDate, Quantity } from '@/lib/domain/types'
import { type AmendmentRow, amendmentRow, IMPORT_COLUMNS } from '@/lib/schemas/import'
import { type Cells, difference, milestonesOf, unitOf, versionAsCorrected } from './agreement-cells'
import { checkMilestones } from './milestone-rules'
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
import { factRecord } from './plan-reports'
import { type FileRow, refuse } from './refusal'
import { ROW_KEYS } from './row-keys'

const VERB = 'import.amendment'
const KEY = ROW_KEYS.amendments

/** A version of a commitment that the file itself adds, so that a later line can correct it. */
interface Listed {
  kind: string
  held: LedgerFact | null
}

function contentCells(fact: LedgerFact, unit: Unit): Cells {
  const deadline = toDeadline(fact.deadline)
  return {
    quantity: printQuantityLiteral(toQuantity(fact), unit),
    deadline: deadline ? printDeadline(deadline) : '',
    milestones: printMilestones(milestonesOf(fact), unit),
    reason: fact.note ?? '',
    as_stated: fact.asStated ?? '',
    deadline_as_stated: fact.deadlineAsStated ?? '',
    source_url: fact.url ?? '',
    source_publisher: fact.publisher ?? '',
    source_date: fact.publishedOn ?? '',
    source_attachment: fact.attachment ?? '',
  }
}

function startOf(agreement: LedgerAgreement): IsoDate | null {
  const dated = (kind: string) =>
    agreement.events.findLast((event) => event.kind === kind && event.retracted === null)?.on
  return dated('project_start') ?? dated('signature') ?? null
}

// The file has no column for the reason of a missing number.
function readQuantity(text: string, unit: Unit): Parsed<Quantity> {
  return text.trim() === ''
    ? parsed(missingQuantity('not_stated'))
    : parseQuantity(text.trim(), unit)
}

/** The number of the version that a row speaks of, from 1; null when it adds a new amendment. */
function numberOf(row: AmendmentRow, listed: readonly (Listed & { onText: string | null })[]) {
  if (row.kind === 'correction') return row.corrects
  const index = listed.findLastIndex(
    ({ kind, onText }) => kind === 'amendment' && onText === row.effective_on,
  )
  return index < 0 ? null : index + 1
}

function listedOf(commitment: LedgerCommitment) {
  return versionFacts(commitment).map((held) => ({
    // A retracted version keeps its number and can be neither found nor corrected.
    kind: held.retracted === null ? held.kind : 'retracted',
    onText: held.onText,
    held,
  }))
}

interface Content {
  quantity: Quantity
  milestones: MilestoneEntry[]
}

function factOf(row: AmendmentRow, content: Content, corrects: number | null): NewFact {
  const on = corrects === null ? row.effective_on : null
  return {
    measure: row.measure,
    kind: corrects === null ? 'amendment' : 'correction',
    observation: null,
    on: on && lastOfPeriod(on),
    onText: on,
    ...content,
    deadline: row.deadline && printDeadline(row.deadline),
    evidence: null,
    corrects,
    source: {
      url: row.source_url,
      attachment: row.source_attachment,
      publisher: row.source_publisher,
      publishedOn: row.source_date,
      language: null,
    },
    asStated: row.as_stated,
    deadlineAsStated: row.deadline_as_stated,
    perimeter: null,
    note: row.reason,
  }
}

function contentOf(row: AmendmentRow, content: Content, unit: Unit): Cells {
  return {
    quantity: printQuantityLiteral(content.quantity, unit),
    deadline: row.deadline ? printDeadline(row.deadline) : '',
    milestones: printMilestones(content.milestones, unit),
    reason: row.reason ?? '',
    as_stated: row.as_stated ?? '',
    deadline_as_stated: row.deadline_as_stated ?? '',
    source_url: row.source_url ?? '',
    source_publisher: row.source_publisher ?? '',
    source_date: row.source_date ?? '',
    source_attachment: row.source_attachment ?? '',
  }
}

/** What the rows of an amendments file would write: a known version whose content differs is corrected (contract, section 5). */
export function planAmendments(rows: readonly FileRow[], ledger: Ledger, batch: Batch): Plan {
  const plan = emptyPlan()
  const versions = new Map<LedgerCommitment, (Listed & { onText: string | null })[]>()
  for (const row of refuseTwice(rows, KEY, plan)) {
    const typed = readRow(amendmentRow, IMPORT_COLUMNS.amendments, row, plan)
    if (!typed) continue
    const agreement = ledger.get(typed.reference)
    const commitment = agreement?.commitments.find(({ measure }) => measure === typed.measure)
    const unit = commitment && unitOf(commitment)
    if (!agreement || !commitment || !unit) {
      plan.refused.push(refuse(row, ...unfounded(typed, agreement, commitment)))
      continue
    }
    const listed = versions.get(commitment) ?? listedOf(commitment)
    versions.set(commitment, listed)
    const number = numberOf(typed, listed)
    const target = number === null ? null : listed[number - 1]
    if (number !== null && target?.kind !== 'original' && target?.kind !== 'amendment') {
      plan.refused.push(refuse(row, 'corrects', { code: 'version_unknown', values: { number } }))
      continue
    }
    const content = readContent(row, typed, unit, startOf(agreement), plan)
    if (!content) continue
    const now = contentOf(typed, content, unit)
    const held = number === null || !target?.held ? null : versionAsCorrected(commitment, number)
    const changed = held && difference(contentCells(held, unit), now)
    if ((changed && isNothing(changed)) || restates(typed, target?.held, now, unit)) {
      settle(plan, row, 'unchanged', typed.reference)
      continue
    }
    const key = Object.fromEntries(KEY.map((column) => [column, (row.cells[column] ?? '').trim()]))
    const known = typed.kind === 'amendment' ? held !== null : held?.kind === 'correction'
    settle(plan, row, known ? 'updated' : 'created', typed.reference, known ? changed : null)
    const change = changed
      ? changedChange(batch, VERB, typed.reference, changed, key)
      : createdChange(batch, VERB, typed.reference, { ...key, ...now })
    const fact = factOf(typed, content, number)
    plan.records.push(factRecord(typed.reference, change, [fact], []))
    listed.push({ kind: fact.kind, onText: fact.onText, held: null })
  }
  return plan
}

function isNothing(changed: object): boolean {
  return Object.keys(changed).length === 0
}

// An amendment that a later line corrected says no more than it did: its file, brought again, must not undo the correction.
function restates(
  { kind }: AmendmentRow,
  held: LedgerFact | null | undefined,
  now: Cells,
  unit: Unit,
): boolean {
  return kind === 'amendment' && !!held && isNothing(difference(contentCells(held, unit), now))
}

function unfounded(
  row: AmendmentRow,
  agreement: LedgerAgreement | undefined,
  commitment: LedgerCommitment | undefined,
): [string, { code: string; values?: Record<string, string> }] {
  if (!agreement)
    return ['reference', { code: 'reference_unknown', values: { reference: row.reference } }]
  if (!commitment) return ['measure', { code: 'nothing_promised', values: { kind: row.measure } }]
  return ['quantity', { code: 'commitment_without_currency' }]
}

function readContent(
  row: FileRow,
  typed: AmendmentRow,
  unit: Unit,
  start: IsoDate | null,
  plan: Plan,
): Content | null {
  const quantity = readQuantity(typed.quantity, unit)
  if (!quantity.ok) plan.refused.push(refuse(row, 'quantity', quantity))
  const milestones = parseMilestones(typed.milestones, unit)
  if (!milestones.ok) plan.refused.push(refuse(row, 'milestones', milestones))
  if (!quantity.ok || !milestones.ok) return null
  const wrong = checkMilestones(milestones.value, start, typed.deadline, quantity.value)
  if (wrong) plan.refused.push(refuse(row, 'milestones', wrong))
  return wrong ? null : { quantity: quantity.value, milestones: milestones.value }
}
