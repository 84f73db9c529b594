import { z } from 'zod'
import { type Asked, askedSql, parametersOf } from '@/lib/data/asked'
import { type Db, reader } from '@/lib/data/client'
import { organisationsSql } from '@/lib/data/directory-sql'
import { amount, fractions, laneSumsRow, toLaneSums } from '@/lib/data/lane-sums'
import type { GroupSums } from '@/lib/domain/portfolio'
import type { QuantitySum } from '@/lib/domain/quantity'
import { PACE_STATUSES, type PaceStatus } from '@/lib/domain/types'

const listedRow = z.object({
  slug: z.string(),
  name: z.string(),
  agreements: z.number(),
  members: z.number(),
  stated: z.number(),
  all_promised: amount,
  high: amount.nullable(),
  strict: z.boolean(),
  approximate: z.boolean(),
  ...laneSumsRow.shape,
  expected: fractions,
  statuses: z.array(z.object({ status: z.enum(PACE_STATUSES), count: z.number() })),
  key: z.string(),
})

const frame = z.object({
  seq: z.string(),
  counts: z.partialRecord(z.enum(['company', 'group', 'government']), z.number()),
  rows: z.array(listedRow),
})

/** One organisation of the directory with the sums of its agreements; persons, or centimes where the measure is money. */
export interface OrganisationSums {
  slug: string
  name: string
  /** Agreements that it takes part in, those that the counting rules dropped too. */
  agreements: number
  promised: QuantitySum
  sums: GroupSums
  /** Members of U with a T, by pace status. */
  statuses: { status: PaceStatus; count: number }[]
}

export interface OrganisationPage {
  rows: OrganisationSums[]
  counts: { company: number; group: number; government: number }
  seq: string
  /** Sort value and slug of the last row, when more follow. */
  last: { value: string; name: string } | null
}

/** A page of the organisations of the kind asked for, after a row of it when `after` is given. */
export async function organisationPage(
  asked: Asked,
  after: { value: string | null; name: string } | null,
  db: Db = reader(),
): Promise<OrganisationPage> {
  const { kind, limit } = asked.filters
  const sql = organisationsSql(askedSql('$1'), kind, asked.filters)
  const parameters = parametersOf(asked, { after: after && [after.value, after.name] })
  const { seq, counts, rows } = frame.parse((await db.query(sql, [parameters])).rows[0])
  const shown = rows.slice(0, limit)
  const end = shown.at(-1)
  return {
    rows: shown.map(toSums),
    counts: { company: 0, group: 0, government: 0, ...counts },
    seq,
    last: rows.length > limit && end ? { value: end.key, name: end.slug } : null,
  }
}

function toSums(row: z.output<typeof listedRow>): OrganisationSums {
  const { slug, name, agreements, statuses, members, stated, all_promised, expected } = row
  const { high, strict, approximate } = row
  return {
    slug,
    name,
    agreements,
    statuses,
    promised: { low: all_promised, high, strict, approximate, stated, of: members },
    sums: { code: slug, count: members, promised: all_promised, lane: toLaneSums(row, expected) },
  }
}
