import { z } from 'zod'
import type { Db } from './client'

/** Columns of records that hold the number of the change that wrote them. */
const NAMING: [table: string, column: string][] = [
  ['fact', 'recorded'],
  ['fact', 'retracted'],
  ['event', 'recorded'],
  ['event', 'retracted'],
  ['relation', 'recorded'],
  ['relation', 'retracted'],
  ['agreement', 'recorded'],
  ['agreement', 'updated'],
  ['target', 'recorded'],
  ['target', 'updated'],
  ['rate', 'recorded'],
  ['standing', 'known_from'],
]

/** Records that name a change which does not exist. */
export interface Orphans {
  table: string
  column: string
  count: number
  /** The least number that they name. */
  seq: number
}

const orphansRow = z.object({
  table: z.string(),
  column: z.string(),
  count: z.number(),
  seq: z.string().transform(Number),
})

/** Every column whose records name changes that do not exist. */
export async function orphans(db: Db): Promise<Orphans[]> {
  const counted = NAMING.map(
    ([
      table,
      column,
    ]) => `select '${table}' as table, '${column}' as column, count(*)::int as count, min("${column}")::text as seq
      from "${table}" x where not exists (select from change where seq = x."${column}") and "${column}" is not null having count(*) > 0`,
  )
  const { rows } = await db.query(counted.join(' union all '))
  return z.array(orphansRow).parse(rows)
}
