import { momentOf } from '@/lib/clock'
import type { ExportAsked } from '@/lib/data/exports'
import { askedOfPeriod } from '@/lib/data/period'
import { refuseUnknownSlugs } from '@/lib/data/slugs'
import { publicBase } from '@/lib/env'
import { InvalidInput } from '@/lib/errors'
import { IMPORTABLE_FILES, type TableFile, yearOfDue } from '@/lib/schemas/export-files'
import { type Filters, noFilters } from '@/lib/schemas/filters'

/** What a file is asked for, on both clocks. Throws InvalidInput for an import shape that the file does not have, and for unknown slugs. */
export async function exportAsked<F extends TableFile>(
  file: F,
  filters: Filters,
): Promise<ExportAsked & { file: F }> {
  if (filters.shape && !IMPORTABLE_FILES.includes(file))
    throw new InvalidInput([{ path: 'shape', code: 'shape_not_here' }])
  await refuseUnknownSlugs(filters)
  if (file === 'changes') return { file, ...askedOfPeriod(filters), base: publicBase() }
  const moment = momentOf(filters)
  const year = file === 'due' ? yearOfDue(filters, moment.asOf) : filters.year
  return { file, filters: { ...filters, year }, ...moment, seq: null, base: publicBase() }
}

/** The name to save a file under, without its ending. */
export function nameOf({
  file,
  asOf,
  filters: { shape, excel, year, since },
}: ExportAsked): string {
  const parts = ['pledgebook', file, shape, year, since, asOf, excel]
  return parts.filter((part) => part !== null).join('-')
}

/**
 * The filters of several files that hold for one of them. National targets are of the whole country, so only the clocks
 * apply; who has not reported is asked of every measure alike; a report of one year takes the year of the filters.
 */
export function only(file: TableFile, filters: Filters): Filters {
  const { asOf, knownAt, q, company, party, sector, region, type, dueYear } = filters
  const [year = null, ...others] = dueYear
  switch (file) {
    case 'targets':
      return { ...noFilters(), asOf, knownAt }
    case 'unreported':
      return { ...noFilters(), asOf, knownAt, q, company, party, sector, region, type }
    case 'due':
      return { ...filters, dueYear: [], year: others.length === 0 ? year : null }
    default:
      return filters
  }
}
