import { z } from 'zod'
import type { Db } from '@/lib/data/client'

/** The references that agreements and open proposals have of those that begin so: the stem itself, or numbered. */
export async function namesOfStems(db: Db, stems: readonly string[]): Promise<Set<string>> {
  if (stems.length === 0) return new Set()
  const like = (column: string) =>
    `(${column} = any($1) or regexp_replace(${column}, '-[0-9]+$', '') = any($1))`
  const { rows } = await db.query(
    `select reference from agreement where ${like('reference')}
     union select subject from proposal
     where kind = 'agreement' and state in ('draft', 'submitted', 'returned') and subject is not null and ${like('subject')}`,
    [stems],
  )
  return new Set(
    z
      .array(z.object({ reference: z.string() }))
      .parse(rows)
      .map((row) => row.reference),
  )
}
