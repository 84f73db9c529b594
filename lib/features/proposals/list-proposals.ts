import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { parsePlace, printPlace } from '@/lib/data/cursor'
import { isOnlyAccount, type ListedProposal, selectProposals } from '@/lib/data/proposals'
import { GRANTS } from '@/lib/domain/permissions'
import type { ProposalsFilter } from '@/lib/schemas/proposals-filter'
import { type ReviewRight, rightOn } from './review-right'

/** A page of the queue. */
export interface ProposalsPage {
  rows: (ListedProposal & { review: ReviewRight })[]
  /** Cursor of the next page; null on the last. */
  next: string | null
  total: number
}

/** Proposals under the filters, those that move the totals most first; an editor sees their own. Throws Forbidden, and InvalidInput on a cursor of another list. */
export async function listProposals(
  viewer: Viewer,
  filter: ProposalsFilter,
): Promise<ProposalsPage> {
  authorise(viewer, 'proposal.read')
  const own = viewer.actor !== 'nobody' && GRANTS['proposal.read'][viewer.actor] === 'own'
  const { state, kind, subject, cursor, limit } = filter
  const asked = { state, kind, subject, author: own ? viewer.name : filter.author }
  const query = JSON.stringify(asked)
  const place = cursor === null ? null : parsePlace(query, cursor)
  const after = place && { weight: place.value, id: place.name }
  const { rows, end, total } = await selectProposals(pool(), { ...asked, after, limit })
  const next = end && printPlace(query, { value: end.weight, name: end.id })
  const alone = await isOnlyAccount(pool())
  return { rows: rows.map((row) => ({ ...row, review: rightOn(viewer, row, alone) })), next, total }
}
