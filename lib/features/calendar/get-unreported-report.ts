import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { refuseUnknownSlugs } from '@/lib/data/slugs'
import { silentPromises } from '@/lib/data/unreported'
import type { IsoDate } from '@/lib/domain/types'
import { MOST_PRINTED } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'

/** Who has not reported, as it is printed. */
export interface UnreportedReport extends Awaited<ReturnType<typeof silentPromises>> {
  asOf: IsoDate
}

/** The ready-made report of who has not reported: promises without any report, or with an overdue one (docs: /method#report-due). Throws Forbidden, and InvalidInput on a company or party that does not exist. */
export async function getUnreportedReport(
  viewer: Viewer,
  filters: Filters,
): Promise<UnreportedReport> {
  authorise(viewer, 'portfolio.read')
  await refuseUnknownSlugs(filters)
  const moment = momentOf(filters)
  const found = await silentPromises({ filters, ...moment, seq: null }, MOST_PRINTED)
  return { asOf: moment.asOf, ...found }
}
