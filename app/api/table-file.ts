import { json } from '@/app/api/answer'
import { answerRead } from '@/app/api/conditional'
import { download } from '@/app/api/download'
import { describeFile } from '@/lib/features/exports/describe-file'
import { nameFile } from '@/lib/features/exports/name-file'
import { openFile } from '@/lib/features/exports/open-file'
import { openWorkbook } from '@/lib/features/exports/open-workbook'
import type { FILE_FORMS, TableFile } from '@/lib/schemas/export-files'
import type { Surface } from '@/lib/schemas/filter-keys'

/** Answers with a table in one of its forms, streamed: CSV, the metadata beside it, or a workbook. */
export function answerTable(
  request: Request,
  file: TableFile,
  form: (typeof FILE_FORMS)[number],
  surfaces: { file: Surface; book: Surface },
): Promise<Response> {
  if (form === '.xlsx')
    return answerRead(request, surfaces.book, async ({ viewer, filters }) =>
      download(request, await openWorkbook(viewer, file, filters)),
    )
  return answerRead(request, surfaces.file, async ({ viewer, filters }) => {
    if (form === '.csv-metadata.json')
      return json(await describeFile(viewer, file, filters), 'application/csvm+json')
    // Nobody reads the body of a HEAD: the file is not even begun.
    const opened =
      request.method === 'HEAD'
        ? { stream: null, name: await nameFile(viewer, file, filters) }
        : await openFile(viewer, file, filters)
    return download(request, opened, {
      link: `<${file}.csv-metadata.json${new URL(request.url).search}>; rel="describedby"; type="application/csvm+json"`,
    })
  })
}
