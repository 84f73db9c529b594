import { readDay, readDeadline } from '@/lib/domain/reading/deadline'
import { type Asked, readCount, readQuantity } from '@/lib/domain/reading/quantity'
import type { ReadingValues } from '@/lib/domain/reading/reading'
import type { ProposalKind } from '@/lib/domain/types'
import type { Problem } from '@/lib/errors'
import { rowsOfCell } from './entry-rows'
import type { Cells, Payload } from './proposal'

/** What a reader makes of a typed text. */
type Read = { ok: true; literal: string } | { ok: false; code: string; values?: ReadingValues }

/** Collects literals; a text that cannot be read stays as typed and is named. */
class Reading {
  readonly problems: Problem[] = []

  constructor(
    private readonly cells: Cells,
    private readonly base: string,
  ) {}

  get(column: string): string {
    return (this.cells[column] ?? '').trim()
  }

  read<T extends Read>(column: string, read: (text: string) => T): T | null {
    const text = this.get(column)
    if (text === '') return null
    const result = read(text)
    if (result.ok) this.cells[column] = result.literal
    else this.refuse(column, result)
    return result
  }

  refuse(column: string, { code, values }: { code: string; values?: ReadingValues }): void {
    this.problems.push({ path: this.base + column, code, values })
  }

  /** Milestones: each row's day, of whichever precision, and its quantity. */
  milestones(asked: Asked): void {
    const rows = rowsOfCell('milestones', this.get('milestones')).map((row, index) => {
      const on = readDeadline(row.on ?? '')
      const quantity = readQuantity(row.quantity ?? '', asked)
      if (!on.ok) this.refuse(`milestones.${index}.on`, on)
      if (!quantity.ok) this.refuse(`milestones.${index}.quantity`, quantity)
      return `${on.ok ? on.due : row.on}=${quantity.ok ? quantity.literal : row.quantity}`
    })
    if (rows.length > 0) this.cells.milestones = rows.join(';')
  }

  /** A quantity or an amount, with the currency that its words name where the form names none. */
  amount(column: string, currencyColumn: string): void {
    const currency = this.get(currencyColumn).toUpperCase()
    const asked: Asked = currency === '' ? { unit: 'money' } : { unit: 'money', currency }
    const reading = this.read(column, (text) => readQuantity(text, asked))
    if (reading?.ok && reading.currency) {
      if (currency !== '' && reading.currency !== currency)
        this.refuse(currencyColumn, {
          code: 'currency_typed_differs',
          values: { typed: reading.currency, given: currency },
        })
      else this.cells[currencyColumn] = reading.currency
    }
  }
}

const persons: Asked = { unit: 'persons' }

function moneyIn(currency: string | null): Asked {
  return currency === null ? { unit: 'money' } : { unit: 'money', currency }
}

function readAgreement(reading: Reading): void {
  reading.read('jobs', (text) => readQuantity(text, persons))
  reading.read('deadline', readDeadline)
  reading.read('signed_on', readDay)
  reading.read('baseline_headcount', (text) => readCount(text, persons))
  reading.read('baseline_date', readDay)
  reading.amount('amount', 'currency')
  reading.milestones(persons)
}

function readReport(reading: Reading, currency: string | null): void {
  const kind = reading.get('kind')
  const asked = kind === 'invested_cumulative' ? moneyIn(currency) : persons
  const negative = kind === 'created_cumulative'
  reading.read('data_date', readDay)
  reading.read('value', (text) => readCount(text, asked, { negative }))
}

function readAmendment(reading: Reading, currency: string | null): void {
  const asked = reading.get('measure') === 'investment' ? moneyIn(currency) : persons
  reading.read('quantity', (text) => readQuantity(text, asked))
  reading.read('deadline', readDeadline)
  reading.read('effective_on', readDay)
  reading.milestones(asked)
}

function readRow(kind: ProposalKind, reading: Reading, currency: string | null): void {
  reading.read('source_date', readDay)
  if (kind === 'agreement' || kind === 'edit') readAgreement(reading)
  else if (kind === 'report') readReport(reading, currency)
  else if (kind === 'amendment') readAmendment(reading, currency)
  else if (kind === 'event') reading.read('on', readDay)
}

function readClaim(reading: Reading): void {
  reading.read('deadline', readDeadline)
  reading.read('source_date', readDay)
  if (reading.get('measure') === 'investment') reading.amount('quantity', 'currency')
  else reading.read('quantity', (text) => readQuantity(text, persons))
}

function readCommitment(reading: Reading): void {
  reading.read('quantity', (text) => readQuantity(text, persons))
  reading.read('deadline', readDeadline)
  reading.milestones(persons)
}

function says(cells: Cells, ...columns: string[]): boolean {
  return columns.some((column) => (cells[column] ?? '').trim() !== '')
}

/** What a row lacks beside its plain required columns: a row's schema says it only once those are there, a form at once. */
function unsaid(kind: ProposalKind, cells: Cells): Problem[] {
  const lacks: Problem[] = []
  if (kind === 'retraction' && !says(cells, 'id')) lacks.push({ path: 'id', code: 'required' })
  if (kind !== 'retraction' && !says(cells, 'source_url', 'source_attachment'))
    lacks.push({ path: 'source_url', code: 'required' })
  if (kind !== 'agreement') return lacks
  if (!says(cells, 'jobs', 'jobs_missing')) lacks.push({ path: 'jobs', code: 'quantity_or_reason' })
  if (!says(cells, 'amount', 'amount_missing'))
    lacks.push({ path: 'amount', code: 'quantity_or_reason' })
  return lacks
}

/**
 * What people typed as the literals that files and the API carry (contract, section 5): the one place where the forms'
 * words become literals. A text that cannot be read stays as typed and stands among the problems, beside what is missing. `currency` is the one
 * in which the agreement at hand promises; null where it is not known.
 */
export function literalPayload(
  kind: ProposalKind,
  typed: Payload,
  currency: string | null,
): { payload: Payload; problems: Problem[] } {
  const problems = unsaid(kind, typed.cells)
  const each = (rows: readonly Cells[], list: string, read: (reading: Reading) => void) =>
    rows.map((row, index) => {
      const cells = { ...row }
      const reading = new Reading(cells, `${list}.${index}.`)
      read(reading)
      problems.push(...reading.problems)
      return cells
    })
  const cells = { ...typed.cells }
  const reading = new Reading(cells, '')
  readRow(kind, reading, currency)
  problems.push(...reading.problems)
  const claims = each(typed.claims, 'claims', readClaim)
  const commitments = each(typed.commitments, 'commitments', readCommitment)
  return { payload: { cells, claims, commitments }, problems }
}
