import { z } from 'zod'
import type { Db } from '@/lib/data/client'

/** Which of these agreements another one says that it relates to; what the changes of a batch say is left out. */
export async function relatedAmong(
  db: Db,
  ids: readonly number[],
  exceptBatch: string | null,
): Promise<ReadonlySet<number>> {
  const { rows } = await db.query(
    `select distinct r.to_id as id from relation r join change c on c.seq = r.recorded
     where r.to_id = any($1) and r.retracted is null and ($2::text is null or c.batch is distinct from $2)`,
    [ids, exceptBatch],
  )
  return new Set(
    z
      .array(z.object({ id: z.number() }))
      .parse(rows)
      .map(({ id }) => id),
  )
}
