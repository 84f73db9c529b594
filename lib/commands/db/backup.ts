import type { OpenDatabase } from '@/lib/commands/database'
import { givenPath } from '@/lib/commands/given-path'
import { writeBackup } from '@/lib/data/backup-write'

/** Writes every record into one new file, while others go on working. */
export async function backup({ url, place }: OpenDatabase, [typed = '']: string[]): Promise<void> {
  const file = givenPath(typed)
  const { tables, files, missing } = await writeBackup(url, file, new Date())
  for (const { name, rows } of tables) if (rows > 0) console.log(`${name} ${rows}`)
  console.log(`attached files ${files}`)
  for (const name of missing)
    console.log(`The store does not have ${name} as it was uploaded: it is not in the backup.`)
  console.log(
    `${place} is in ${file}. It holds all there is to know: keep it where only you read it.`,
  )
}
