import { z } from 'zod'
import { type Asked, askedSql, parametersOf } from '@/lib/data/asked'
import { type Db, reader } from '@/lib/data/client'
import { KNOWN_TARGET, targetRows } from '@/lib/data/export-others'
import { COMPARATORS, MEASURES, type Quantity, REGIONS, SECTORS } from '@/lib/domain/types'

const text = z.string().nullable()
const amount = z.string().transform(BigInt).nullable()

const row = z
  .object({
    code: z.string(),
    title: z.string(),
    programme: z.string(),
    measure: z.enum(MEASURES),
    comparator: z.enum(COMPARATORS),
    low: amount,
    high: amount,
    currency: text,
    deadline: text,
    baseline: amount,
    baselineDate: text,
    sector: z.enum(SECTORS).nullable(),
    region: z.enum(REGIONS),
    sourceUrl: text,
    sourceDate: text,
    asStated: text,
    notes: text,
  })
  .transform(({ comparator, low, high, ...target }) => {
    const quantity: Quantity = { comparator, low, high, missing: null }
    return { ...target, quantity }
  })

/** A national target as it is shown; amounts in persons or minor units, the deadline as its literal. */
export type NationalTarget = z.output<typeof row>

const COLUMNS = `t.code, t.title, t.programme, t.measure, t.comparator, t.low, t.high, t.currency, t.deadline, t.baseline,
  t.baseline_date as "baselineDate", t.sector, t.region, t.source_url as "sourceUrl", t.source_date as "sourceDate",
  t.as_stated as "asStated", t.notes`

/** The national targets under the filters, known at knownAt, by code. */
export async function nationalTargets(asked: Asked, db: Db = reader()): Promise<NationalTarget[]> {
  const sql = `with ${askedSql('$1')} select ${COLUMNS} ${targetRows(asked.filters)}`
  return z.array(row).parse((await db.query(sql, [parametersOf(asked)])).rows)
}

/** The national target of a code, known at knownAt; null when there is none. */
export async function nationalTarget(
  asked: Asked,
  code: string,
  db: Db = reader(),
): Promise<NationalTarget | null> {
  const sql = `with ${askedSql('$1')} select ${COLUMNS} from target t cross join f where ${KNOWN_TARGET} and t.code = $2`
  const { rows } = await db.query(sql, [parametersOf(asked), code])
  return rows.length === 0 ? null : row.parse(rows[0])
}
