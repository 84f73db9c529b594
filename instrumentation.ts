import type { Instrumentation } from 'next'
import { log } from '@/lib/log'

/** Once per server: what runs beside the requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startWorker } = await import('@/app/worker')
  startWorker()
}

/** Records what went wrong in a page or an action; the digest is what its reader sees. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  const { routePath, routeType } = context
  const [path] = request.path.split('?') // a query may hold what somebody searched for
  log().error({ err: error, digest, method: request.method, path, routePath, routeType }, 'failed')
}
