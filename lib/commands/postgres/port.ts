import { createServer } from 'node:net'
import { Failure } from '@/lib/commands/failure'

/** Below the range from which systems hand out outgoing ports, so that a remembered port stays free. */
const FIRST = 24_300
const COUNT = 1_000

/** The remembered port when it is free, else a free one. Throws Failure. */
export async function freePort(remembered: number | undefined): Promise<number> {
  if (remembered !== undefined && (await isFree(remembered, '127.0.0.1'))) return remembered
  const start = Math.floor(Math.random() * COUNT)
  for (let step = 0; step < COUNT; step += 1) {
    const port = FIRST + ((start + step) % COUNT)
    if (port !== remembered && (await isFree(port, '127.0.0.1'))) return port
  }
  throw new Failure(`No free port between ${FIRST} and ${FIRST + COUNT - 1} for the database.`)
}

/** Whether something could listen there now; false when it is taken or not ours to take. */
export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}
