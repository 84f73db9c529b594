import { others } from '@/app/api/methods'
import { getReadiness } from '@/lib/features/health/get-readiness'

/** 200 when readers may be sent here, else 503 with the reason. */
export async function GET(): Promise<Response> {
  const readiness = await getReadiness()
  return Response.json(
    { ready: readiness === 'ready', state: readiness },
    { status: readiness === 'ready' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
