import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type Owner, ownerOf, possibleOwners } from '@/lib/data/owners'
import { holds, may, STAFF_ROLES } from '@/lib/domain/permissions'
import type { Region } from '@/lib/domain/types'

/** Who looks after an agreement. */
export interface Ownership {
  /** Null: nobody. The name is null when the account is gone. */
  owner: { id: string; name: string | null } | null
  /** Whom the asking account can hand it to; empty when it may not. */
  possible: Owner[]
}

/** Who looks after an agreement of a region, and to whom the asking account can hand it; null for those who are told no names. Throws Unauthenticated where nothing may be read. */
export async function getOwner(
  viewer: Viewer,
  { reference, region }: { reference: string; region: Region },
): Promise<Ownership | null> {
  authorise(viewer, 'portfolio.read')
  const { actor, name } = viewer
  if (actor === 'nobody' || !holds(actor, 'history.read')) return null
  const owner = await ownerOf(reference)
  const on = { own: owner?.id === name, alone: false, regions: [region] }
  const assigns = may({ actor, region: viewer.region }, 'owner.assign', on)
  return { owner, possible: assigns ? await possibleOwners(STAFF_ROLES, region) : [] }
}
