import { requireLocal, requireWord } from '@/lib/commands/ask'
import type { OpenDatabase } from '@/lib/commands/database'
import { givenPath } from '@/lib/commands/given-path'
import { restoreBackup, usableBackup } from '@/lib/data/restore'

/** Replaces every record by those of a backup, after asking; or changes nothing. */
export async function restore(database: OpenDatabase, args: string[]): Promise<void> {
  const [typed = ''] = args.filter((arg) => arg !== '--force')
  requireLocal(database, args.includes('--force'))
  const file = givenPath(typed)
  const { header, manifest } = await usableBackup(file)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `${file}: ${rows} rows and ${manifest.files} attached files of ${header.taken}, head ${header.head ?? 'none'}`,
  )
  await requireWord(`This replaces every record in ${database.place}.`, 'restore')
  await restoreBackup(database.url, file)
  console.log('Restored. npm run db -- verify holds the records to their chain.')
}
