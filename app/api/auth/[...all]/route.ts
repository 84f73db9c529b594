import { answerOverHttp } from '@/lib/auth/sign-in'
import { NotFound } from '@/lib/errors'
import { problemResponse } from '@/lib/http'

/** Signing in and out for programs that keep cookies; everything else about accounts is a form or a command. */
export async function POST(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  try {
    const answered = await answerOverHttp(request, pathname.replace('/api/auth', ''))
    return answered ?? problemResponse(new NotFound('page', pathname), request)
  } catch (error) {
    return problemResponse(error, request)
  }
}
