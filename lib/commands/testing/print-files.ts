import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { openArchive } from '@/lib/features/exports/open-archive'
import { openFile } from '@/lib/features/exports/open-file'
import { openWorkbook } from '@/lib/features/exports/open-workbook'
import { EXPORT_FILES, IMPORTABLE_FILES } from '@/lib/schemas/export-files'
import { parseFilters } from '@/lib/schemas/filters'

// One instance of the program, for a test that compares two: prints the hash of every file at one asOf and knownAt.

const asked = process.argv[2] ?? ''
const viewer = visitor('public')

async function print(name: string, { stream }: { stream: Readable }): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk)
  console.log(`${hash.digest('hex')} ${name}`)
}

for (const file of EXPORT_FILES) {
  const filters = (more: string) =>
    parseFilters(
      new URLSearchParams(`${asked}&${more}`),
      file === 'targets' ? 'targetsFile' : 'file',
    )
  for (const more of ['', 'excel=fr', 'excel=en'])
    await print(`${file}.csv ${more}`, await openFile(viewer, file, filters(more)))
  if (IMPORTABLE_FILES.includes(file))
    await print(`${file}.csv shape`, await openFile(viewer, file, filters('shape=import')))
  for (const language of ['en', 'fr', 'ar'])
    await print(
      `${file}.xlsx ${language}`,
      await openWorkbook(viewer, file, filters(`lang=${language}`)),
    )
}
await print(
  'portfolio.zip',
  await openArchive(viewer, parseFilters(new URLSearchParams(asked), 'archive')),
)
await disconnect()
