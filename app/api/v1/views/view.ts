import type { Viewer } from '@/lib/auth/viewer'
import { printMoney } from '@/lib/domain/money'
import { isCeiling, type QuantitySum } from '@/lib/domain/quantity'
import { halfUpTo } from '@/lib/domain/rational'
import type { IsoDate, Quantity, Rational } from '@/lib/domain/types'
import type { FileCell, FileColumn, FileTable } from '@/lib/files/table'
import type { Locale } from '@/lib/format'
import type { Translator } from '@/lib/print'
import type { Filters } from '@/lib/schemas/filters'

/** A list that is asked for as a file. */
export interface ViewAsked {
  viewer: Viewer
  filters: Filters
  locale: Locale
  t: Translator
}

/** The list: its columns in the order and the words of its page, and all of its rows. */
export interface View extends FileTable {
  asOf: IsoDate
}

/** A column and what stands in it. */
export interface ViewColumn<Row> extends FileColumn {
  of: (row: Row) => FileCell
}

/** Rows under columns, as they come. */
export function tableOf<Row>(
  columns: ViewColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): FileTable {
  async function* cells() {
    for await (const row of rows) yield columns.map(({ of }) => of(row))
  }
  return { columns, rows: cells() }
}

interface Page<Row> {
  rows: readonly Row[]
  next: string | null
}

/** The rows of all pages of a list; its cursors keep them to one state of the ledger. */
export async function* everyPage<Row>(
  first: Page<Row>,
  turn: (cursor: string) => Promise<Page<Row>>,
): AsyncGenerator<Row> {
  for (let page = first; ; ) {
    yield* page.rows
    if (page.next === null) return
    page = await turn(page.next)
  }
}

/** Whole persons, or whole units of a currency, as files write them. */
export function amountCell(value: bigint | null, currency: string | null): FileCell {
  if (value === null) return null
  return currency === null ? String(value) : printMoney(value, currency)
}

/** The same of a fraction, rounded half-up to one person or minor unit (method, section 1). */
export function roundedCell(value: Rational | null, currency: string | null): FileCell {
  return amountCell(value && halfUpTo(value, 0), currency)
}

type Stated = Quantity | QuantitySum | null

const SIGNS = { eq: '', gt: '>', ge: '≥', approx: '≈', range: '', le: '≤', lt: '<' } as const

function signOf(t: Translator, stated: Stated): FileCell {
  if (stated === null) return null
  if ('stated' in stated) {
    const open = stated.strict ? '>' : stated.high === null ? '≥' : ''
    return stated.stated === 0 ? null : `${open}${stated.approximate ? '≈' : ''}` || null
  }
  const { comparator, missing } = stated
  if (comparator === 'missing') return missing && t(`codes.missingReason.${missing}`)
  return SIGNS[comparator] || null
}

function numberOf(stated: Stated): bigint | null {
  if (stated === null) return null
  if ('stated' in stated) return stated.stated === 0 ? null : stated.low
  return isCeiling(stated) ? stated.high : stated.low
}

function upperOf(stated: Stated): bigint | null {
  if (stated === null || stated.high === null) return null
  if ('stated' in stated) return stated.high === stated.low ? null : stated.high
  return stated.comparator === 'range' ? stated.high : null
}

/** A stated quantity in three columns: its sign as the page prints it, the number, and the upper end of a range. */
export function quantityColumns<Row>(
  t: Translator,
  label: string,
  of: (row: Row) => Stated,
  currencyOf: (row: Row) => string | null,
): ViewColumn<Row>[] {
  const kind = 'decimal' // whole persons, or money with its decimals
  return [
    {
      ...{ name: 'sign', kind: 'text', label: t('views.sign', { column: label }) },
      of: (row) => signOf(t, of(row)),
    },
    { name: 'number', kind, label, of: (row) => amountCell(numberOf(of(row)), currencyOf(row)) },
    {
      ...{ name: 'upper', kind, label: t('views.upper', { column: label }) },
      of: (row) => amountCell(upperOf(of(row)), currencyOf(row)),
    },
  ]
}
