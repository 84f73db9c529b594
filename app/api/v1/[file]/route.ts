import { json } from '@/app/api/answer'
import { answerRead } from '@/app/api/conditional'
import { download } from '@/app/api/download'
import { others } from '@/app/api/methods'
import { NotFound } from '@/lib/errors'
import { describeFile } from '@/lib/features/exports/describe-file'
import { nameFile } from '@/lib/features/exports/name-file'
import { openArchive } from '@/lib/features/exports/open-archive'
import { openFile } from '@/lib/features/exports/open-file'
import { openWorkbook } from '@/lib/features/exports/open-workbook'
import { problemResponse } from '@/lib/http'
import { ARCHIVE, EXPORT_FILES, FILE_FORMS } from '@/lib/schemas/export-files'

/** A file of the portfolio, streamed: CSV, the metadata beside it, a workbook, or all of them in an archive. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file: asked } = await params
  const unread = request.method === 'HEAD'
  if (asked === ARCHIVE)
    return answerRead(request, 'archive', async ({ viewer, filters }) =>
      download(request, await openArchive(viewer, filters)),
    )
  const form = FILE_FORMS.find((ending) => asked.endsWith(ending))
  const file = EXPORT_FILES.find((name) => asked === `${name}${form}`)
  if (!file || !form) return problemResponse(new NotFound('page', asked), request)
  const targets = file === 'targets'
  if (form === '.xlsx')
    return answerRead(request, targets ? 'targetsBook' : 'book', async ({ viewer, filters }) =>
      download(request, await openWorkbook(viewer, file, filters)),
    )
  return answerRead(request, targets ? 'targetsFile' : 'file', async ({ viewer, filters }) => {
    if (form === '.csv-metadata.json')
      return json(await describeFile(viewer, file, filters), 'application/csvm+json')
    // Nobody reads the body of a HEAD: the file is not even begun.
    const opened = unread
      ? { stream: null, name: await nameFile(viewer, file, filters) }
      : await openFile(viewer, file, filters)
    return download(request, opened, {
      link: `<${asked}-metadata.json${new URL(request.url).search}>; rel="describedby"; type="application/csvm+json"`,
    })
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
