import { authorise, type Viewer } from '@/lib/auth/viewer'
import { openSession } from '@/lib/data/exports'
import type { IsoDate } from '@/lib/domain/types'
import { EXPORT_FILES, type ExportFile } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'
import { exportAsked, only } from './export-asked'

export interface FileCounts {
  asOf: IsoDate
  /** Each file with its rows and columns under the filters, all of one state of the ledger. */
  files: { file: ExportFile; rows: number; columns: number }[]
}

/** How long every file would be under the filters. Throws Forbidden and InvalidInput. */
export async function countFiles(viewer: Viewer, filters: Filters): Promise<FileCounts> {
  authorise(viewer, 'portfolio.read')
  const asked = await Promise.all(
    EXPORT_FILES.map((file) => exportAsked(file, only(file, filters))),
  )
  const session = await openSession()
  try {
    const files: FileCounts['files'] = []
    for (const one of asked) {
      const { columns, rowCount } = await session.describe(one)
      files.push({ file: one.file, rows: rowCount, columns: columns.length })
    }
    return { asOf: asked[0]?.asOf ?? '', files }
  } finally {
    session.close()
  }
}
