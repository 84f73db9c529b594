import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { apiText, requestLocale } from '@/lib/api-text'
import { authorise } from '@/lib/auth/viewer'
import { InvalidInput, NotFound } from '@/lib/errors'
import { type ProposedReport, proposeFile } from '@/lib/features/imports/propose-file'
import { explainedProblems, HttpRefusal, mediaType, readBytes } from '@/lib/http'
import { IMPORT_KINDS } from '@/lib/schemas/import'
import { MOST_FILE_BYTES } from '@/lib/schemas/import-api'

function flagOf(address: URLSearchParams, name: string): boolean {
  const given = address.getAll(name)
  if (given.some((value) => value !== '1') || given.length > 1)
    throw new InvalidInput([{ path: name, code: 'invalid' }])
  return given.length === 1
}

function told({ refused, ...report }: ProposedReport, request: Request) {
  const texts = explainedProblems(
    refused.map(({ column, reason }) => ({ ...reason, path: column })),
    request,
  )
  return {
    ...report,
    refused: refused.map(({ line, column, value, reason: { code } }, index) => ({
      ...{ line, column, value, reason: texts[index]?.message ?? '', code },
    })),
  }
}

/** Judges a file of the import format; without `dryRun` every row that is new or differs becomes a proposal, or none when any is refused. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, address, key }) => {
    // The verb asks again; but nobody's file is read in vain.
    authorise(viewer, 'proposal.create')
    onlyKeys(address, ['dryRun', 'submit', 'fileName'])
    const asked = (await params).kind
    const kind = IMPORT_KINDS.find((known) => known === asked)
    if (!kind) throw new NotFound('page', asked)
    const [dryRun, submit] = [flagOf(address, 'dryRun'), flagOf(address, 'submit')]
    if (mediaType(request) !== 'text/csv') throw new HttpRefusal(415, { accept: 'text/csv' })
    const fileName = (address.get('fileName') ?? `${kind}.csv`)
      .replaceAll(/\p{C}/gu, '')
      .slice(0, 200)
    const file = await readBytes(request, MOST_FILE_BYTES)
    const report = await proposeFile({
      ...{ viewer, kind, file, fileName, dryRun, submit, clock: Date.now },
      ...(key !== undefined && { key }),
    })
    const body = told(report, request)
    if (dryRun || report.refused.length === 0)
      return privateJson(body, { status: report.batch === null ? 200 : 201 })
    const t = apiText(requestLocale(request))
    const count = report.refused.length
    const problem = { title: t('http.title422'), detail: t('http.detail422', { count }) }
    const response = privateJson(
      { type: 'about:blank', ...problem, status: 422, ...body },
      { status: 422 },
    )
    response.headers.set('content-type', 'application/problem+json; charset=utf-8')
    return response
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
