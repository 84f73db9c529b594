import { createServer } from 'node:net'
import { Failure } from './failure'

/** Throws Failure, in words, when a server could not listen there now. */
export async function requireFree(host: string, port: number, command: string): Promise<void> {
  const code = await tryToListen(host, port)
  if (code === null) return
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken; stop what listens there or choose another: PORT=${port + 1} ${command}`,
    EACCES: `Port ${port} is reserved for the system; choose another: PORT=3000 ${command}`,
    EADDRNOTAVAIL: `HOST ${host} is no address of this machine.`,
    ENOTFOUND: `HOST ${host} is no address of this machine.`,
  }
  throw new Failure(reasons[code] ?? `Nothing can listen on ${host}:${port} (${code}).`)
}

/** The address to open in a browser. */
export function addressOf(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function tryToListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)))
  })
}
