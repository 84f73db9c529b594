import { parseDated, parseDeadline } from '@/lib/domain/literal'
import { readDay, readDeadline } from '@/lib/domain/reading/deadline'
import { type Asked, readCount, readQuantity } from '@/lib/domain/reading/quantity'
import type { ImportKind } from '@/lib/schemas/import'
import type { Cells } from '@/lib/schemas/proposal'
import { reasonOf, saysNothing } from './absent-words'
import { codeOf, nearestLabel } from './code-words'
import { languageOf } from './language-words'
import type { CellRefusal } from './read-cells'
import { remembered } from './remembered'

/** A row of our columns, as far as its texts could be understood. */
export interface Understood {
  cells: Cells
  refusals: CellRefusal[]
  /** Columns whose text could be meant otherwise. */
  doubts: string[]
}

/** How the texts of a file are written: its decimals, and the units that heads of columns state, such as MDH. */
export interface Written {
  decimal: '.' | ','
  units: ReadonlyMap<string, string>
}

const DAYS = [
  'signed_on',
  'source_date',
  'baseline_date',
  'data_date',
  'effective_on',
  'on',
  'date',
]
const PERSONS: Asked = { unit: 'persons' }
/** Where words such as "confidential" stand for what is absent; in prose they are what was written. */
const SAYS_WHY = new Set(['jobs', 'amount', 'baseline_headcount', 'deadline', ...DAYS])
/** A figure as our own files write it, read alike whatever the file's decimals. */
const LITERAL = /^(?:>=|<=|>|<|~)?-?\d+(?:\.\d+)?(?:\.\.-?\d+(?:\.\d+)?)?$/
const BARE = /^[\d\s.,\u00a0\u202f]+$/
const COMMA_NUMBER = /\d+(?:[.\s\u00a0\u202f]\d{3})*(?:,\d+)?/g

const DIGITS = /\d(?:[\d.,\s\u00a0\u202f]*\d)?/g
/** A text with at most this many figures; they stand for small numbers while their words are looked at. */
const MOST_FIGURES = 10n

// A point or comma before three digits groups thousands in words that people write: a fourth makes it a decimal.
function asDecimal(number: string): string {
  return /^\d{1,3}\.\d{3}$/.test(number) ? `${number}0` : number
}

// "1.500,25" as the readers of words take it: thousands close together, decimals after a point.
function withPoints(text: string): string {
  return text.replaceAll(COMMA_NUMBER, (number) => {
    const plain = number.replaceAll(/[.\s\u00a0\u202f]/g, '').replace(',', '.')
    return asDecimal(plain)
  })
}

// Whether a text states neither a currency nor a size such as "millions" beside its figures: "plus de 50", "50-60".
function isBare(text: string): boolean {
  if (BARE.test(text)) return true
  let figure = 2
  const small = text.replaceAll(DIGITS, () => {
    figure += 1
    return String(figure)
  })
  const found = readQuantity(small, PERSONS)
  if (!found.ok) return false
  const { low, high } = found.quantity
  return (low ?? 0n) <= MOST_FIGURES && (high ?? 0n) <= MOST_FIGURES
}

// Days repeat themselves more than anything else that people write.
const dayIn = remembered(readDay, 10_000)

type Read = { ok: true; literal: string; doubts: readonly unknown[]; currency?: string | null }
type Unread = { ok: false; code: string; values?: Record<string, string | number> }

/** Reads the texts of one row, column by column. */
class Reader {
  readonly refusals: CellRefusal[] = []
  readonly doubts = new Set<string>()

  constructor(
    readonly cells: Cells,
    private readonly written: Written,
  ) {}

  get(column: string): string {
    return (this.cells[column] ?? '').trim()
  }

  /** A figure in words or numbers; the unit of the column's head counts for bare numbers. */
  figure(column: string, read: (text: string) => Read | Unread): Read | null {
    const text = this.get(column)
    if (text === '') return null
    const stated = this.written.units.get(column)
    const unit = stated !== undefined && isBare(text) ? stated : undefined
    const comma = this.written.decimal === ','
    if (unit === undefined && LITERAL.test(text) && !(comma && text.includes('.'))) {
      this.cells[column] = text
      return null
    }
    const points = comma ? withPoints(text) : unit === undefined ? text : asDecimal(text)
    const found = this.take(column, text, read(unit === undefined ? points : `${points} ${unit}`))
    if (found && unit !== undefined) this.doubts.add(column)
    return found
  }

  words(
    column: string,
    isLiteral: (text: string) => boolean,
    read: (text: string) => Read | Unread,
  ): void {
    const text = this.get(column)
    if (text === '' || isLiteral(text)) return
    this.take(column, text, read(text))
  }

  /** A code that is not known, refused with the one that was probably meant. */
  suggest(column: string, text: string, suggestion: string | null): void {
    if (suggestion === null) return
    const reason = { code: 'unknown_value_near', values: { value: text, suggestion } }
    this.refusals.push({ column, value: text, reason })
  }

  private take(column: string, text: string, found: Read | Unread): Read | null {
    if (!found.ok) {
      const { code, values } = found
      this.refusals.push({ column, value: text, reason: values ? { code, values } : { code } })
      return null
    }
    this.cells[column] = found.literal
    if (found.doubts.length > 0) this.doubts.add(column)
    return found
  }
}

/** The code of a currency by its name or sign; one that is not known stays and is refused later. */
function currencyOf(text: string): string {
  if (saysNothing(text) && !/\p{Sc}/u.test(text)) return ''
  if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase()
  const named = readQuantity(`1 ${text}`, { unit: 'money' })
  return named.ok && named.literal === '1' && named.currency ? named.currency : text
}

function readMoney(reader: Reader, column: string, currencyColumn: string | null): void {
  const currency = currencyColumn === null ? '' : reader.get(currencyColumn).toUpperCase()
  const asked: Asked = currency === '' ? { unit: 'money' } : { unit: 'money', currency }
  const found = reader.figure(column, (text) => readQuantity(text, asked))
  if (found?.currency && currencyColumn !== null && currency === '')
    reader.cells[currencyColumn] = found.currency
}

function readFigures(kind: ImportKind, reader: Reader): void {
  if (kind === 'agreements') {
    reader.figure('jobs', (text) => readQuantity(text, PERSONS))
    reader.figure('baseline_headcount', (text) => readCount(text, PERSONS))
    readMoney(reader, 'amount', 'currency')
  } else if (kind === 'reports') {
    const money = reader.get('kind') === 'invested_cumulative'
    const negative = reader.get('kind') === 'created_cumulative'
    const asked: Asked = money ? { unit: 'money' } : PERSONS
    reader.figure('value', (text) => readCount(text, asked, { negative }))
  } else if (kind === 'amendments') {
    const money = reader.get('measure') === 'investment'
    reader.figure('quantity', (text) => readQuantity(text, money ? { unit: 'money' } : PERSONS))
  } else if (kind === 'targets') {
    const money = reader.get('measure') === 'investment'
    if (money) readMoney(reader, 'quantity', 'currency')
    else reader.figure('quantity', (text) => readQuantity(text, PERSONS))
    reader.figure('baseline', (text) => readCount(text, money ? { unit: 'money' } : PERSONS))
  } else if (kind === 'rates') readRate(reader)
}

/** A rate with its decimals after a comma; three of them could be thousands. */
function readRate(reader: Reader): void {
  const text = reader.get('rate')
  if (!/^\d+,\d+$/.test(text)) return
  reader.cells.rate = text.replace(',', '.')
  if (/,\d{3}$/.test(text)) reader.doubts.add('rate')
}

/** A number that is not there has a reason, never a zero: the source does not state it, unless the file says why. */
function giveReasons(reader: Reader, written: Cells): void {
  for (const column of ['jobs', 'amount']) {
    if (reader.get(column) !== '' || reader.get(`${column}_missing`) !== '') continue
    reader.cells[`${column}_missing`] = reasonOf(written[column] ?? '') ?? 'not_stated'
    reader.doubts.add(`${column}_missing`)
  }
}

/**
 * What the texts of a row mean in the import format (contract, section 5): figures, amounts, days and deadlines as people
 * write them in three languages, codes by their labels, words for nothing as nothing. A text that cannot be read stays and
 * is refused with its reason; texts of the format itself stay as they are.
 */
export function understandRow(kind: ImportKind, written: Cells, how: Written): Understood {
  const reader = new Reader({ ...written }, how)
  const { cells } = reader
  for (const [column, text] of Object.entries(written)) {
    const code = codeOf(kind, column, text)
    if (typeof code === 'string') cells[column] = code
    else if (saysNothing(text) || (SAYS_WHY.has(column) && reasonOf(text))) cells[column] = ''
    else if (code === null) reader.suggest(column, text, nearestLabel(kind, column, text))
  }
  if (written.currency?.trim()) cells.currency = currencyOf(written.currency.trim())
  if (cells.source_language)
    cells.source_language = languageOf(cells.source_language) ?? cells.source_language
  if (cells.source_url?.trim().startsWith('www.'))
    cells.source_url = `https://${cells.source_url.trim()}`
  for (const column of DAYS)
    if (column in cells) reader.words(column, (text) => parseDated(text).ok, dayIn)
  if ('deadline' in cells) reader.words('deadline', (text) => parseDeadline(text).ok, readDeadline)
  readFigures(kind, reader)
  if (kind === 'agreements') giveReasons(reader, written)
  return { cells, refusals: reader.refusals, doubts: [...reader.doubts] }
}

const STATED_UNIT = /\(([^()]+)\)|\[([^[\]]+)\]|\b(?:in|en)\s+(.+)$/i
const MONEY_COLUMNS = ['amount', 'value', 'quantity']

/** The units that the heads of a file state for columns of money: "Montant (MDH)" is in millions of dirhams. */
export function unitsOf(heads: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const units = new Map<string, string>()
  for (const column of MONEY_COLUMNS) {
    const [, round, square, plain] = STATED_UNIT.exec(heads.get(column) ?? '') ?? []
    const unit = (round ?? square ?? plain)?.trim()
    if (unit && readQuantity(`1 ${unit}`, { unit: 'money' }).ok) units.set(column, unit)
  }
  return units
}
