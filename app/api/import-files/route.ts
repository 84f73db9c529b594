import { callerOf } from '@/app/api/caller'
import { others } from '@/app/api/methods'
import { authorise } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { InvalidInput, LedgerError, TooLarge, Unauthenticated } from '@/lib/errors'
import { stageFile } from '@/lib/features/imports/stage-file'
import { problemResponse } from '@/lib/http'
import { refuseForeignOrigin } from '@/lib/origin'
import { IMPORT_KINDS } from '@/lib/schemas/import'
import { MOST_STAGED_BYTES } from '@/lib/schemas/staged'
import { refusedImportAddress } from '@/lib/schemas/staged-address'
import { sentForm } from './sent-form'

const LONGEST_NAME = 200
// The form around the file.
const AROUND_BYTES = 64 * 1024

// A relative address: behind a proxy this server does not know its own name.
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}

// Told beforehand, so that nobody's gigabyte is read to be refused.
function refuseLarge({ headers }: Request): void {
  const length = Number(headers.get('content-length') ?? 0)
  if (length > MOST_STAGED_BYTES + AROUND_BYTES) throw new TooLarge(MOST_STAGED_BYTES)
}

function problemOf(error: unknown) {
  if (error instanceof TooLarge)
    return { code: 'file_too_large', values: { megabytes: MOST_STAGED_BYTES / 1024 / 1024 } }
  return error instanceof InvalidInput ? (error.problems[0] ?? null) : null
}

/** Takes the file of the form on /import and leads to where it is described; or back, with the reason why not. Pages cannot: a form that they handle is small. */
export async function POST(request: Request): Promise<Response> {
  try {
    refuseForeignOrigin(request.headers, env().url)
    const viewer = await callerOf(request, 'write')
    authorise(viewer, 'proposal.create')
    refuseLarge(request)
    const { fields, fileName: given, body } = await sentForm(request)
    const kind = IMPORT_KINDS.find((known) => known === fields.get('kind'))
    if (!kind) throw new InvalidInput([{ path: 'file', code: 'file_missing' }])
    const fileName = given.replaceAll(/\p{C}/gu, '').slice(-LONGEST_NAME) || 'file'
    const id = await stageFile({ viewer, kind, fileName, body })
    return seeOther(`/import/${id}`)
  } catch (error) {
    if (error instanceof Unauthenticated) return seeOther('/sign-in?next=%2Fimport')
    const problem = problemOf(error)
    if (problem) return seeOther(refusedImportAddress(problem))
    if (error instanceof LedgerError) return problemResponse(error, request)
    throw error
  }
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
