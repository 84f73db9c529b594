import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const DIRECTORY = path.resolve('prisma/migrations')

/** Migrations of this checkout by name, in order, in the shape that the schema engine takes. */
export async function readMigrations(names: readonly string[]) {
  return {
    baseDir: DIRECTORY,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(migrationFile(name), 'utf8'),
          },
        },
      })),
    ),
  }
}

/** Names of this checkout's migrations, oldest first; empty when there are none yet. */
export async function migrationNames(): Promise<string[]> {
  try {
    const entries = await readdir(DIRECTORY, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && existsSync(migrationFile(entry.name)))
      .map((entry) => entry.name)
      .sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Where the file of a migration stands. */
export function migrationFile(name: string): string {
  return path.join(DIRECTORY, name, 'migration.sql')
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
