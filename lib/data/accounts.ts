import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { REGIONS, type Region, ROLES, type Role } from '@/lib/domain/types'
import { LOCALES } from '@/lib/format'
import { type Db, pool, type Tx } from './client'

/** Any fixed number: whoever makes the first account queues behind it. */
const FIRST_ACCOUNT_LOCK = 5_210_040_918

const accountRow = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  region: z.enum(REGIONS).nullable(),
  language: z.enum(LOCALES).nullable(),
  disabled: z.boolean(),
  secondFactor: z.boolean(),
  createdAt: z.date(),
})

/** Somebody who may sign in. */
export type Account = z.output<typeof accountRow>

const COLUMNS = `a.id, a.email, a.name, a.role, a.region, a.language, a.disabled,
  a.two_factor_enabled as "secondFactor", a.created_at as "createdAt"`

/** An e-mail address as accounts are found by it: no blanks around, no capitals. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** The account with this id, or null. */
export async function accountById(id: string, db: Db = pool()): Promise<Account | null> {
  const { rows } = await db.query(`select ${COLUMNS} from account a where a.id = $1`, [id])
  return rows.length === 0 ? null : accountRow.parse(rows[0])
}

/** The account with this e-mail address in any spelling, or null. */
export async function accountByEmail(email: string, db: Db = pool()): Promise<Account | null> {
  const { rows } = await db.query(`select ${COLUMNS} from account a where a.email = $1`, [
    foldEmail(email),
  ])
  return rows.length === 0 ? null : accountRow.parse(rows[0])
}

const listedRow = accountRow.extend({ seenAt: z.date().nullable() })

/** An account and when it was last seen with a session that still lives. */
export type ListedAccount = z.output<typeof listedRow>

/** Every account, by name. */
export async function allAccounts(db: Db = pool()): Promise<ListedAccount[]> {
  const { rows } = await db.query(
    `select ${COLUMNS}, (select max(seen_at) from session s where s.account_id = a.id) as "seenAt"
     from account a order by fold(a.name), a.id`,
  )
  return z.array(listedRow).parse(rows)
}

/** Whether anybody has an account yet. */
export async function hasAccounts(db: Db = pool()): Promise<boolean> {
  const { rows } = await db.query('select exists (select from account) as some')
  return z.object({ some: z.boolean() }).parse(rows[0]).some
}

const nameRow = z.object({ id: z.string(), name: z.string(), email: z.string() })

/** How histories show who wrote something. */
export type AccountName = z.output<typeof nameRow>

/**
 * Names and e-mail addresses of the accounts among these actors (proposal.author, change.actor). `terminal` and `public`
 * are literals and have no entry.
 */
export async function accountNames(
  ids: readonly string[],
  db: Db = pool(),
): Promise<Map<string, AccountName>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.query('select id, name, email from account where id = any($1)', [
    [...new Set(ids)],
  ])
  return new Map(
    z
      .array(nameRow)
      .parse(rows)
      .map((row) => [row.id, row]),
  )
}

/** What a new account starts with. */
export interface NewAccount {
  email: string
  name: string
  role: Role
  region: Region | null
  language: (typeof LOCALES)[number] | null
  passwordHash: string
}

/** Adds an account with its password and returns its id, or null when the e-mail address is taken. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<string | null> {
  const id = randomUUID()
  const { rowCount } = await tx.query(
    `insert into account (id, email, name, role, region, language, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, now(), now()) on conflict (email) do nothing`,
    [id, foldEmail(account.email), account.name, account.role, account.region, account.language],
  )
  if (rowCount !== 1) return null
  await tx.query(
    `insert into credential (id, account_id, provider_id, provider_account_id, password, created_at, updated_at)
     values ($1, $2, 'credential', $2, $3, now(), now())`,
    [randomUUID(), id, account.passwordHash],
  )
  return id
}

/** Waits for the turn to make the first account, held until the transaction ends. */
export async function lockFirstAccount(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [FIRST_ACCOUNT_LOCK])
}

/** Locks the enabled administrators, so that two who demote each other wait for one another, and returns their ids. */
export async function lockAdmins(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query(
    `select id from account where role = 'admin' and not disabled order by id for update`,
  )
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id)
}

/** Gives an account a role and a region. */
export async function writeRole(
  tx: Tx,
  id: string,
  role: Role,
  region: Region | null,
): Promise<void> {
  await tx.query('update account set role = $2, region = $3, updated_at = now() where id = $1', [
    id,
    role,
    region,
  ])
}

/** Closes or opens an account. */
export async function writeDisabled(tx: Tx, id: string, disabled: boolean): Promise<void> {
  await tx.query('update account set disabled = $2, updated_at = now() where id = $1', [
    id,
    disabled,
  ])
}

/** Changes how an account is shown and in which language it reads. */
export async function writeProfile(
  tx: Tx,
  id: string,
  name: string,
  language: (typeof LOCALES)[number] | null,
): Promise<void> {
  await tx.query('update account set name = $2, language = $3, updated_at = now() where id = $1', [
    id,
    name,
    language,
  ])
}

/** The stored hash of an account's password, or null when it has none. */
export async function passwordHashOf(id: string, db: Db = pool()): Promise<string | null> {
  const { rows } = await db.query(
    `select password from credential where account_id = $1 and provider_id = 'credential'`,
    [id],
  )
  const [row] = z.array(z.object({ password: z.string().nullable() })).parse(rows)
  return row?.password ?? null
}

/** Replaces the password of an account. */
export async function writePassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.query(
    `update credential set password = $2, updated_at = now() where account_id = $1 and provider_id = 'credential'`,
    [id, passwordHash],
  )
}

/** Takes the second factor away, with whatever waits for it. */
export async function removeSecondFactor(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from second_factor where account_id = $1', [id])
  await tx.query('delete from verification where value = $1', [id])
  await tx.query(
    'update account set two_factor_enabled = false, updated_at = now() where id = $1',
    [id],
  )
}

/** Whether a second factor was begun whose first code has not been confirmed. */
export async function hasPendingSecondFactor(id: string, db: Db = pool()): Promise<boolean> {
  const { rowCount } = await db.query(
    'select from second_factor where account_id = $1 and not verified',
    [id],
  )
  return rowCount === 1
}
