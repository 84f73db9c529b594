import { json } from '@/app/api/answer'
import { answerRead } from '@/app/api/conditional'
import { others } from '@/app/api/methods'
import { NotFound } from '@/lib/errors'
import { describeFile } from '@/lib/features/exports/describe-file'
import { nameFile } from '@/lib/features/exports/name-file'
import { openFile } from '@/lib/features/exports/open-file'
import { byteStream, problemResponse } from '@/lib/http'
import { EXPORT_FILES } from '@/lib/schemas/export-files'

const DATA = '.csv'
const METADATA = '.csv-metadata.json'

/** A CSV file of the portfolio, streamed, or the metadata beside it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file: asked } = await params
  const described = asked.endsWith(METADATA)
  const file = EXPORT_FILES.find((name) => asked === name + (described ? METADATA : DATA))
  if (!file) return problemResponse(new NotFound('page', asked), request)
  const surface = file === 'targets' ? 'targetsFile' : 'file'
  return answerRead(request, surface, async ({ viewer, filters }) => {
    if (described) return json(await describeFile(viewer, file, filters), 'application/csvm+json')
    // Nobody reads the body of a HEAD: the file is not even begun.
    const { stream, name } =
      request.method === 'HEAD'
        ? { stream: null, name: await nameFile(viewer, file, filters) }
        : await openFile(viewer, file, filters)
    return new Response(stream && byteStream(stream), {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${name}"`,
        link: `<${asked}-metadata.json${new URL(request.url).search}>; rel="describedby"; type="application/csvm+json"`,
      },
    })
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
