import { others } from '@/app/api/methods'
import { answerTable } from '@/app/api/table-file'
import { NotFound } from '@/lib/errors'
import { problemResponse } from '@/lib/http'
import { FILE_FORMS, READY_REPORTS, REPORT_SURFACES } from '@/lib/schemas/export-files'

/** A ready-made report as a file, streamed: CSV, the metadata beside it, or a workbook. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file: asked } = await params
  const form = FILE_FORMS.find((ending) => asked.endsWith(ending))
  const report = READY_REPORTS.find((name) => asked === `${name}${form}`)
  if (!report || !form) return problemResponse(new NotFound('page', asked), request)
  const { file, page } = REPORT_SURFACES[report]
  return answerTable(request, report, form, { file, book: page })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
