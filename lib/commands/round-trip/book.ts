import { buffer } from 'node:stream/consumers'
import { vi } from 'vitest'
import type { ImportReport } from '@/lib/data/plans/refusal'
import { createTestDatabase } from '@/lib/data/testing/database'
import type { ImportKind } from '@/lib/schemas/import'

/** An empty book in a database of its own, behind all of the program. */
export interface Book {
  bring: (kind: ImportKind, file: string | Buffer) => Promise<ImportReport>
  /** A file in the import shape, with everything that is stated of any day. */
  take: (kind: Exclude<ImportKind, 'rates'>) => Promise<Buffer>
  query: <T extends object>(sql: string) => Promise<T[]>
}

/** Opens a new empty book; the one that was open before is closed. */
export async function newBook(): Promise<Book> {
  const before = await import('@/lib/data/client')
  await before.disconnect()
  // The environment is read once for a process: a book in another database is another process in all but name.
  vi.resetModules()
  process.env.DATABASE_URL = await createTestDatabase()
  const { pool } = await import('@/lib/data/client')
  const { terminal, visitor } = await import('@/lib/auth/viewer')
  const { importFile } = await import('@/lib/features/imports/import-file')
  const { openFile } = await import('@/lib/features/exports/open-file')
  const { parseFilters } = await import('@/lib/schemas/filters')
  const filters = parseFilters(new URLSearchParams('shape=import&asOf=2099-12-31'), 'file')
  return {
    bring: (kind, file) =>
      importFile({
        ...{ viewer: terminal(), kind, file: Buffer.from(file) },
        ...{ dryRun: false, clock: Date.now },
      }),
    take: async (kind) => buffer((await openFile(visitor('public'), kind, filters)).stream),
    query: async (sql) => (await pool().query(sql)).rows,
  }
}
