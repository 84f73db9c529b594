import { z } from 'zod'
import { REGIONS, type Region, ROLES, type Role } from '@/lib/domain/types'
import { type Db, pool, type Tx } from './client'

const tokenRow = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string(),
  accountId: z.string(),
  role: z.enum(ROLES),
  region: z.enum(REGIONS).nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
})

const COLUMNS = `t.id, t.name, t.hint, t.account_id as "accountId", t.role, t.region, t.created_at as "createdAt",
  t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt"`

const listedRow = tokenRow.extend({ accountName: z.string(), accountEmail: z.string() })

/** A token without its secret, and whose it is. */
export type ListedToken = z.output<typeof listedRow>

/** What a new token may do, for whom, and until when; the token itself is kept as a hash. */
export interface NewToken {
  hash: Buffer
  accountId: string
  name: string
  hint: string
  role: Role
  region: Region | null
  expiresAt: Date
}

/** Keeps a token and returns its id. */
export async function insertToken(tx: Tx, token: NewToken): Promise<string> {
  const { rows } = await tx.query(
    `insert into api_token (id, hash, account_id, name, hint, role, region, created_at, expires_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, now(), $7) returning id`,
    [
      token.hash,
      token.accountId,
      token.name,
      token.hint,
      token.role,
      token.region,
      token.expiresAt,
    ],
  )
  return z.object({ id: z.string() }).parse(rows[0]).id
}

const usedRow = tokenRow.extend({
  ownerRole: z.enum(ROLES),
  ownerRegion: z.enum(REGIONS).nullable(),
  ownerSecondFactor: z.boolean(),
})

/** A valid token with its owner's present role, region and second factor. */
export type UsedToken = z.output<typeof usedRow>

/** The token behind a hash while it is neither revoked nor expired and its account is open; notes the use, to the minute. */
export async function liveToken(hash: Buffer, db: Db = pool()): Promise<UsedToken | null> {
  const { rows } = await db.query(
    `select ${COLUMNS}, a.role as "ownerRole", a.region as "ownerRegion", a.two_factor_enabled as "ownerSecondFactor"
     from api_token t join account a on a.id = t.account_id
     where t.hash = $1 and t.revoked_at is null and t.expires_at > now() and not a.disabled`,
    [hash],
  )
  if (rows.length === 0) return null
  const token = usedRow.parse(rows[0])
  await db.query(
    `update api_token set last_used_at = now()
     where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    [token.id],
  )
  return token
}

/** Every token, living ones first, then the newest. */
export async function allTokens(db: Db = pool()): Promise<ListedToken[]> {
  const { rows } = await db.query(
    `select ${COLUMNS}, a.name as "accountName", a.email as "accountEmail"
     from api_token t join account a on a.id = t.account_id
     order by (t.revoked_at is not null or t.expires_at <= now()), t.created_at desc`,
  )
  return z.array(listedRow).parse(rows)
}

/** Revokes a token and returns whose it was, or null when there is no living one. */
export async function revokeToken(tx: Tx, id: string): Promise<ListedToken | null> {
  const { rows } = await tx.query(
    `update api_token t set revoked_at = now() from account a
     where t.id = $1 and t.revoked_at is null and a.id = t.account_id
     returning ${COLUMNS}, a.name as "accountName", a.email as "accountEmail"`,
    [id],
  )
  return rows.length === 0 ? null : listedRow.parse(rows[0])
}
