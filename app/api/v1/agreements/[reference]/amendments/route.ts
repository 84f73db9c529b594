import { others } from '@/app/api/methods'
import { propose } from '@/app/api/v1/propose'

/** Proposes an amendment or a correction of an agreement. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return propose(request, 'amendment', (await params).reference)
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
