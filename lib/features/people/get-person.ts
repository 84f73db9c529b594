import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { type Attendance, personRecord } from '@/lib/data/people'
import { SLUG } from '@/lib/domain/slug'
import type { IsoDate } from '@/lib/domain/types'
import { NotFound } from '@/lib/errors'
import type { Filters } from '@/lib/schemas/filters'

export interface PersonRecord {
  slug: string
  name: string
  agreements: Attendance[]
  asOf: IsoDate
}

/** A person with the agreements of the day at which a source names them, the latest first: side, capacity and title of that day. Throws Forbidden, and NotFound on an unknown slug. */
export async function getPerson(
  viewer: Viewer,
  slug: string,
  filters: Filters,
): Promise<PersonRecord> {
  authorise(viewer, 'portfolio.read')
  if (!SLUG.test(slug)) throw new NotFound('signatory', slug)
  const moment = momentOf(filters)
  const found = await personRecord({ filters, ...moment, seq: null }, slug)
  if (found === null) throw new NotFound('signatory', slug)
  return { ...found, asOf: moment.asOf }
}
