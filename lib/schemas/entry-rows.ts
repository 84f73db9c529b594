import type { ProposalKind } from '@/lib/domain/types'
import type { Problem } from '@/lib/errors'
import { type Cells, fieldsOfPayload, type Payload, payloadOfForm } from './proposal'

/** What stands in the fields of a form, by their names, exactly as typed. */
export type Fields = Record<string, string>

interface RowList {
  /** The fields of one row, in the order of its literal. */
  parts: readonly string[]
  separator: string
  /** Parts in which somebody typed something: a row without any of them is none. */
  typed: readonly string[]
}

/** Cells that a form shows as rows: `signatories.0.name` stands in the cell `signatories` (contract, section 5). */
export const ROW_LISTS = {
  other_companies: { parts: ['name'], separator: '|', typed: ['name'] },
  government_parties: { parts: ['name'], separator: '|', typed: ['name'] },
  signatories: {
    parts: ['side', 'capacity', 'name', 'title'],
    separator: '|',
    typed: ['name', 'title'],
  },
  milestones: { parts: ['on', 'quantity'], separator: '=', typed: ['on', 'quantity'] },
  relations: { parts: ['kind', 'to'], separator: ':', typed: ['to'] },
  other_sources: { parts: ['url'], separator: '|', typed: ['url'] },
} as const satisfies Record<string, RowList>
export type RowListName = keyof typeof ROW_LISTS

const ROW =
  /^((?:commitments\.\d{1,2}\.)?(other_companies|government_parties|signatories|milestones|relations|other_sources))\.(\d{1,2})\.(\w+)$/

interface ListRow {
  index: number
  parts: Fields
}

function isRowList(name: string | undefined): name is RowListName {
  return name !== undefined && name in ROW_LISTS
}

/** The rows that fields name, by the path of their cell. */
function rowsByCell(fields: Fields): Map<string, { list: RowListName; rows: ListRow[] }> {
  const cells = new Map<string, { list: RowListName; rows: ListRow[] }>()
  for (const [name, text] of Object.entries(fields)) {
    const [, cell, list, number, part] = ROW.exec(name) ?? []
    if (!cell || !part || !isRowList(list)) continue
    const found = cells.get(cell) ?? { list, rows: [] }
    const index = Number(number)
    const row = found.rows.find((known) => known.index === index)
    if (row) row.parts[part] = text
    else found.rows.push({ index, parts: { [part]: text } })
    cells.set(cell, found)
  }
  return cells
}

/** A `;` or a separator inside a member would split it in two; an address can say `;` otherwise. */
function memberOf(
  path: string,
  { parts, separator }: RowList,
  row: ListRow,
  problems: Problem[],
): string {
  const texts = parts.map((part) => {
    const text = (row.parts[part] ?? '').trim()
    if (part === 'url') return text.replaceAll(';', '%3B')
    if (text.includes(';') || (separator === '|' && text.includes('|')))
      problems.push({ path: `${path}.${row.index}.${part}`, code: 'name_character' })
    return text
  })
  return texts.join(separator)
}

/** The one choice of a retraction: `fact:12`, `relation:part_of:REF`. */
export const STATEMENT = 'statement'

function statementCells(text: string): Cells {
  const split = text.indexOf(':')
  return split < 0 ? {} : { what: text.slice(0, split), id: text.slice(split + 1) }
}

/** What a form proposes: rows joined into their cells, and what stands in a row but can stand in no cell. Throws InvalidInput like parsePayload. */
export function payloadOfFields(
  kind: ProposalKind,
  fields: Fields,
): { payload: Payload; problems: Problem[] } {
  const problems: Problem[] = []
  const cells: Cells = {}
  for (const [path, { list, rows }] of rowsByCell(fields)) {
    const shape: RowList = ROW_LISTS[list]
    cells[path] = rows
      .filter(({ parts }) => shape.typed.some((part) => (parts[part] ?? '').trim() !== ''))
      .sort((a, b) => a.index - b.index)
      .map((row) => memberOf(path, shape, row, problems))
      .join(';')
  }
  if (kind === 'retraction') Object.assign(cells, statementCells(fields[STATEMENT] ?? ''))
  const plain = Object.entries(fields).filter(([name]) => !ROW.test(name))
  return { payload: payloadOfForm(kind, [...plain, ...Object.entries(cells)]), problems }
}

/** The members of a cell as the rows of a form; the last part takes what is left. */
export function rowsOfCell(list: RowListName, text: string): Fields[] {
  const { parts, separator }: RowList = ROW_LISTS[list]
  if (text.trim() === '') return []
  return text.split(';').map((member) => {
    const texts = member.split(separator)
    const last = texts.slice(parts.length - 1).join(separator)
    return Object.fromEntries(
      parts.map((part, index) => [
        part,
        (index === parts.length - 1 ? last : (texts[index] ?? '')).trim(),
      ]),
    )
  })
}

const CELL =
  /^(?:commitments\.\d{1,2}\.)?(other_companies|government_parties|signatories|milestones|relations|other_sources)$/

/** The fields of a form that shows a payload. */
export function fieldsOfEntry(payload: Payload): Fields {
  const fields: Fields = {}
  for (const [name, text] of Object.entries(fieldsOfPayload(payload))) {
    const list = CELL.exec(name)?.[1]
    if (!isRowList(list)) fields[name] = text
    else
      for (const [index, row] of rowsOfCell(list, text).entries())
        for (const [part, value] of Object.entries(row)) fields[`${name}.${index}.${part}`] = value
  }
  const { what, id } = payload.cells
  if (what) fields[STATEMENT] = `${what}:${id ?? ''}`
  return fields
}

function typedRows(fields: Fields, list: string): number[] {
  const column = list.split('.').at(-1)
  const typed: readonly string[] | null = isRowList(column) ? ROW_LISTS[column].typed : null
  const numbers = Object.entries(fields).flatMap(([name, text]) => {
    if (!name.startsWith(`${list}.`) || text.trim() === '') return []
    const [number, part] = name.slice(list.length + 1).split('.')
    return typed === null || typed.includes(part ?? '') ? [Number(number)] : []
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** Where a problem of the payload stands in the form: rows in which nothing is typed were left out there. */
export function pathInForm(fields: Fields, path: string): string {
  if (path === 'what' || path === 'id') return STATEMENT
  const [list, number, ...rest] = path.split('.')
  if (list === undefined || number === undefined || rest.length === 0) return path
  const row = `${list}.${typedRows(fields, list)[Number(number)] ?? number}`
  const [inner, innerNumber, ...part] = rest
  if (innerNumber === undefined || part.length === 0) return [row, ...rest].join('.')
  const nested = typedRows(fields, `${row}.${inner}`)[Number(innerNumber)] ?? innerNumber
  return [row, inner, nested, ...part].join('.')
}
