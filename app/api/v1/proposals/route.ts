import { others } from '@/app/api/methods'
import { privateJson, staff } from '@/app/api/staff'
import { listProposals } from '@/lib/features/proposals/list-proposals'
import { parseProposalsFilter } from '@/lib/schemas/proposals-filter'
import { proposalJson } from './proposal-json'

/** The queue, what moves the totals most first. */
export function GET(request: Request): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    const { rows, next, total } = await listProposals(viewer, parseProposalsFilter(address))
    return privateJson({ data: rows.map(proposalJson), next, total })
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
