import { z } from 'zod'
import { type Db, pool } from './client'

const attemptRow = z.object({ count: z.number(), seconds: z.number() })

/** Counts one attempt under a key, whichever instance it came to: how many since the window began, and the seconds until it ends. */
export async function countAttempt(
  key: string,
  windowSeconds: number,
  db: Db = pool(),
): Promise<{ count: number; seconds: number }> {
  const { rows } = await db.query(
    `insert into attempt as kept (key, count, reset_at) values ($1, 1, now() + make_interval(secs => $2))
     on conflict (key) do update set
       count = case when kept.reset_at <= now() then 1 else kept.count + 1 end,
       reset_at = case when kept.reset_at <= now() then excluded.reset_at else kept.reset_at end
     returning count, least($2, ceil(extract(epoch from reset_at - now())))::int as seconds`,
    [key, windowSeconds],
  )
  return attemptRow.parse(rows[0])
}

/** Forgets the attempts under a key, and those whose window is over. */
export async function forgetAttempts(key: string, db: Db = pool()): Promise<void> {
  await db.query('delete from attempt where key = $1 or reset_at < now()', [key])
}

/** Forgets what is over, as much as nobody else is at: a new window pays for the ones that ended. */
export async function forgetEndedAttempts(db: Db = pool()): Promise<void> {
  await db.query(
    `delete from attempt where key in (
       select key from attempt where reset_at < now() order by reset_at limit 1000 for update skip locked
     )`,
  )
}
