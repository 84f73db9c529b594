import { preflightHeaders, varyOf } from '@/lib/cors'
import { HttpRefusal, problemResponse } from '@/lib/http'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof METHODS)[number]
type Handler = (request: Request) => Response

/**
 * Handlers of every method that a route does not take: 405 with Allow and a problem, where Next's own has neither; and
 * OPTIONS, also as a browser asks it for a page of another origin. HEAD goes with GET, which Next answers by itself.
 */
export function others(...taken: Method[]): Record<Method | 'OPTIONS', Handler> {
  const allowed: Method[] = taken.includes('GET') ? [...taken, 'HEAD'] : taken
  const allow = [...METHODS.filter((method) => allowed.includes(method)), 'OPTIONS'].join(', ')
  const refuse: Handler = (request) => problemResponse(new HttpRefusal(405, { allow }), request)
  const handlers = Object.fromEntries(METHODS.map((method) => [method, refuse]))
  const options: Handler = ({ headers }) =>
    new Response(null, {
      status: 204,
      headers: {
        allow,
        ...preflightHeaders(headers, allow),
        vary: varyOf('access-control-request-method', 'access-control-request-headers'),
      },
    })
  return { ...(handlers as Record<Method, Handler>), OPTIONS: options } // one of every method
}
