import { authorise, type Viewer } from '@/lib/auth/viewer'
import { describeExport } from '@/lib/data/exports'
import type { TableFile } from '@/lib/schemas/export-files'
import { type Filters, printFilters } from '@/lib/schemas/filters'
import type { FileMetadata } from '@/lib/schemas/responses/file'
import { exportAsked } from './export-asked'
import { fileMetadata } from './file-metadata'

/** The CSVW metadata of a file under the filters. Throws Forbidden and InvalidInput. */
export async function describeFile(
  viewer: Viewer,
  file: TableFile,
  filters: Filters,
): Promise<FileMetadata> {
  authorise(viewer, 'portfolio.read')
  const asked = await exportAsked(file, filters)
  const query = printFilters(filters)
  const url = query === '' ? `${file}.csv` : `${file}.csv?${query}`
  return fileMetadata(asked, { ...(await describeExport(asked)), url })
}
