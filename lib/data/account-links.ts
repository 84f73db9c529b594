import { z } from 'zod'
import { LINK_KINDS, type LinkKind } from '@/lib/domain/accounts'
import { REGIONS, type Region, ROLES, type Role } from '@/lib/domain/types'
import { type Db, pool, type Tx } from './client'

const linkRow = z.object({
  id: z.string(),
  kind: z.enum(LINK_KINDS),
  email: z.string().nullable(),
  role: z.enum(ROLES).nullable(),
  region: z.enum(REGIONS).nullable(),
  accountId: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
})

/** A single-use link that has been neither used nor outlived. */
export type AccountLink = z.output<typeof linkRow>

const COLUMNS = `id, kind, email, role, region, account_id as "accountId", created_by as "createdBy",
  created_at as "createdAt", expires_at as "expiresAt"`
const OPEN = 'used_at is null and expires_at > now()'

/** What a new link leads to; the link itself is kept as a hash. */
export interface NewLink {
  kind: LinkKind
  hash: Buffer
  createdBy: string
  expiresAt: Date
  email?: string
  role?: Role
  region?: Region | null
  accountId?: string
}

/** Keeps a link. */
export async function insertLink(db: Db, link: NewLink): Promise<void> {
  const { kind, hash, createdBy, expiresAt, email, role, region, accountId } = link
  await db.query(
    `insert into account_link (id, kind, hash, email, role, region, account_id, created_by, created_at, expires_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, now(), $8)`,
    [
      kind,
      hash,
      email ?? null,
      role ?? null,
      region ?? null,
      accountId ?? null,
      createdBy,
      expiresAt,
    ],
  )
}

/** The open link of a kind behind a hash, or null. */
export async function openLink(
  kind: LinkKind,
  hash: Buffer,
  db: Db = pool(),
): Promise<AccountLink | null> {
  const { rows } = await db.query(
    `select ${COLUMNS} from account_link where kind = $1 and hash = $2 and ${OPEN}`,
    [kind, hash],
  )
  return rows.length === 0 ? null : linkRow.parse(rows[0])
}

/** Uses a link up and returns it, or null when somebody else has, or it is too old: of many at once, one gets it. */
export async function spendLink(tx: Tx, kind: LinkKind, hash: Buffer): Promise<AccountLink | null> {
  const { rows } = await tx.query(
    `update account_link set used_at = now() where kind = $1 and hash = $2 and ${OPEN} returning ${COLUMNS}`,
    [kind, hash],
  )
  return rows.length === 0 ? null : linkRow.parse(rows[0])
}

/** Invitations that wait to be accepted, the newest first. */
export async function openInvitations(db: Db = pool()): Promise<AccountLink[]> {
  const { rows } = await db.query(
    `select ${COLUMNS} from account_link where kind = 'invitation' and ${OPEN} order by created_at desc`,
  )
  return z.array(linkRow).parse(rows)
}

/** Makes an open invitation useless and returns its e-mail address, or null when there is none. */
export async function closeInvitation(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.query(
    `update account_link set used_at = now() where kind = 'invitation' and id = $1 and ${OPEN} returning email`,
    [id],
  )
  return rows.length === 0 ? null : z.object({ email: z.string() }).parse(rows[0]).email
}

/** Makes every open invitation of an e-mail address useless: a newer one replaces it. */
export async function closeInvitationsOf(tx: Tx, email: string): Promise<void> {
  await tx.query(
    `update account_link set used_at = now() where kind = 'invitation' and email = $1 and used_at is null`,
    [email],
  )
}

/** Makes every open link to an account useless. */
export async function closeLinksOf(tx: Tx, accountId: string): Promise<void> {
  await tx.query(
    'update account_link set used_at = now() where account_id = $1 and used_at is null',
    [accountId],
  )
}
