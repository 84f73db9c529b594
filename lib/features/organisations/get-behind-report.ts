import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { companiesBehind } from '@/lib/data/behind'
import { refuseUnknownSlugs } from '@/lib/data/slugs'
import type { IsoDate } from '@/lib/domain/types'
import { MOST_PRINTED } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'

/** Companies behind and by how much, as it is printed; persons, or centimes where the measure is money. */
export interface BehindReport extends Awaited<ReturnType<typeof companiesBehind>> {
  asOf: IsoDate
}

/** The ready-made report of the companies that are behind (docs: /method#shortfall). Throws Forbidden, and InvalidInput on a company or party that does not exist. */
export async function getBehindReport(viewer: Viewer, filters: Filters): Promise<BehindReport> {
  authorise(viewer, 'portfolio.read')
  await refuseUnknownSlugs(filters)
  const moment = momentOf(filters)
  const found = await companiesBehind({ filters, ...moment, seq: null }, MOST_PRINTED)
  return { asOf: moment.asOf, ...found }
}
