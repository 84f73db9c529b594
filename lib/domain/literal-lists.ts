import { isIsoDate } from './iso-date'
import {
  type Parsed,
  parsed,
  parseQuantity,
  printQuantityLiteral,
  problem,
  type Unit,
} from './literal'
import type { Capacity, IsoDate, Quantity, RelationKind, Side } from './types'
import { CAPACITIES, RELATION_KINDS, SIDES } from './types'

/** Somebody at the table, as a file names them. */
export interface SignatoryEntry {
  side: Side
  capacity: Capacity
  name: string
  title: string
}

/** How an agreement touches another, as a file says it. */
export interface RelationEntry {
  kind: RelationKind
  to: string
}

/** An intermediate promise as a file states it: a day and a quantity that has a number. */
export interface MilestoneEntry {
  on: IsoDate
  quantity: Quantity
}

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/

/** Whether text can name an agreement or a target: letters, digits, point, underscore and hyphen, 80 at most. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text)
}

/** Members separated by `;`; empty text is an empty list. A member is never empty, never twice there and holds no `|`. */
export function parseList(text: string): Parsed<string[]> {
  if (text.trim() === '') return parsed([])
  const members = text.split(';').map((member) => member.trim())
  if (members.includes('')) return problem('list_empty_member')
  const piped = members.find((member) => member.includes('|'))
  if (piped !== undefined) return problem('list_member_character', { member: piped })
  const twice = members.find((member, index) => members.indexOf(member) !== index)
  return twice === undefined ? parsed(members) : problem('list_twice', { member: twice })
}

/** A list as its canonical literal. */
export function printList(members: readonly string[]): string {
  return members.join(';')
}

function parseEach<T>(text: string, parse: (member: string) => Parsed<T>): Parsed<T[]> {
  if (text.trim() === '') return parsed([])
  const values: T[] = []
  for (const member of text.split(';')) {
    const result = parse(member.trim())
    if (!result.ok) return result
    values.push(result.value)
  }
  return parsed(values)
}

function twiceBy<T>(values: readonly T[], key: (value: T) => string): T | undefined {
  const keys = values.map(key)
  return values.find((_, index) => keys.indexOf(keys[index] ?? '') !== index)
}

function parseSignatory(member: string): Parsed<SignatoryEntry> {
  const parts = member.split('|').map((part) => part.trim())
  const [sideText, capacityText, name, title] = parts
  if (parts.length !== 4) return problem('signatory_format', { member })
  const side = SIDES.find((code) => code === sideText)
  const capacity = CAPACITIES.find((code) => code === capacityText)
  if (!side) return problem('unknown_code', { given: sideText ?? '', known: SIDES.join(', ') })
  if (!capacity)
    return problem('unknown_code', { given: capacityText ?? '', known: CAPACITIES.join(', ') })
  return name ? parsed({ side, capacity, name, title: title ?? '' }) : problem('signatory_name')
}

/** Signatories, `side|capacity|name|title` separated by `;`; nobody twice in one capacity. */
export function parseSignatories(text: string): Parsed<SignatoryEntry[]> {
  const result = parseEach(text, parseSignatory)
  if (!result.ok) return result
  const twice = twiceBy(result.value, ({ name, capacity }) => `${name}|${capacity}`)
  return twice ? problem('list_twice', { member: twice.name }) : result
}

/** Signatories as their canonical literal. */
export function printSignatories(entries: readonly SignatoryEntry[]): string {
  return entries
    .map(({ side, capacity, name, title }) => [side, capacity, name, title].join('|'))
    .join(';')
}

function parseRelation(member: string): Parsed<RelationEntry> {
  const split = member.indexOf(':')
  const [kindText, to] = [
    member.slice(0, Math.max(split, 0)).trim(),
    member.slice(split + 1).trim(),
  ]
  const kind = RELATION_KINDS.find((code) => code === kindText)
  if (split < 0 || !isReference(to)) return problem('relation_format', { member })
  return kind
    ? parsed({ kind, to })
    : problem('unknown_code', { given: kindText, known: RELATION_KINDS.join(', ') })
}

/** Relations, `kind:REFERENCE` separated by `;`; none twice. */
export function parseRelations(text: string): Parsed<RelationEntry[]> {
  const result = parseEach(text, parseRelation)
  if (!result.ok) return result
  const twice = twiceBy(result.value, ({ kind, to }) => `${kind}:${to}`)
  return twice ? problem('list_twice', { member: `${twice.kind}:${twice.to}` }) : result
}

/** Relations as their canonical literal. */
export function printRelations(entries: readonly RelationEntry[]): string {
  return entries.map(({ kind, to }) => `${kind}:${to}`).join(';')
}

function parseMilestone(member: string, unit: Unit): Parsed<MilestoneEntry> {
  const split = member.indexOf('=')
  const on = member.slice(0, Math.max(split, 0)).trim()
  if (split < 0 || !isIsoDate(on)) return problem('milestone_format', { member })
  const quantity = parseQuantity(member.slice(split + 1).trim(), unit)
  if (!quantity.ok) return quantity
  const ceiling = quantity.value.comparator === 'le' || quantity.value.comparator === 'lt'
  return ceiling
    ? problem('milestone_ceiling', { member })
    : parsed({ on, quantity: quantity.value })
}

/** Milestones, `2024-12-31=>700` separated by `;`: a day, `=`, a quantity that has a number; days and numbers rise (method, section 3). */
export function parseMilestones(text: string, unit: Unit): Parsed<MilestoneEntry[]> {
  const result = parseEach(text, (member) => parseMilestone(member, unit))
  if (!result.ok) return result
  for (const [index, { on, quantity }] of result.value.entries()) {
    const before = result.value[index - 1]
    if (before && before.on >= on) return problem('milestone_order', { day: on })
    if (before && (before.quantity.low ?? 0n) > (quantity.low ?? 0n))
      return problem('milestone_decreases', { day: on })
  }
  return result
}

/** Milestones as their canonical literal. */
export function printMilestones(entries: readonly MilestoneEntry[], unit: Unit): string {
  return entries
    .map(({ on, quantity }) => `${on}=${printQuantityLiteral(quantity, unit)}`)
    .join(';')
}
