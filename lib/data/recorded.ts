import { z } from 'zod'
import { type Db, reader } from '@/lib/data/client'
import type { Instant, RecordKind } from '@/lib/domain/types'

// Names are not dated; the statement takes the same parameters.
const ALWAYS = 'and ($2::timestamptz is null or true)'

const FOUND: Record<RecordKind, string> = {
  agreements: `from agreement a join change made on made.seq = a.recorded
    where a.reference = $1 and case when $2::timestamptz is null then a.retracted is null else made.at <= $2 end`,
  companies: `from organisation where slug = $1 ${ALWAYS}`,
  signatories: `from person where slug = $1 ${ALWAYS}`,
  targets: `from target where code = $1 ${ALWAYS}`,
  r: `from saved_report where id = $1 ${ALWAYS}`,
}

/** Whether a record of that name stands in the book, or did by an instant (null: ever). */
export async function isRecorded(
  kind: RecordKind,
  name: string,
  knownAt: Instant | null,
  db: Db = reader(),
): Promise<boolean> {
  const by = knownAt === null ? null : new Date(knownAt).toISOString()
  const { rows } = await db.query(`select exists (select ${FOUND[kind]}) as found`, [name, by])
  return z.object({ found: z.boolean() }).parse(rows[0]).found
}
