import { z } from 'zod'
import { listSql } from '@/lib/data/agreement-list-sql'
import { type Asked, parametersOf } from '@/lib/data/asked'
import { type Db, reader } from '@/lib/data/client'
import {
  AGREEMENT_TYPES,
  BINDINGS,
  COMPARATORS,
  EVIDENCES,
  FRESHNESSES,
  type IsoDate,
  LIFECYCLES,
  MEASURES,
  MISSING_REASONS,
  NOT_MEASURABLE_REASONS,
  PACE_STATUSES,
  type Quantity,
  type Rational,
  REGIONS,
  SECTORS,
} from '@/lib/domain/types'
import { SORTS } from '@/lib/schemas/filter-keys'

const whole = z.string().transform(BigInt).nullable()
// numeric has no fraction here: sums and products of whole numbers.
const integer = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt)
  .nullable()
const text = z.string().nullable()

const rowSchema = z.object({
  reference: z.string(),
  title: z.string(),
  type: z.enum(AGREEMENT_TYPES),
  binding: z.enum(BINDINGS),
  sector: z.enum(SECTORS),
  region: z.enum(REGIONS),
  place: text,
  company: text,
  company_name: text,
  company_group: z.boolean().nullable(),
  signed_text: text,
  lifecycle: z.enum(LIFECYCLES),
  start: text,
  status: z.enum(PACE_STATUSES).nullable(),
  status_early: z.enum(PACE_STATUSES).nullable(),
  reason: z.enum(NOT_MEASURABLE_REASONS).nullable(),
  freshness: z.enum(FRESHNESSES),
  evidence: z.enum(EVIDENCES),
  comparator: z.enum(COMPARATORS).nullable(),
  low: whole,
  high: whole,
  missing: z.enum(MISSING_REASONS).nullable(),
  currency: text,
  target: whole,
  original: whole,
  due: text,
  due_early: text,
  year_only: z.boolean(),
  created: whole,
  approximate: z.boolean(),
  data_date: text,
  expected_num: integer,
  expected_den: integer,
  guide_num: integer,
  guide_den: z.coerce.number().nullable(),
  live: z.boolean(),
  reporting: z.boolean(),
  left_out: text,
  projection: z.record(z.string(), z.unknown()).nullable(),
  verified_created: whole,
  amount_comparator: z.enum(COMPARATORS).nullable(),
  amount_low: whole,
  amount_high: whole,
  amount_missing: z.enum(MISSING_REASONS).nullable(),
  amount_currency: text,
  amount_target: whole,
  amount_created: whole,
  amount_data_date: text,
  deadline: text,
  updated_at: z.string(),
  measures: z.array(z.enum(MEASURES)),
  key: text,
})
type Row = z.output<typeof rowSchema>

const frame = z.object({ total: z.number(), seq: z.string(), reference: z.string().nullable() })

function quantity(
  comparator: Row['comparator'],
  low: bigint | null,
  high: bigint | null,
  missing: Row['missing'],
): Quantity | null {
  return comparator && { comparator, low, high, missing }
}

function fraction(num: bigint | null, den: bigint | number | null): Rational | null {
  return num === null || den === null ? null : { num, den: BigInt(den) }
}

function toListed(row: Row) {
  return {
    reference: row.reference,
    title: row.title,
    type: row.type,
    binding: row.binding,
    sector: row.sector,
    region: row.region,
    place: row.place,
    company: row.company
      ? { slug: row.company, name: row.company_name ?? '', group: row.company_group ?? false }
      : null,
    /** As stated, with its precision. */
    signedOn: row.signed_text,
    lifecycle: row.lifecycle,
    /** S: the first day of the path. */
    start: row.start,
    /** Null when nothing is promised in the measure. */
    status: row.status,
    statusEarly: row.status_early,
    reason: row.reason,
    freshness: row.freshness,
    evidence: row.evidence,
    /** As stated, in persons or minor units of `currency`. */
    quantity: quantity(row.comparator, row.low, row.high, row.missing),
    currency: row.currency,
    target: row.target,
    targetOriginal: row.original,
    due: row.due,
    dueEarly: row.due_early,
    yearOnly: row.year_only,
    /** The deadline as its literal. */
    deadline: row.deadline,
    created: row.created,
    approximate: row.approximate,
    createdVerified: row.verified_created,
    dataDate: row.data_date,
    /** e(d_r), beside a report. */
    expectedAtReport: fraction(row.expected_num, row.expected_den),
    /** e(asOf). */
    expected: fraction(row.guide_num, row.guide_den),
    live: row.live,
    reporting: row.reporting,
    /** Why the counting rules dropped it; null when it counts. */
    leftOut: row.left_out,
    /** Measures in which it promises besides the one asked for. */
    otherMeasures: row.measures,
    amount: quantity(row.amount_comparator, row.amount_low, row.amount_high, row.amount_missing),
    amountCurrency: row.amount_currency,
    amountRealised: row.amount_created,
    amountDataDate: row.amount_data_date,
    updatedAt: row.updated_at,
  }
}

/** One agreement of a list, as facts: days as text, amounts as whole numbers of persons or minor units. */
export type ListedAgreement = ReturnType<typeof toListed>

export interface ListPage {
  rows: ListedAgreement[]
  total: number
  /** The last change that counted. */
  seq: string
  /** Sort value and reference of the last row, when more follow. */
  last: { value: string | null; name: string } | null
}

/** A page of the list under the filters, after a row of it when `after` is given. */
export async function listPage(
  asked: Asked & { asOf: IsoDate },
  after: { value: string | null; name: string } | null,
  db: Db = reader(),
): Promise<ListPage> {
  const { sort, limit } = asked.filters
  const name = SORTS.find((known) => sort === known || sort === `-${known}`) ?? 'signed'
  const parameters = parametersOf(asked, { after: after && [after.value, after.name] })
  const { rows } = await db.query(listSql(asked.filters, name, sort.startsWith('-')), [parameters])
  const { total, seq } = frame.parse(rows[0])
  const found = z.array(rowSchema).parse(rows.filter((row) => row.reference !== null))
  const shown = found.slice(0, limit)
  const end = shown.at(-1)
  const more = found.length > limit && end !== undefined
  return {
    rows: shown.map(toListed),
    total,
    seq,
    last: more ? { value: end.key, name: end.reference } : null,
  }
}
