import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { idsOf, loadAgreements } from '@/lib/data/ledger'
import { cellsOfAgreement } from '@/lib/data/plans/agreement-cells'
import type { Region } from '@/lib/domain/types'
import { NotFound } from '@/lib/errors'
import type { Cells } from '@/lib/schemas/proposal'

/** An agreement as the row that an edit starts from, with the version that it was read at. */
export interface AgreementRowNow {
  version: number
  region: Region
  cells: Cells
}

/** What an agreements file would say of an agreement today (contract, section 5). Throws Forbidden for those who propose nothing, and NotFound. */
export async function getAgreementRow(viewer: Viewer, reference: string): Promise<AgreementRowNow> {
  authorise(viewer, 'proposal.create')
  const ids = await idsOf(pool(), [reference])
  const [agreement] = await loadAgreements(pool(), [...ids.values()])
  if (!agreement || agreement.retracted !== null) throw new NotFound('agreement', reference)
  const { version, region } = agreement
  return { version, region, cells: cellsOfAgreement(agreement) }
}
