import { callerOf } from '@/app/api/caller'
import { download } from '@/app/api/download'
import { others } from '@/app/api/methods'
import { apiText, requestLocale } from '@/lib/api-text'
import { openRefused } from '@/lib/features/imports/open-refused'
import { problemResponse } from '@/lib/http'

/** The refused rows of a staged file with their reasons, for those who brought it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const viewer = await callerOf(request, 'read')
    const t = apiText(requestLocale(request))
    const file = await openRefused(viewer, (await params).id, {
      line: t('staging.line'),
      reason: t('staging.reason'),
      explain: ({ column, value, reason: { code, values } }) => {
        const why = t(`errors.${code}` as Parameters<typeof t>[0], values) // a test holds every code to a message
        return column === '' ? why : `${column}: ${value === '' ? '' : `“${value}”: `}${why}`
      },
    })
    return download(request, file, { 'cache-control': 'private, no-store' })
  } catch (error) {
    return problemResponse(error, request)
  }
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
