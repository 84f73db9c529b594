import type { Readable } from 'node:stream'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { openExport } from '@/lib/data/exports'
import type { TableFile } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'
import { exportAsked, nameOf } from './export-asked'

/** A CSV file of the portfolio under the filters as a stream of bytes, and the name to save it under (contract, section 6). Throws Forbidden and InvalidInput before the first byte. */
export async function openFile(
  viewer: Viewer,
  file: TableFile,
  filters: Filters,
): Promise<{ stream: Readable; name: string }> {
  authorise(viewer, 'portfolio.read')
  const asked = await exportAsked(file, filters)
  return { stream: await openExport(asked), name: `${nameOf(asked)}.csv` }
}
