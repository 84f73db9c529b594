import { authorise, type Viewer } from '@/lib/auth/viewer'
import { reader } from '@/lib/data/client'
import type { Filters } from '@/lib/schemas/filters'
import { type AgreementList, readList } from './read-list'

/**
 * A page of the agreements under the filters: every one with S ≤ asOf or without S, those that the counting rules dropped
 * marked `leftOut` (contract, section 4). All pages of one list read the same state of the ledger. Throws Forbidden, and
 * InvalidInput on a cursor of another list or an unknown company or party.
 */
export async function listAgreements(viewer: Viewer, filters: Filters): Promise<AgreementList> {
  authorise(viewer, 'portfolio.read')
  const { seq: _seq, ...list } = await readList(filters, reader())
  return list
}
