'use server'

import { requireOwnOrigin } from '@/app/own-origin'
import { reading } from '@/app/session'
import type { FoundOrganisation } from '@/components/entry/organisation'
import { findOrganisations as find } from '@/lib/features/organisations/find-organisations'

/** What the book knows that is like a name while somebody types it. */
export async function findOrganisations(
  text: string,
  kind: 'company' | 'government',
): Promise<FoundOrganisation[]> {
  await requireOwnOrigin()
  const { viewer } = await reading()
  const found = await find(viewer, String(text), kind === 'company' ? 'company' : 'government')
  return found.map(({ slug, name, group, same }) => ({ slug, name, group, same }))
}
