import { answerRead } from '@/app/api/conditional'
import { download } from '@/app/api/download'
import { others } from '@/app/api/methods'
import { answerTable } from '@/app/api/table-file'
import { NotFound } from '@/lib/errors'
import { openArchive } from '@/lib/features/exports/open-archive'
import { problemResponse } from '@/lib/http'
import { ARCHIVE, EXPORT_FILES, FILE_FORMS } from '@/lib/schemas/export-files'

/** A file of the portfolio, streamed: CSV, the metadata beside it, a workbook, or all of them in an archive. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file: asked } = await params
  if (asked === ARCHIVE)
    return answerRead(request, 'archive', async ({ viewer, filters }) =>
      download(request, await openArchive(viewer, filters)),
    )
  const form = FILE_FORMS.find((ending) => asked.endsWith(ending))
  const file = EXPORT_FILES.find((name) => asked === `${name}${form}`)
  if (!file || !form) return problemResponse(new NotFound('page', asked), request)
  const surfaces =
    file === 'targets'
      ? ({ file: 'targetsFile', book: 'targetsBook' } as const)
      : ({ file: 'file', book: 'book' } as const)
  return answerTable(request, file, form, surfaces)
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
