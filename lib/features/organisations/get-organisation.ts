import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { type OrganisationRecord, organisationRecord } from '@/lib/data/organisation-page'
import { SLUG } from '@/lib/domain/slug'
import type { IsoDate } from '@/lib/domain/types'
import { NotFound } from '@/lib/errors'
import type { Filters } from '@/lib/schemas/filters'

/**
 * A company, a group of unnamed companies or a public body, with its co-parties and the people of its side in the agreements
 * of the day. Its figures are the portfolio's under the filter `company` or `party`. Throws Forbidden, and NotFound on an unknown slug.
 */
export async function getOrganisation(
  viewer: Viewer,
  slug: string,
  filters: Filters,
): Promise<OrganisationRecord & { asOf: IsoDate }> {
  authorise(viewer, 'portfolio.read')
  if (!SLUG.test(slug)) throw new NotFound('company', slug)
  const moment = momentOf(filters)
  const found = await organisationRecord({ filters, ...moment, seq: null }, slug)
  if (found === null) throw new NotFound('company', slug)
  return { ...found, asOf: moment.asOf }
}
