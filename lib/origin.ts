import { isLoopback } from './env'
import { ForeignOrigin } from './errors'

type RequestHeaders = Pick<Headers, 'get'>

/**
 * Refuses a request that changes something unless its Origin is ours. Throws ForeignOrigin, also without an Origin: browsers
 * send one with every form, and a cookie alone proves no intent. `publicUrl` is PLEDGEBOOK_URL; without it the server is
 * for this machine alone, by whichever of its names the page was opened. Forwarded hosts are never believed.
 */
export function refuseForeignOrigin(headers: RequestHeaders, publicUrl: string | undefined): void {
  const origin = headers.get('origin')
  const own = publicUrl === undefined ? isLocal(origin, headers.get('host')) : origin === publicUrl
  if (!own) throw new ForeignOrigin()
}

function isLocal(origin: string | null, host: string | null): boolean {
  if (!origin || !host || !URL.canParse(origin) || !URL.canParse(`http://${host}`)) return false
  const [from, to] = [new URL(origin), new URL(`http://${host}`)]
  const local = isLoopback(from.hostname) && isLoopback(to.hostname)
  return local && from.protocol === 'http:' && from.port === to.port
}
