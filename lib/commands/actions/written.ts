import { z } from 'zod'
import { pool } from '@/lib/data/client'

// What a request leaves behind whatever it asks, and what the worker of the server turns over by itself.
const IN_MOTION = [
  'session',
  'attempt',
  'request_key',
  'verification',
  'webhook_day',
  'report_mail',
]

const tableRow = z.object({ name: z.string() })
const hashRow = z.object({ hash: z.string() })

let statement: string | undefined

async function statementOfAll(): Promise<string> {
  const { rows } = await pool().query(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and not relname = any($1) order by 1`,
    [[...IN_MOTION, '_prisma_migrations']],
  )
  const tables = z.array(tableRow).parse(rows)
  const each = tables.map(
    ({ name }) =>
      `(select '${name}' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from "${name}" t)`,
  )
  return `select md5(${each.join(' || ')}) as hash`
}

/** A hash of every row of every table: two that are alike, and nothing was written between. */
export async function whatIsWritten(): Promise<string> {
  statement ??= await statementOfAll()
  const { rows } = await pool().query(statement)
  return hashRow.parse(rows[0]).hash
}
