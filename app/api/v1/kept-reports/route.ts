import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { listReports } from '@/lib/features/exports/list-reports'
import { saveReport } from '@/lib/features/exports/save-report'
import { readJson } from '@/lib/http'
import { parseKeptReport } from '@/lib/schemas/saved-report'
import { keptReportJson, keptReportUrl } from './kept-report-json'

/** The reports kept last, the latest first. */
export function GET(request: Request): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    onlyKeys(address, [])
    const reports = await listReports(viewer)
    return privateJson({ data: reports.map((report) => keptReportJson(viewer, report)) })
  })
}

/** Keeps a report. */
export function POST(request: Request): Promise<Response> {
  return staff(request, async ({ viewer, key, address }) => {
    onlyKeys(address, [])
    const asked = parseKeptReport(await readJson(request))
    const id = await saveReport({ viewer, ...asked, key })
    const location = `/api/v1/kept-reports/${id}`
    return privateJson({ id, url: keptReportUrl(id) }, { status: 201, location })
  })
}

export const { PUT, PATCH, DELETE, OPTIONS } = others('GET', 'POST')
