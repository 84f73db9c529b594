import 'server-only'
import { authorise } from '@/lib/auth/viewer'
import { transaction } from '@/lib/data/client'
import { authorOfImport, lockBrought, withdrawBrought } from '@/lib/data/proposal-batches'
import { isProposalId } from '@/lib/data/proposals'
import { NotFound, Refused } from '@/lib/errors'
import { regionCode } from '@/lib/schemas/proposal'
import type { ImportStepInput } from './accept-import'

/** Takes everything back that an import of one's own brought and nobody has accepted yet; it stays readable. Throws NotFound, Forbidden, and Refused when nothing is open. */
export async function withdrawImport({
  viewer,
  id,
  clock,
}: ImportStepInput): Promise<{ withdrawn: number }> {
  authorise(viewer, 'proposal.edit')
  return transaction(async (tx) => {
    const author = isProposalId(id) ? await authorOfImport(tx, id) : null
    if (author === null) throw new NotFound('import', id)
    const open = await lockBrought(tx, id, ['draft', 'submitted', 'returned'])
    const regions = open.flatMap(({ region }) => regionCode(region) ?? [])
    const presumed = viewer.region !== null && regions.length === 0 ? [viewer.region] : []
    authorise(viewer, 'proposal.edit', {
      ...{ own: author === viewer.name, alone: false },
      regions: [...regions, ...presumed],
    })
    if (open.length === 0) throw new Refused('import_nothing_waits')
    return { withdrawn: await withdrawBrought(tx, id, clock()) }
  })
}
