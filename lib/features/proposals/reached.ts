import type { Viewer } from '@/lib/auth/viewer'
import type { Around, Proposed } from '@/lib/data/plans/plan-proposal'
import type { Reached } from '@/lib/domain/permissions'
import { NATIONAL, type ProposalKind, REGIONS, type Region } from '@/lib/domain/types'
import type { Payload } from '@/lib/schemas/proposal'

/** The region whose code a text is; null when it is none. */
export function regionCode(text: string | null): Region | null {
  return REGIONS.find((code) => code === text) ?? null
}

/** The region that a payload names; null while it names none. A rate holds for the whole country. */
export function regionOf(kind: ProposalKind, { cells }: Payload): Region | null {
  return kind === 'rate' ? NATIONAL : regionCode((cells.region ?? '').trim())
}

/** What a step on a proposal touches: whose it is, and the regions before and after. An entry that names no region yet is one of the asking account's own region. */
export function reachedBy(
  viewer: Viewer,
  { author, kind, subject, payload }: Proposed & { author: string },
  { agreement, apart }: Pick<Around, 'agreement' | 'apart'>,
  alone = false,
): Reached {
  const named = regionOf(kind, payload)
  const held = agreement?.region ?? apart.targets.get(subject ?? '')?.region
  const regions = [...(held ? [held] : []), ...(named ? [named] : [])]
  const presumed = regions.length === 0 && viewer.region !== null ? [viewer.region] : []
  return { own: author === viewer.name, alone, regions: [...regions, ...presumed] }
}
