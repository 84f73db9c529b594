import { NotFound } from '@/lib/errors'
import { problemResponse } from '@/lib/http'

/** 404 as a problem for every address under /api that is none, whatever the method. */
function nothing(request: Request): Response {
  return problemResponse(new NotFound('page', new URL(request.url).pathname), request)
}

export {
  nothing as DELETE,
  nothing as GET,
  nothing as OPTIONS,
  nothing as PATCH,
  nothing as POST,
  nothing as PUT,
}
