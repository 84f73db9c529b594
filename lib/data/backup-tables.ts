import { z } from 'zod'
import type { Db } from './client'

const tableRow = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  key: z.array(z.string()),
  references: z.array(z.string()),
})

/** A table of the ledger: its stored columns, its primary key, and the tables that its foreign keys lead to. */
export type LedgerTable = z.output<typeof tableRow>

// Whatever the migrations made, so that a new table is in every backup without a line here. The migrations' own rows are
// left out, a restore migrates by itself; and files on their way in, which are no record of anything yet.
const TABLES = `
  select c.relname as name,
    array(select attname::text from pg_attribute a where a.attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    coalesce((select array(select a.attname::text from unnest(k.conkey) with ordinality as part(attnum, at) join pg_attribute a on a.attrelid = c.oid and a.attnum = part.attnum order by part.at)
      from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'), '{}') as key,
    array(select distinct r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as references
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'
    and c.relname not in ('staged_file', 'staged_chunk', 'staged_row', 'staged_choice')
  order by c.relname <> 'change', c.relname`

/**
 * Every table in an order in which each may be filled after the ones before: referenced tables first, and the changes
 * before the statements that name them, so that every rule of the database judges a restore as it judges a write.
 */
export async function ledgerTables(db: Db): Promise<LedgerTable[]> {
  const { rows } = await db.query(TABLES)
  const tables = z.array(tableRow).parse(rows)
  const ordered = new Set<LedgerTable>()
  const place = (table: LedgerTable, above: readonly LedgerTable[]): void => {
    if (ordered.has(table)) return
    if (above.includes(table)) throw new Error(`the foreign keys of ${table.name} form a circle`)
    for (const other of tables)
      if (table.references.includes(other.name)) place(other, [...above, table])
    ordered.add(table)
  }
  for (const table of tables) place(table, [])
  return [...ordered]
}
