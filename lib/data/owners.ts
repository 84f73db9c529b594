import { z } from 'zod'
import type { Region, Role } from '@/lib/domain/types'
import { type Db, pool, type Tx } from './client'
import { recordset, rowsJson } from './rows'

const nameRow = z.object({ id: z.string(), name: z.string() })

/** An account that looks after agreements, or may. */
export type Owner = z.output<typeof nameRow>

const ownerRow = z.object({ owner: z.string().nullable(), name: z.string().nullable() })

/** Who looks after an agreement, null for nobody; the name is null when the account is gone. */
export async function ownerOf(
  reference: string,
  db: Db = pool(),
): Promise<{ id: string; name: string | null } | null> {
  const { rows } = await db.query(
    `select a.owner, account.name from agreement a left join account on account.id = a.owner
     where a.reference = $1`,
    [reference],
  )
  const [row] = z.array(ownerRow).parse(rows)
  return row?.owner == null ? null : { id: row.owner, name: row.name }
}

/** The open accounts of these roles that write in a region (null: in any at all), by name. */
export async function possibleOwners(
  roles: readonly Role[],
  region: Region | null,
  db: Db = pool(),
): Promise<Owner[]> {
  const { rows } = await db.query(
    `select id, name from account
     where not disabled and role = any($1) and ($2::text is null or region is null or region = $2)
     order by fold(name), id`,
    [roles, region],
  )
  return z.array(nameRow).parse(rows)
}

/** Says who looks after agreements, without a new version of their descriptions: nobody who edits one is in the way. */
export async function writeOwners(
  tx: Tx,
  owned: readonly { id: number; owner: string | null }[],
): Promise<void> {
  if (owned.length === 0) return
  await tx.query(
    `update agreement a set owner = r.owner from ${recordset({ id: 'int', owner: 'text' })} where a.id = r.id`,
    [rowsJson(owned)],
  )
}
