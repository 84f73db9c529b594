import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type LedgerTable, ledgerTables } from '@/lib/data/catalogue'
import type { ExportColumn } from '@/lib/data/export-columns'
import { FILE_COLUMNS } from '@/lib/data/file-columns'
import { EXPORT_FILES, type ExportFile } from '@/lib/schemas/export-files'

type FileColumn = Pick<ExportColumn, 'name' | 'kind' | 'unit'>

export interface Dictionary {
  tables: LedgerTable[]
  /** Each file with its columns, then those that only its import shape has. */
  files: { file: ExportFile; columns: FileColumn[]; importOnly: FileColumn[] }[]
}

/** Every table of the ledger and every file with their columns, as the database and the exports themselves name them. Throws Forbidden. */
export async function getDictionary(viewer: Viewer): Promise<Dictionary> {
  authorise(viewer, 'portfolio.read')
  const files = EXPORT_FILES.map((file) => {
    const { usual, shaped } = FILE_COLUMNS[file]
    const known = new Set(usual.map(({ name }) => name))
    const importOnly = shaped.filter(({ name }) => !known.has(name))
    return { file, columns: usual.map(described), importOnly: importOnly.map(described) }
  })
  return { tables: await ledgerTables(), files }
}

function described({ name, kind, unit }: ExportColumn): FileColumn {
  return { name, kind, ...(unit && { unit }) }
}
