import { z } from 'zod'
import type { Db } from '@/lib/data/client'

/** Whether another agreement says that it relates to this one. */
export async function isRelatedTo(db: Db, id: number): Promise<boolean> {
  const { rows } = await db.query(
    'select exists (select from relation where to_id = $1 and retracted is null) as related',
    [id],
  )
  return z.object({ related: z.boolean() }).parse(rows[0]).related
}
