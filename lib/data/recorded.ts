import { z } from 'zod'
import { type Db, reader } from '@/lib/data/client'
import type { RecordKind } from '@/lib/domain/types'

const FOUND: Record<RecordKind, string> = {
  agreements: 'from agreement where reference = $1',
  companies: 'from organisation where slug = $1',
  signatories: 'from person where slug = $1',
  targets: 'from target where code = $1',
}

/** Whether a record of that name stands in the book, or once did. */
export async function isRecorded(
  kind: RecordKind,
  name: string,
  db: Db = reader(),
): Promise<boolean> {
  const { rows } = await db.query(`select exists (select ${FOUND[kind]}) as found`, [name])
  return z.object({ found: z.boolean() }).parse(rows[0]).found
}
