import { momentOf } from '@/lib/clock'
import type { ExportAsked } from '@/lib/data/exports'
import { refuseUnknownSlugs } from '@/lib/data/slugs'
import { publicBase } from '@/lib/env'
import { InvalidInput } from '@/lib/errors'
import { IMPORTABLE_FILES, type TableFile } from '@/lib/schemas/export-files'
import { type Filters, noFilters } from '@/lib/schemas/filters'

/** What a file is asked for, on both clocks. Throws InvalidInput for an import shape that the file does not have, and for unknown slugs. */
export async function exportAsked<F extends TableFile>(
  file: F,
  filters: Filters,
): Promise<ExportAsked & { file: F }> {
  if (filters.shape && !IMPORTABLE_FILES.includes(file))
    throw new InvalidInput([{ path: 'shape', code: 'shape_not_here' }])
  await refuseUnknownSlugs(filters)
  return { file, filters, ...momentOf(filters), seq: null, base: publicBase() }
}

/** The name to save a file under. */
export function nameOf({ file, asOf, filters: { shape, excel } }: ExportAsked): string {
  const parts = ['pledgebook', file, ...(shape ? [shape] : []), asOf, ...(excel ? [excel] : [])]
  return `${parts.join('-')}.csv`
}

/** The filters of several files that hold for one of them: national targets are of the whole country, so only the clocks apply. */
export function only(file: TableFile, filters: Filters): Filters {
  if (file !== 'targets') return filters
  return { ...noFilters(), asOf: filters.asOf, knownAt: filters.knownAt }
}
