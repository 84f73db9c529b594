import { NATIONAL, type ProposalKind, REGIONS, type Region } from '@/lib/domain/types'
import { InvalidInput, type Problem } from '@/lib/errors'
import { IMPORT_COLUMNS } from './import'
import { nearest } from './nearest'

/** Text by column, as typed; a column that nobody typed in is absent or empty. */
export type Cells = Record<string, string>

/** What is proposed: a row of the import format (contract, section 5) as text, complete or not. */
export interface Payload {
  cells: Cells
  /** Figures that a source states and nobody chose; only with an agreement or an edit. */
  claims: Cells[]
  /** Promises in further measures; only with an agreement or an edit. */
  commitments: Cells[]
}

export const PAYLOAD_LISTS = ['claims', 'commitments'] as const
export type PayloadList = (typeof PAYLOAD_LISTS)[number]

const ATTACHED = 'source_attachment'

/** The columns of each kind of proposal: those of the import format, the name of an uploaded source, and the reason of an edit. */
export const PAYLOAD_COLUMNS: Record<ProposalKind, readonly string[]> = {
  agreement: [...IMPORT_COLUMNS.agreements, ATTACHED],
  edit: [...IMPORT_COLUMNS.agreements, ATTACHED, 'reason'],
  report: [...IMPORT_COLUMNS.reports, ATTACHED],
  amendment: [...IMPORT_COLUMNS.amendments, ATTACHED],
  event: [...IMPORT_COLUMNS.events, ATTACHED],
  retraction: ['reference', 'what', 'id', 'reason'],
  target: IMPORT_COLUMNS.targets,
  rate: IMPORT_COLUMNS.rates,
}

/** The columns of the lists that an agreement or an edit brings along. A claim without a source has the agreement's. */
export const LIST_COLUMNS: Record<PayloadList, readonly string[]> = {
  claims: [
    ...['measure', 'quantity', 'currency', 'deadline', 'as_stated', 'deadline_as_stated'],
    ...['source_url', 'source_publisher', 'source_date', ATTACHED, 'notes'],
  ],
  commitments: [
    ...['measure', 'scope', 'quantity', 'missing', 'deadline', 'milestones'],
    ...['as_stated', 'deadline_as_stated'],
  ],
}

/** Kinds that bring lists along. */
export const WITH_LISTS: readonly ProposalKind[] = ['agreement', 'edit']

/** The region whose code a text is; null when it is none. */
export function regionCode(text: string | null): Region | null {
  return REGIONS.find((code) => code === text) ?? null
}

/** The region that a row names; null while it names none. A rate holds for the whole country. */
export function statedRegion(kind: ProposalKind, cells: Cells): Region | null {
  return kind === 'rate' ? NATIONAL : regionCode((cells.region ?? '').trim())
}

/** Columns that JSON gives as arrays: members of one literal, separated by `;` in a file. */
const ARRAYS = [
  ...['other_companies', 'government_parties', 'signatories'],
  ...['milestones', 'relations', 'other_sources'],
]

const MOST_CHARACTERS = 20_000
const MOST_ENTRIES = 50

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Why a text cannot be kept at all; null when it can. The database holds neither NUL nor half a surrogate pair. */
function unkept(path: string, text: string): Problem | null {
  if (text.length > MOST_CHARACTERS)
    return { path, code: 'too_long', values: { maximum: MOST_CHARACTERS } }
  const broken = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
  return text.includes('\0') || broken.test(text) ? { path, code: 'not_text' } : null
}

function textOf(value: unknown, path: string, problems: Problem[]): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    const problem = unkept(path, value)
    if (problem) problems.push(problem)
    return value
  }
  problems.push({ path, code: 'wrong_type', values: { expected: 'string' } })
  return ''
}

function joined(members: readonly unknown[], path: string, problems: Problem[]): string {
  const texts = members.map((member, index) => {
    const text = textOf(member, `${path}.${index}`, problems)
    if (text.includes(';')) problems.push({ path: `${path}.${index}`, code: 'name_character' })
    return text
  })
  return texts.join(';')
}

function cellsOf(
  body: Record<string, unknown>,
  columns: readonly string[],
  base: string,
  problems: Problem[],
): Cells {
  const cells: Cells = {}
  for (const [column, value] of Object.entries(body)) {
    const path = base + column
    if (!columns.includes(column)) {
      const near = nearest(column, columns)
      problems.push(
        near
          ? { path, code: 'unknown_field_near', values: { nearest: near } }
          : { path, code: 'unknown_field' },
      )
    } else if (Array.isArray(value) && ARRAYS.includes(column))
      cells[column] = joined(value, path, problems)
    else cells[column] = textOf(value, path, problems)
  }
  return cells
}

function listOf(body: unknown, list: PayloadList, problems: Problem[]): Cells[] {
  if (body === undefined || body === null) return []
  if (!Array.isArray(body)) {
    problems.push({ path: list, code: 'wrong_type', values: { expected: 'array' } })
    return []
  }
  if (body.length > MOST_ENTRIES)
    problems.push({ path: list, code: 'too_many', values: { maximum: MOST_ENTRIES } })
  return body.slice(0, MOST_ENTRIES).map((entry: unknown, index) => {
    const path = `${list}.${index}`
    if (isObject(entry)) return cellsOf(entry, LIST_COLUMNS[list], `${path}.`, problems)
    problems.push({ path, code: 'wrong_type', values: { expected: 'object' } })
    return {}
  })
}

/** A payload from JSON: the row with the names and literals of the import format, lists as arrays or as literals. Throws InvalidInput on what cannot be kept: unknown names, other types, too long texts; whether the row is complete is not asked here. */
export function parsePayload(kind: ProposalKind, body: unknown): Payload {
  if (!isObject(body))
    throw new InvalidInput([{ path: '', code: 'wrong_type', values: { expected: 'object' } }])
  const problems: Problem[] = []
  const { claims, commitments, ...row } = body
  const lists = WITH_LISTS.includes(kind)
    ? {
        claims: listOf(claims, 'claims', problems),
        commitments: listOf(commitments, 'commitments', problems),
      }
    : { claims: [], commitments: [] }
  if (!WITH_LISTS.includes(kind))
    for (const list of PAYLOAD_LISTS)
      if (body[list] !== undefined) problems.push({ path: list, code: 'unknown_field' })
  const cells = cellsOf(row, PAYLOAD_COLUMNS[kind], '', problems)
  if (problems.length > 0) throw new InvalidInput(problems)
  return { cells, ...lists }
}

/** The lists that a JSON body names, be it to say that there are none. */
export function listsNamed(body: unknown): PayloadList[] {
  return isObject(body) ? PAYLOAD_LISTS.filter((list) => body[list] !== undefined) : []
}

/** The payload in the fields of a form, whose names are paths: `title`, `claims.0.quantity`. Other fields are left alone; an entry in which nothing was typed is none. Throws InvalidInput like parsePayload. */
export function payloadOfForm(
  kind: ProposalKind,
  fields: Iterable<readonly [string, unknown]>,
): Payload {
  const row: Record<string, unknown> = {}
  const lists: Record<PayloadList, Cells[]> = { claims: [], commitments: [] }
  for (const [name, value] of fields) {
    if (typeof value !== 'string') continue
    const [, listName, index, column] = /^(claims|commitments)\.(\d{1,2})\.(\w+)$/.exec(name) ?? []
    const list = PAYLOAD_LISTS.find((known) => known === listName)
    if (list && column && LIST_COLUMNS[list].includes(column)) {
      const entries = lists[list]
      entries[Number(index)] = { ...entries[Number(index)], [column]: value }
    } else if (PAYLOAD_COLUMNS[kind].includes(name)) row[name] = value
  }
  const typed = (entries: Cells[]) =>
    entries.filter((entry) => entry && Object.values(entry).some((text) => text.trim() !== ''))
  if (!WITH_LISTS.includes(kind)) return parsePayload(kind, row)
  const [claims, commitments] = [typed(lists.claims), typed(lists.commitments)]
  return parsePayload(kind, { ...row, claims, commitments })
}

/** Every text of a payload by its path, as the fields of a form are named. */
export function fieldsOfPayload({ cells, claims, commitments }: Payload): Cells {
  const entries = (list: PayloadList, rows: readonly Cells[]) =>
    rows.flatMap((row, index) =>
      Object.entries(row).map(([column, text]) => [`${list}.${index}.${column}`, text] as const),
    )
  return {
    ...cells,
    ...Object.fromEntries([...entries('claims', claims), ...entries('commitments', commitments)]),
  }
}
