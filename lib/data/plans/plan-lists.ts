import { z } from 'zod'
import type { LedgerAgreement } from '@/lib/data/ledger'
import type { AgreementRecord, CommitmentTerms, NewFact } from '@/lib/data/record'
import type { Citation } from '@/lib/data/sources'
import { lastOfPeriod } from '@/lib/domain/deadline'
import {
  missingQuantity,
  parsed,
  parseQuantity,
  printDeadline,
  type Unit,
} from '@/lib/domain/literal'
import { parseMilestones } from '@/lib/domain/literal-lists'
import { JOB_SCOPES, MEASURES, MISSING_REASONS } from '@/lib/domain/types'
import type { Problem } from '@/lib/errors'
import { JOBS_MEASURES } from '@/lib/schemas/import'
import {
  attachment,
  dated,
  deadline,
  oneOf,
  optional,
  optionalUrl,
  readProblems,
  required,
  words,
} from '@/lib/schemas/import-cells'
import { type Cells, LIST_COLUMNS, type Payload, type PayloadList } from '@/lib/schemas/proposal'
import { signatureOf, unitOf } from './agreement-cells'
import { checkMilestones } from './milestone-rules'

const claimCells = z.object({
  measure: required(oneOf(MEASURES)),
  quantity: required(parsed),
  currency: z.string().trim(),
  deadline,
  as_stated: words,
  deadline_as_stated: words,
  source_url: optionalUrl,
  source_publisher: words,
  source_date: dated,
  source_attachment: attachment,
  notes: words,
})

const commitmentCells = z.object({
  measure: required(oneOf(JOBS_MEASURES)),
  scope: required(oneOf(JOB_SCOPES)),
  quantity: z.string().trim(),
  missing: optional(oneOf(MISSING_REASONS)),
  deadline,
  milestones: optional((text) => parseMilestones(text, 'persons')),
  as_stated: words,
  deadline_as_stated: words,
})

/** What the lists of a payload add to its record. */
export interface PlannedLists {
  commitments: CommitmentTerms[]
  facts: NewFact[]
  problems: Problem[]
}

const NO_COUNT = { observation: null, evidence: null, perimeter: null, corrects: null } as const

function readEntry<T>(
  schema: z.ZodType<T>,
  list: PayloadList,
  index: number,
  cells: Cells,
  problems: Problem[],
): T | null {
  const blank = Object.fromEntries(LIST_COLUMNS[list].map((column) => [column, '']))
  const read = schema.safeParse({ ...blank, ...cells })
  if (read.success) return read.data
  for (const { column, problem } of readProblems(read.error))
    problems.push({ path: `${list}.${index}.${column}`, ...problem })
  return null
}

function mainSource(record: AgreementRecord | null, agreement: LedgerAgreement | undefined) {
  if (record?.description) return record.description.mainSource
  const [main] = agreement?.sources ?? []
  return main ? citation(main) : null
}

function citation({ url, attachment: file, publisher, publishedOn, language }: Citation): Citation {
  return { url, attachment: file, publisher, publishedOn, language }
}

function readCommitment(
  cells: Cells,
  index: number,
  around: { taken: Set<string>; start: string | null; source: Citation | null },
  planned: PlannedLists,
): void {
  const { problems } = planned
  const refuse = (column: string, problem: Omit<Problem, 'path'>) =>
    problems.push({ path: `commitments.${index}.${column}`, ...problem })
  const typed = readEntry(commitmentCells, 'commitments', index, cells, problems)
  if (!typed) return
  if (around.taken.has(typed.measure)) {
    refuse('measure', { code: 'measure_twice' })
    return
  }
  around.taken.add(typed.measure)
  const given = typed.quantity !== ''
  if (given && typed.missing)
    refuse('quantity', { code: 'quantity_and_reason', values: { missing: typed.missing } })
  if (!given && !typed.missing) refuse('quantity', { code: 'quantity_or_reason' })
  if (given === (typed.missing !== null)) return
  const quantity = typed.missing
    ? parsed(missingQuantity(typed.missing))
    : parseQuantity(typed.quantity, 'persons')
  if (!quantity.ok) {
    refuse('quantity', { code: quantity.code, ...(quantity.values && { values: quantity.values }) })
    return
  }
  const milestones = typed.milestones ?? []
  const wrong = checkMilestones(milestones, around.start, typed.deadline, quantity.value)
  if (wrong) refuse('milestones', wrong)
  planned.commitments.push({ measure: typed.measure, scope: typed.scope, currency: null })
  planned.facts.push({
    ...NO_COUNT,
    measure: typed.measure,
    kind: 'original',
    on: null,
    onText: null,
    quantity: quantity.value,
    deadline: typed.deadline && printDeadline(typed.deadline),
    milestones,
    source: around.source,
    asStated: typed.as_stated,
    deadlineAsStated: typed.deadline_as_stated,
    note: null,
  })
}

function readClaim(
  cells: Cells,
  index: number,
  around: { units: ReadonlyMap<string, Unit | null>; source: Citation | null },
  planned: PlannedLists,
): void {
  const { problems } = planned
  const refuse = (column: string, problem: Omit<Problem, 'path'>) =>
    problems.push({ path: `claims.${index}.${column}`, ...problem })
  const typed = readEntry(claimCells, 'claims', index, cells, problems)
  if (!typed) return
  const unit = around.units.get(typed.measure)
  if (unit === undefined) {
    refuse('measure', { code: 'nothing_promised', values: { kind: typed.measure } })
    return
  }
  if (unit === null) {
    refuse('quantity', { code: 'commitment_without_currency' })
    return
  }
  const held = unit === 'persons' ? '' : unit.currency
  if (typed.currency !== '' && typed.currency !== held)
    refuse('currency', { code: 'claim_currency', values: { held } })
  const quantity = parseQuantity(typed.quantity, unit)
  if (!quantity.ok) {
    refuse('quantity', { code: quantity.code, ...(quantity.values && { values: quantity.values }) })
    return
  }
  const own = typed.source_url !== null || typed.source_attachment !== null
  planned.facts.push({
    ...NO_COUNT,
    measure: typed.measure,
    kind: 'claim',
    on: null,
    onText: null,
    quantity: quantity.value,
    deadline: typed.deadline && printDeadline(typed.deadline),
    milestones: [],
    source: own
      ? {
          url: typed.source_url,
          attachment: typed.source_attachment,
          publisher: typed.source_publisher,
          publishedOn: typed.source_date,
          language: null,
        }
      : around.source,
    asStated: typed.as_stated,
    deadlineAsStated: typed.deadline_as_stated,
    note: typed.notes,
  })
}

/** The claims and further commitments that an agreement or an edit brings along. `record` is that of its row; null while the row has problems of its own. */
export function planLists(
  { cells, claims, commitments }: Payload,
  record: AgreementRecord | null,
  agreement: LedgerAgreement | undefined,
): PlannedLists {
  const planned: PlannedLists = { commitments: [], facts: [], problems: [] }
  const source = mainSource(record, agreement)
  const terms = [...(agreement?.commitments ?? []), ...(record?.commitments ?? [])]
  const taken = new Set(terms.map(({ measure }) => String(measure)))
  if (cells.jobs_measure) taken.add(cells.jobs_measure.trim())
  const signed = dated.safeParse(cells.signed_on ?? '')
  const day = signed.success && signed.data ? lastOfPeriod(signed.data) : null
  const start = day ?? (agreement ? (signatureOf(agreement)?.on ?? null) : null)
  for (const [index, one] of commitments.entries())
    readCommitment(one, index, { taken, start, source }, planned)
  const units = new Map(
    [...terms, ...planned.commitments].map((one) => [String(one.measure), unitOf(one)]),
  )
  // While the row itself cannot be read, what it promises is not known yet: its own problems come first.
  if (record || agreement)
    for (const [index, one] of claims.entries()) readClaim(one, index, { units, source }, planned)
  return planned
}
