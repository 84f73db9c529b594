import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type NamedSlug, organisationNames } from '@/lib/data/organisation-names'
import type { Filters } from '@/lib/schemas/filters'

// A list of choices that a person can still read through; whoever looks for a rarer name searches for it.
const MOST_CHOICES = 24

export interface OrganisationChoices {
  companies: NamedSlug[]
  parties: NamedSlug[]
  /** How many of each were looked for: a list as long as that may leave names out. */
  most: number
}

/** The companies and government bodies that a list can be filtered by: those with the most agreements, and those the filters already name. Throws Forbidden. */
export async function listChoices(
  viewer: Viewer,
  filters: Pick<Filters, 'company' | 'party'>,
): Promise<OrganisationChoices> {
  authorise(viewer, 'portfolio.read')
  const names = await organisationNames(MOST_CHOICES, [...filters.company, ...filters.party])
  return {
    companies: names.filter(({ kind }) => kind === 'company'),
    parties: names.filter(({ kind }) => kind === 'government'),
    most: MOST_CHOICES,
  }
}
