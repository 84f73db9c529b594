import { authorise, type Viewer } from '@/lib/auth/viewer'
import { openSession } from '@/lib/data/exports'
import type { IsoDate } from '@/lib/domain/types'
import {
  EXPORT_FILES,
  type ExportFile,
  READY_REPORTS,
  type ReadyReport,
} from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'
import { exportAsked, only } from './export-asked'

export interface FileCounts {
  asOf: IsoDate
  /** Each file with its rows and columns under the filters, all of one state of the ledger. */
  files: { file: ExportFile; rows: number; columns: number }[]
  /** Each ready-made report with its rows and what its addresses are asked for. */
  reports: { report: ReadyReport; rows: number; filters: Filters }[]
}

/** How long every file and every ready-made report would be under the filters. Throws Forbidden and InvalidInput. */
export async function countFiles(viewer: Viewer, filters: Filters): Promise<FileCounts> {
  authorise(viewer, 'portfolio.read')
  const asked = (file: Parameters<typeof only>[0]) => exportAsked(file, only(file, filters))
  const { asOf } = await exportAsked('agreements', filters)
  const session = await openSession()
  try {
    const files: FileCounts['files'] = []
    for (const file of EXPORT_FILES) {
      const { columns, rowCount } = await session.describe(await asked(file))
      files.push({ file, rows: rowCount, columns: columns.length })
    }
    const reports: FileCounts['reports'] = []
    for (const report of READY_REPORTS) {
      const { rowCount } = await session.describe(await asked(report))
      reports.push({ report, rows: rowCount, filters: only(report, filters) })
    }
    return { asOf, files, reports }
  } finally {
    session.close()
  }
}
