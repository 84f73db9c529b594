import { others } from '@/app/api/methods'
import { propose } from '@/app/api/v1/propose'

/** Proposes to take one statement back of an agreement. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return propose(request, 'retraction', (await params).reference)
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
