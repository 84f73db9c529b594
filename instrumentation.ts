import type { Instrumentation } from 'next'
import { log } from '@/lib/log'

/** Records what went wrong in a page or an action; the digest is what its reader sees. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  const { routePath, routeType } = context
  const [path] = request.path.split('?') // a query may hold what somebody searched for
  log().error({ err: error, digest, method: request.method, path, routePath, routeType }, 'failed')
}
