import type pg from 'pg'
import { migrationNames } from './migrations'

/** Where a database stands against this checkout's migrations; names, oldest first. */
export interface MigrationStatus {
  applied: string[]
  pending: string[]
  /** Applied in the database but unknown to this checkout: it is older than the database. */
  unknown: string[]
}

/** What of this checkout's migrations the database behind a connection has. */
export async function statusOf(db: Pick<pg.Pool, 'query'>): Promise<MigrationStatus> {
  const names = await migrationNames()
  const { rows } = await db.query<{ there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as there`,
  )
  const applied = rows[0]?.there ? await finished(db) : []
  return {
    applied: names.filter((name) => applied.includes(name)),
    pending: names.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !names.includes(name)),
  }
}

async function finished(db: Pick<pg.Pool, 'query'>): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name`,
  )
  return rows.map((row) => row.name)
}
