import type { Viewer } from '@/lib/auth/viewer'
import type { LedgerAgreement } from '@/lib/data/ledger'
import type { Reached } from '@/lib/domain/permissions'
import { REGIONS, type Region } from '@/lib/domain/types'
import type { Payload } from '@/lib/schemas/proposal'

/** The region whose code a text is; null when it is none. */
export function regionCode(text: string | null): Region | null {
  return REGIONS.find((code) => code === text) ?? null
}

/** The region that a payload names; null while it names none. */
export function regionOf({ cells }: Payload): Region | null {
  return regionCode((cells.region ?? '').trim())
}

/** What a step on a proposal touches: whose it is, and the regions before and after. An entry that names no region yet is one of the asking account's own region. */
export function reachedBy(
  viewer: Viewer,
  author: string,
  payload: Payload,
  agreement: LedgerAgreement | undefined,
  alone = false,
): Reached {
  const named = regionOf(payload)
  const regions = [...(agreement ? [agreement.region] : []), ...(named ? [named] : [])]
  const presumed = regions.length === 0 && viewer.region !== null ? [viewer.region] : []
  return { own: author === viewer.name, alone, regions: [...regions, ...presumed] }
}
