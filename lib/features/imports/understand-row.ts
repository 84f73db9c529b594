import { parseDated, parseDeadline } from '@/lib/domain/literal'
import { readDay, readDeadline } from '@/lib/domain/reading/deadline'
import { type Asked, readCount, readQuantity } from '@/lib/domain/reading/quantity'
import type { Cells } from '@/lib/schemas/proposal'
import type { StagedKind } from '@/lib/schemas/staged'
import { codeOf } from './code-words'
import { folded } from './folded'
import type { CellRefusal } from './read-cells'

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

const DAYS = ['signed_on', 'source_date', 'baseline_date', 'data_date', 'effective_on', 'on']
const WORDS_OF_NOTHING = new Set(
  [
    ...[
      'na',
      'n a',
      'nd',
      'n d',
      'nc',
      'n c',
      'null',
      'none',
      'nil',
      'not available',
      'not stated',
      'unknown',
      'tbd',
    ],
    ...[
      'non disponible',
      'non communiqué',
      'non précisé',
      'inconnu',
      'néant',
      'à préciser',
      'sans objet',
    ],
    ...['غير متوفر', 'غير معروف', 'غير محدد', 'لا يوجد', 'غير مذكور'],
  ].map(folded),
)
const LONGEST_NOTHING = 24
/** A figure as our own files write it, read alike whatever the file's decimals. */
const LITERAL = /^(?:>=|<=|>|<|~)?-?\d+(?:\.\d+)?(?:\.\.-?\d+(?:\.\d+)?)?$/
const BARE = /^[\d\s.,\u00a0\u202f]+$/
const COMMA_NUMBER = /\d+(?:[.\s\u00a0\u202f]\d{3})*(?:,\d+)?/g

/** Whether a text says that there is nothing to say. */
function saysNothing(text: string): boolean {
  if (text.length > LONGEST_NOTHING) return false
  const plain = folded(text)
  return plain === '' || WORDS_OF_NOTHING.has(plain)
}

// "1.500,25" as the readers of words take it: thousands close together, decimals after a point.
function withPoints(text: string): string {
  return text.replaceAll(COMMA_NUMBER, (number) =>
    number.replaceAll(/[.\s\u00a0\u202f]/g, '').replace(',', '.'),
  )
}

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
    const unit = BARE.test(text) ? this.written.units.get(column) : undefined
    const comma = this.written.decimal === ','
    if (unit === undefined && LITERAL.test(text) && !(comma && text.includes('.'))) {
      this.cells[column] = text
      return null
    }
    const points = comma ? withPoints(text) : text
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

function readMoney(reader: Reader, column: string, currencyColumn: string | null): void {
  const currency = currencyColumn === null ? '' : reader.get(currencyColumn).toUpperCase()
  const asked: Asked = currency === '' ? { unit: 'money' } : { unit: 'money', currency }
  const found = reader.figure(column, (text) => readQuantity(text, asked))
  if (found?.currency && currencyColumn !== null && currency === '')
    reader.cells[currencyColumn] = found.currency
}

const PERSONS: Asked = { unit: 'persons' }

function readFigures(kind: StagedKind, reader: Reader): void {
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
  }
}

/** A number that is not there has a reason, never a zero: the source does not state it, unless the file says why. */
function giveReasons(reader: Reader): void {
  for (const column of ['jobs', 'amount']) {
    if (reader.get(column) !== '' || reader.get(`${column}_missing`) !== '') continue
    reader.cells[`${column}_missing`] = 'not_stated'
    reader.doubts.add(`${column}_missing`)
  }
}

/**
 * What the texts of a row mean in the import format (contract, section 5): figures, amounts, days and deadlines as people
 * write them in three languages, codes by their labels, words for nothing as nothing. A text that cannot be read stays and
 * is refused with its reason; texts of the format itself stay as they are.
 */
export function understandRow(kind: StagedKind, written: Cells, how: Written): Understood {
  const reader = new Reader({ ...written }, how)
  const { cells } = reader
  for (const [column, text] of Object.entries(written)) {
    const code = codeOf(kind, column, text)
    if (typeof code === 'string') cells[column] = code
    else if (saysNothing(text)) cells[column] = ''
  }
  if (cells.currency) cells.currency = cells.currency.trim().toUpperCase()
  if (cells.source_url?.trim().startsWith('www.'))
    cells.source_url = `https://${cells.source_url.trim()}`
  for (const column of DAYS)
    if (column in cells) reader.words(column, (text) => parseDated(text).ok, readDay)
  if ('deadline' in cells) reader.words('deadline', (text) => parseDeadline(text).ok, readDeadline)
  readFigures(kind, reader)
  if (kind === 'agreements') giveReasons(reader)
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
