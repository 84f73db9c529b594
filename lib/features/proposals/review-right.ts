import type { Viewer } from '@/lib/auth/viewer'
import type { ListedProposal } from '@/lib/data/proposals'
import { holds, may } from '@/lib/domain/permissions'
import type { Region } from '@/lib/domain/types'

/** Whether the asking account may accept or return a proposal: `yes`, `alone` (its own, and no other account exists), or why not. */
export type ReviewRight = 'yes' | 'alone' | 'own' | 'region' | 'role' | 'closed'

/** What the asking account may decide on a proposal: the same as its acceptance will ask (lib/domain/permissions). */
export function rightOn(
  { actor, name, region }: Viewer,
  {
    state,
    author,
    regions,
  }: Pick<ListedProposal, 'state' | 'author'> & { regions: readonly Region[] },
  alone: boolean,
): ReviewRight {
  if (state !== 'submitted') return 'closed'
  const own = author === name
  if (own && !alone) return 'own'
  if (actor === 'nobody' || !holds(actor, 'proposal.review')) return 'role'
  if (!may({ actor, region }, 'proposal.review', { own, alone, regions })) return 'region'
  return own ? 'alone' : 'yes'
}
