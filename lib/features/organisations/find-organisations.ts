import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { type LikeOrganisation, organisationsLike } from '@/lib/data/like-names'
import type { OrganisationKind } from '@/lib/domain/types'

const LONGEST = 200

/** The organisations that somebody who types this name may mean: accents, case and script aside, the likest first, 8 at most. Throws Forbidden. */
export async function findOrganisations(
  viewer: Viewer,
  text: string,
  kind: OrganisationKind | null,
): Promise<LikeOrganisation[]> {
  authorise(viewer, 'proposal.create')
  const typed = text.replaceAll('\0', '').trim().slice(0, LONGEST)
  return typed === '' ? [] : organisationsLike(pool(), typed, kind)
}
