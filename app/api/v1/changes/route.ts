import { others } from '@/app/api/methods'
import { privateJson, staff } from '@/app/api/staff'
import { listChanges } from '@/lib/features/changes/list-changes'
import { parseChangesFilter } from '@/lib/schemas/proposals-filter'

/** The audit log, the latest first. */
export function GET(request: Request): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    const { rows, next } = await listChanges(viewer, parseChangesFilter(address))
    return privateJson({
      data: rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
      next,
    })
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
