import { applyMigrations, differenceToSchema } from './migration-engine'
import { type MigrationStatus, statusOf } from './migration-status'
import { changingTables, refusalOf, withOneConnection } from './one-connection'

/** A migration that could not be applied; nothing of the run was kept. The message is one line for a person. */
export class MigrationError extends Error {}

/**
 * Brings the database at `url` up to this checkout's migrations and returns the names applied, in order.
 * All of them in one transaction: instances that start together wait for each other, and a failure leaves the schema as
 * it was. Throws MigrationError, also when the database has migrations that this checkout does not know.
 */
export async function migrate(url: string): Promise<string[]> {
  try {
    return await changingTables(url, async (pool) => {
      const { unknown } = await statusOf(pool)
      if (unknown.length > 0)
        throw new Error(`it is newer than this program (${unknown.join(', ')})`)
      return applyMigrations(pool)
    })
  } catch (error) {
    throw new MigrationError(`The database was not migrated: ${refusalOf(error)}.`, {
      cause: error,
    })
  }
}

/** What of this checkout's migrations the database at `url` has. */
export async function migrationStatus(url: string): Promise<MigrationStatus> {
  return withOneConnection(url, (pool) => statusOf(pool))
}

/** The SQL from the database at `url` to schema.prisma; empty when they agree. */
export async function schemaDrift(url: string): Promise<string> {
  return withOneConnection(url, differenceToSchema)
}
