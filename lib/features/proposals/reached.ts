import type { Viewer } from '@/lib/auth/viewer'
import type { Around, Proposed } from '@/lib/data/plans/plan-proposal'
import type { Reached } from '@/lib/domain/permissions'
import { statedRegion } from '@/lib/schemas/proposal'

/** What a step on a proposal touches: whose it is, and the regions before and after. An entry that names no region yet is one of the asking account's own region. */
export function reachedBy(
  viewer: Viewer,
  { author, kind, subject, payload }: Proposed & { author: string },
  { agreement, apart }: Pick<Around, 'agreement' | 'apart'>,
  alone = false,
): Reached {
  const named = statedRegion(kind, payload.cells)
  const held = agreement?.region ?? apart.targets.get(subject ?? '')?.region
  const regions = [...(held ? [held] : []), ...(named ? [named] : [])]
  const presumed = regions.length === 0 && viewer.region !== null ? [viewer.region] : []
  return { own: author === viewer.name, alone, regions: [...regions, ...presumed] }
}
