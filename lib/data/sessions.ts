import { z } from 'zod'
import { type Db, pool } from './client'

const sessionRow = z.object({
  id: z.string(),
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: z.date(),
  seenAt: z.date(),
})

/** A browser in which an account is signed in. */
export type AccountSession = z.output<typeof sessionRow>

/** The living sessions of an account, the one used last first. `idleMs`: how long one may be idle. */
export async function sessionsOf(
  accountId: string,
  idleMs: number,
  db: Db = pool(),
): Promise<AccountSession[]> {
  const { rows } = await db.query(
    `select id, ip_address as "ipAddress", user_agent as "userAgent", created_at as "createdAt", seen_at as "seenAt"
     from session where account_id = $1 and expires_at > now() and seen_at > now() - make_interval(secs => $2)
     order by seen_at desc`,
    [accountId, idleMs / 1000],
  )
  return z.array(sessionRow).parse(rows)
}

/** Notes that a session was used just now. */
export async function touchSession(id: string, db: Db = pool()): Promise<void> {
  await db.query('update session set seen_at = now() where id = $1', [id])
}

/** Ends one session of an account; false when it has no such session. */
export async function endSession(db: Db, accountId: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query('delete from session where account_id = $1 and id = $2', [
    accountId,
    id,
  ])
  return rowCount === 1
}

/** Ends every session of an account but one (null = every one), and returns how many ended. */
export async function endSessions(
  db: Db,
  accountId: string,
  except: string | null,
): Promise<number> {
  const { rowCount } = await db.query(
    'delete from session where account_id = $1 and id is distinct from $2',
    [accountId, except],
  )
  return rowCount ?? 0
}

/** Ends the sessions of an account that began before an instant. */
export async function endSessionsBefore(db: Db, accountId: string, began: Date): Promise<void> {
  await db.query('delete from session where account_id = $1 and created_at < $2', [
    accountId,
    began,
  ])
}
