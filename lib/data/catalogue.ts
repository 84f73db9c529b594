import { z } from 'zod'
import { type Db, reader } from '@/lib/data/client'

const table = z.object({
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string(), required: z.boolean() })),
})

/** A table of the ledger as the database itself describes it. */
export type LedgerTable = z.output<typeof table>

// Who may sign in, what was written to companies and sent to readers, how programs are served, and which file brought proposals, and how far one is on its way, is no part of the ledger (decision 0006).
const APART = [
  ...['account', 'credential', 'session', 'verification', 'second_factor', 'account_link'],
  ...['api_token', 'account_event', 'attempt', 'letter', 'request_key'],
  ...['webhook', 'webhook_event', 'webhook_delivery', 'webhook_attempt', 'webhook_day'],
  ...['report_schedule', 'report_recipient', 'report_turn', 'report_mail'],
  ...['import_file', 'staged_file', 'staged_chunk', 'staged_row', 'staged_choice', 'saved_mapping'],
]

// In the order of their creation; tables that begin with an underscore belong to the migration engine.
const SQL = `select t.relname as name, jsonb_agg(
    jsonb_build_object('name', c.attname, 'type', format_type(c.atttypid, c.atttypmod), 'required', c.attnotnull)
    order by c.attnum
  ) as columns
  from pg_class t join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
  where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace and t.relname !~ '^_' and t.relname <> all($1)
  group by t.oid, t.relname order by t.oid`

/** Every table of the ledger with its columns; those of accounts, letters and which file brought proposals is no data. */
export async function ledgerTables(db: Db = reader()): Promise<LedgerTable[]> {
  return z.array(table).parse((await db.query(SQL, [APART])).rows)
}
