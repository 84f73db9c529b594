import { authorise, type Viewer } from '@/lib/auth/viewer'
import type { TableFile } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'
import { exportAsked, nameOf } from './export-asked'

/** The name of a file that open-file would give, without reading it: what a HEAD is answered with. Throws Forbidden and InvalidInput. */
export async function nameFile(viewer: Viewer, file: TableFile, filters: Filters): Promise<string> {
  authorise(viewer, 'portfolio.read')
  return `${nameOf(await exportAsked(file, filters))}.csv`
}
