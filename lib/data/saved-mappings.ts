import { z } from 'zod'
import type { Db, Tx } from '@/lib/data/client'
import type { ImportKind } from '@/lib/schemas/import'
import { type ColumnMapping, columnMapping } from '@/lib/schemas/staged'

const mappingRow = z.object({ id: z.string(), name: z.string(), mapping: columnMapping })

/** A mapping kept under a name, for everybody who brings files of its kind. */
export type SavedMapping = z.output<typeof mappingRow>

/** The mappings kept for a kind, by name. */
export async function listMappings(db: Db, kind: ImportKind): Promise<SavedMapping[]> {
  const { rows } = await db.query(
    'select id, name, mapping from saved_mapping where kind = $1 order by name, id limit 200',
    [kind],
  )
  return z.array(mappingRow).parse(rows)
}

/** Keeps a mapping; one of the same kind and name is replaced. */
export async function keepMapping(
  tx: Tx,
  one: { author: string; kind: ImportKind; name: string; mapping: ColumnMapping },
): Promise<void> {
  await tx.query(
    `insert into saved_mapping (id, author, kind, name, mapping, created_at) values (gen_random_uuid(), $1, $2, $3, $4, now())
     on conflict (kind, name) do update set mapping = excluded.mapping, author = excluded.author, created_at = excluded.created_at`,
    [one.author, one.kind, one.name, JSON.stringify(one.mapping)],
  )
}
