import { keepSignIn } from '@/app/(desk)/keep-cookies'
import { enterDemo } from '@/lib/features/accounts/enter-demo'
import { problemResponse } from '@/lib/http'

/** An address that the demonstration printed: signs in once and leads to the front page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  try {
    await keepSignIn([await enterDemo((await params).token, request.headers)])
    return new Response(null, { status: 303, headers: { location: '/' } })
  } catch (error) {
    return problemResponse(error, request)
  }
}
