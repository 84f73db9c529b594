import { z } from 'zod'
import { isIsoDate } from '@/lib/domain/iso-date'
import {
  type CountedValue,
  missingQuantity,
  type Parsed,
  parseCount,
  parsed,
  parseQuantity,
  problem,
  type Unit,
} from '@/lib/domain/literal'
import { parseMilestones } from '@/lib/domain/literal-lists'
import { HOME_CURRENCY, isCurrency } from '@/lib/domain/money'
import {
  AGREEMENT_TYPES,
  BINDINGS,
  EVENT_KINDS,
  EVIDENCES,
  JOB_SCOPES,
  LIFECYCLES,
  MEASURES,
  MISSING_REASONS,
  type MissingReason,
  OBSERVATION_KINDS,
  type Quantity,
  REGIONS,
  SECTORS,
  SIGNED_BASES,
} from '@/lib/domain/types'
import {
  addProblem,
  attachment,
  dated,
  deadline,
  language,
  names,
  oneOf,
  optional,
  optionalUrl,
  reference,
  relations,
  required,
  requiredDated,
  requiredWords,
  signatories,
  urls,
  words,
} from './import-cells'

export const IMPORT_KINDS = [
  'agreements',
  'reports',
  'amendments',
  'events',
  'targets',
  'rates',
] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** Measures that an agreement's row can promise as jobs. */
export const JOBS_MEASURES = MEASURES.filter((measure) => measure !== 'investment')

/** Kinds that an event's row can have; an annotation is entered by a person only. */
export const IMPORTED_EVENT_KINDS = [...LIFECYCLES, 'signature', 'project_start'] as const

const raw = z.string()

function currency(text: string): Parsed<string> {
  return isCurrency(text) ? parsed(text) : problem('currency_unknown', { given: text })
}

function count(text: string): Parsed<CountedValue> {
  return parseCount(text, 'persons', { negative: false })
}

/** Where a statement is found: a page, or an uploaded file, which files of rows name by its address in this book. */
const source = {
  source_url: optionalUrl,
  source_publisher: words,
  source_date: dated,
  source_attachment: attachment,
}

interface Sourced {
  source_url: string | null
  source_attachment: string | null
}

function requireSource(cells: Sourced, ctx: z.RefinementCtx): void {
  if (cells.source_url === null && cells.source_attachment === null)
    addProblem(ctx, ['source_url'], { code: 'required' })
}

const agreementCells = z.object({
  reference,
  title: requiredWords,
  type: required(oneOf(AGREEMENT_TYPES)),
  binding: required(oneOf(BINDINGS)),
  company: requiredWords.refine((name) => !/[;|]/.test(name), {
    params: { code: 'name_character' },
  }),
  other_companies: names,
  government_parties: names,
  signatories,
  signed_on: dated,
  signed_basis: optional(oneOf(SIGNED_BASES)),
  sector: required(oneOf(SECTORS)),
  region: required(oneOf(REGIONS)),
  place: words,
  summary: words,
  jobs_measure: required(oneOf(JOBS_MEASURES)),
  jobs_scope: required(oneOf(JOB_SCOPES)),
  jobs: raw,
  jobs_missing: optional(oneOf(MISSING_REASONS)),
  jobs_as_stated: words,
  deadline,
  deadline_as_stated: words,
  milestones: optional((text) => parseMilestones(text, 'persons')),
  baseline_headcount: optional(count),
  baseline_date: dated,
  baseline_as_stated: words,
  amount: raw,
  currency: optional(currency),
  amount_missing: optional(oneOf(MISSING_REASONS)),
  amount_as_stated: words,
  lifecycle: optional(oneOf(LIFECYCLES)),
  relations,
  ...source,
  source_language: language,
  other_sources: urls,
  notes: words,
})

// The database holds one source per citation: the first one, cited with nothing but its address, is no other source.
function refuseSourceTwice(
  cells: Pick<
    z.output<typeof agreementCells>,
    'source_url' | 'source_publisher' | 'source_date' | 'source_language' | 'other_sources'
  >,
  ctx: z.RefinementCtx,
): void {
  const bare = !cells.source_publisher && !cells.source_date && !cells.source_language
  const member = cells.other_sources.find((url) => bare && url === cells.source_url)
  if (member !== undefined)
    addProblem(ctx, ['other_sources'], { code: 'source_twice', values: { member } })
}

/** A quantity or the reason why there is none: one of the two, never both. */
function quantityOr(
  text: string,
  missing: MissingReason | null,
  unit: Unit | null,
): Parsed<Quantity> {
  if (text.trim() === '')
    return missing ? parsed(missingQuantity(missing)) : problem('quantity_or_reason')
  if (missing) return problem('quantity_and_reason', { missing })
  return unit ? parseQuantity(text.trim(), unit) : problem('currency_required')
}

/** A row of an agreements file: one agreement with its promise of jobs and of investment, typed. */
export const agreementRow = agreementCells.transform((cells, ctx) => {
  requireSource(cells, ctx)
  refuseSourceTwice(cells, ctx)
  const jobs = quantityOr(cells.jobs, cells.jobs_missing, 'persons')
  if (!jobs.ok) addProblem(ctx, ['jobs'], jobs)
  const unit = cells.currency === null ? null : { currency: cells.currency }
  const amount = quantityOr(cells.amount, cells.amount_missing, unit)
  if (!amount.ok)
    addProblem(ctx, [amount.code === 'currency_required' ? 'currency' : 'amount'], amount)
  if (cells.baseline_headcount === null) {
    for (const column of ['baseline_date', 'baseline_as_stated'] as const)
      if (cells[column] !== null) addProblem(ctx, [column], { code: 'baseline_missing' })
  }
  if (cells.amount_missing === 'not_applicable') {
    for (const column of ['currency', 'amount_as_stated'] as const)
      if (cells[column] !== null) addProblem(ctx, [column], { code: 'amount_not_applicable' })
  }
  if (!jobs.ok || !amount.ok) return z.NEVER
  return { ...cells, jobs: jobs.value, amount: amount.value, milestones: cells.milestones ?? [] }
})

/** A row of a reports file; its value is read once the commitment and its currency are known. */
export const reportRow = z
  .object({
    reference,
    data_date: requiredDated,
    kind: required(oneOf(OBSERVATION_KINDS)),
    value: required(parsed),
    evidence: required(oneOf(EVIDENCES)),
    as_stated: words,
    perimeter: words,
    ...source,
    notes: words,
  })
  .superRefine(requireSource)

function versionNumber(text: string): Parsed<number> {
  return /^[1-9]\d{0,5}$/.test(text) ? parsed(Number(text)) : problem('version_number')
}

/** A row of an amendments file; its quantities are read once the commitment and its currency are known. */
export const amendmentRow = z
  .object({
    reference,
    measure: required(oneOf(MEASURES)),
    kind: required(oneOf(['amendment', 'correction'])),
    corrects: optional(versionNumber),
    effective_on: dated,
    quantity: raw,
    deadline,
    milestones: raw,
    reason: words,
    as_stated: words,
    deadline_as_stated: words,
    ...source,
  })
  .superRefine((cells, ctx) => {
    requireSource(cells, ctx)
    const [needed, forbidden] =
      cells.kind === 'amendment'
        ? (['effective_on', 'corrects'] as const)
        : (['corrects', 'effective_on'] as const)
    if (cells[needed] === null) addProblem(ctx, [needed], { code: 'required' })
    if (cells[forbidden] !== null)
      addProblem(ctx, [forbidden], { code: 'must_be_empty', values: { kind: cells.kind } })
  })

function eventOf<const K extends string>(kinds: readonly K[]) {
  return z
    .object({
      reference,
      kind: required(oneOf(kinds)),
      on: dated,
      reason: words,
      as_stated: words,
      ...source,
    })
    .superRefine((cells, ctx) => {
      requireSource(cells, ctx)
      const kind: string = cells.kind
      const start = kind === 'signature' || kind === 'project_start'
      if (start && cells.on === null) addProblem(ctx, ['on'], { code: 'required' })
      if (kind === 'annotation' && cells.reason === null)
        addProblem(ctx, ['reason'], { code: 'required' })
    })
}

/** A row of an events file. */
export const eventRow = eventOf(IMPORTED_EVENT_KINDS)

/** An event as a person enters it: also an annotation beside a status, which must say something. */
export const enteredEvent = eventOf(EVENT_KINDS)

/** A row of a targets file. */
export const targetRow = z
  .object({
    code: reference,
    title: requiredWords,
    programme: requiredWords,
    measure: required(oneOf(MEASURES)),
    quantity: required(parsed),
    currency: optional(currency),
    deadline,
    baseline: raw,
    baseline_date: dated,
    sector: optional(oneOf(SECTORS)),
    region: required(oneOf(REGIONS)),
    source_url: optionalUrl,
    source_date: dated,
    as_stated: words,
    notes: words,
  })
  .transform((cells, ctx) => {
    const money = cells.measure === 'investment'
    if (money && cells.currency === null)
      addProblem(ctx, ['currency'], { code: 'currency_required' })
    if (!money && cells.currency !== null)
      addProblem(ctx, ['currency'], { code: 'currency_not_money' })
    if (money !== (cells.currency !== null)) return z.NEVER
    const unit: Unit = cells.currency === null ? 'persons' : { currency: cells.currency }
    const quantity = parseQuantity(cells.quantity, unit)
    if (!quantity.ok) addProblem(ctx, ['quantity'], quantity)
    const baseline = targetBaseline(cells.baseline, unit)
    if (!baseline.ok) addProblem(ctx, ['baseline'], baseline)
    if (!quantity.ok || !baseline.ok) return z.NEVER
    return { ...cells, quantity: quantity.value, baseline: baseline.value }
  })

function targetBaseline(text: string, unit: Unit): Parsed<bigint | null> {
  if (text.trim() === '') return parsed(null)
  const value = parseCount(text.trim(), unit, { negative: false })
  if (!value.ok) return value
  return value.value.comparator === 'eq' ? parsed(value.value.value) : problem('exact_number')
}

// The database holds ten decimals; more would be rounded silently.
const RATE = /^\d{1,10}(\.\d{1,10})?$/

function rate(text: string): Parsed<string> {
  if (!RATE.test(text) || !/[1-9]/.test(text)) return problem('rate_format')
  const [whole = '', decimals = ''] = text.split('.')
  const kept = decimals.replace(/0+$/, '')
  return parsed(`${BigInt(whole)}${kept === '' ? '' : `.${kept}`}`)
}

function foreign(text: string): Parsed<string> {
  return text === HOME_CURRENCY ? problem('rate_of_home', { currency: text }) : currency(text)
}

function day(text: string): Parsed<string> {
  return isIsoDate(text) ? parsed(text) : problem('day_format')
}

/** A row of a rates file: dirhams for one whole unit of a currency, as published for a day. */
export const rateRow = z.object({
  currency: required(foreign),
  date: required(day),
  rate: required(rate),
  source_url: optionalUrl.refine((url) => url !== null, { params: { code: 'required' } }),
})

export type AgreementRow = z.output<typeof agreementRow>
export type ReportRow = z.output<typeof reportRow>
export type AmendmentRow = z.output<typeof amendmentRow>
export type EventRow = z.output<typeof enteredEvent>

function fileColumns(shape: object): string[] {
  return Object.keys(shape).filter((column) => column !== 'source_attachment')
}

/** The columns of each kind of file, in the order of the contract (section 5). */
export const IMPORT_COLUMNS: Record<ImportKind, readonly string[]> = {
  agreements: [
    ...['reference', 'title', 'type', 'binding', 'company', 'other_companies'],
    ...['government_parties', 'signatories', 'signed_on', 'signed_basis', 'sector', 'region'],
    ...['place', 'summary', 'jobs_measure', 'jobs_scope', 'jobs', 'jobs_missing'],
    ...['jobs_as_stated', 'deadline', 'deadline_as_stated', 'milestones', 'baseline_headcount'],
    ...['baseline_date', 'baseline_as_stated', 'amount', 'currency', 'amount_missing'],
    ...['amount_as_stated', 'lifecycle', 'relations', 'source_url', 'source_publisher'],
    ...['source_date', 'source_language', 'other_sources', 'notes'],
  ],
  reports: fileColumns(reportRow.shape),
  amendments: fileColumns(amendmentRow.shape),
  events: fileColumns(eventRow.shape),
  targets: [
    ...['code', 'title', 'programme', 'measure', 'quantity', 'currency', 'deadline', 'baseline'],
    ...['baseline_date', 'sector', 'region', 'source_url', 'source_date', 'as_stated', 'notes'],
  ],
  rates: Object.keys(rateRow.shape),
}

/** Columns without which no row of a kind can be read. */
export const REQUIRED_COLUMNS: Record<ImportKind, readonly string[]> = {
  agreements: [
    ...['reference', 'title', 'type', 'binding', 'company', 'sector', 'region', 'jobs_measure'],
    ...['jobs_scope', 'source_url'],
  ],
  reports: ['reference', 'data_date', 'kind', 'value', 'evidence', 'source_url'],
  amendments: ['reference', 'measure', 'kind', 'quantity', 'source_url'],
  events: ['reference', 'kind', 'source_url'],
  targets: ['code', 'title', 'programme', 'measure', 'quantity', 'region'],
  rates: ['currency', 'date', 'rate', 'source_url'],
}
