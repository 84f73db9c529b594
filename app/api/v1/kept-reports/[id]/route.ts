import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { openedReportJson } from '@/app/api/v1/kept-reports/kept-report-json'
import { openReport } from '@/lib/features/exports/open-report'

/** A kept report, read again to its end and held to its hash. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    onlyKeys(address, [])
    return privateJson(openedReportJson(viewer, await openReport(viewer, (await params).id)))
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
