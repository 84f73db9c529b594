import type { StandingRow } from '@/lib/domain/intervals'
import type { Cell } from './rows'

/** knownTo of what still holds. */
export const FOREVER = '9223372036854775807'

/** Columns of a standing that lib/domain computes, with their SQL types. */
export const STATE_COLUMNS = {
  agreement_id: 'int',
  measure: 'text',
  lane: 'text',
  commitment_id: 'int',
  valid_from: 'date',
  valid_to: 'date',
  lifecycle: 'text',
  start: 'date',
  status: 'text',
  status_early: 'text',
  reason: 'text',
  freshness: 'text',
  evidence: 'text',
  comparator: 'text',
  low: 'bigint',
  high: 'bigint',
  missing: 'text',
  currency: 'text',
  target: 'bigint',
  original: 'bigint',
  due: 'date',
  due_early: 'date',
  year_only: 'boolean',
  slippage_days: 'int',
  created: 'bigint',
  approximate: 'boolean',
  data_date: 'date',
  expected_num: 'numeric',
  expected_den: 'numeric',
  piece_from_day: 'date',
  piece_from_value: 'bigint',
  piece_to_day: 'date',
  piece_to_value: 'bigint',
  projected_num: 'numeric',
  projected_den: 'numeric',
  projection: 'jsonb',
  member: 'boolean',
  live: 'boolean',
  reporting: 'boolean',
  bucket: 'text',
  left_out: 'text',
  left_out_for: 'int',
}

/** A computed standing as a row of the table, amounts as text; comparable as JSON with what the table holds. */
export type StandingRecord = Record<keyof typeof STATE_COLUMNS, Cell>

/** Ids that stand for references in the table. */
export interface StandingIds {
  agreement: (reference: string) => number
  commitment: (reference: string, measure: string) => number | null
}

function text(value: bigint | null | undefined): string | null {
  return value === null || value === undefined ? null : value.toString()
}

/** A standing of lib/domain as a row of the table. */
export function toRecord(row: StandingRow, ids: StandingIds): StandingRecord {
  return {
    agreement_id: ids.agreement(row.agreement),
    measure: row.measure,
    lane: row.lane,
    // Without a status there is no known promise, whatever commitment came later.
    commitment_id: row.status === null ? null : ids.commitment(row.agreement, row.measure),
    valid_from: row.validFrom,
    valid_to: row.validTo,
    lifecycle: row.lifecycle,
    start: row.start,
    status: row.status,
    status_early: row.statusEarly,
    reason: row.reason,
    freshness: row.freshness,
    evidence: row.evidence,
    comparator: row.quantity?.comparator ?? null,
    low: text(row.quantity?.low),
    high: text(row.quantity?.high),
    missing: row.quantity?.missing ?? null,
    currency: row.currency,
    target: text(row.target),
    original: text(row.original),
    due: row.due,
    due_early: row.dueEarly,
    year_only: row.yearOnly,
    slippage_days: row.slippageDays,
    created: text(row.created),
    approximate: row.approximate,
    data_date: row.dataDate,
    expected_num: text(row.expected?.num),
    expected_den: text(row.expected?.den),
    piece_from_day: row.piece?.fromDay ?? null,
    piece_from_value: text(row.piece?.fromValue),
    piece_to_day: row.piece?.toDay ?? null,
    piece_to_value: text(row.piece?.toValue),
    projected_num: text(row.projectedAtDue?.num),
    projected_den: text(row.projectedAtDue?.den),
    projection: row.projection,
    member: row.member,
    live: row.live,
    reporting: row.reporting,
    bucket: row.bucket,
    left_out: row.leftOut,
    left_out_for: row.leftOutFor === null ? null : ids.agreement(row.leftOutFor),
  }
}

function sortedKeys(value: Cell): Cell {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sortedKeys(member)]),
  )
}

const COLUMNS = Object.keys(STATE_COLUMNS) as (keyof typeof STATE_COLUMNS)[] // the keys of a constant

/** What is equal for equal standings: every column in one order, whatever order the database keeps JSON in. */
export function fingerprint(record: StandingRecord): string {
  return JSON.stringify(COLUMNS.map((column) => sortedKeys(record[column])))
}
