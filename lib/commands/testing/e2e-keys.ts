import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where the server of the journeys on a port leaves its database address and secret, for journeys that sign in by cookie. */
export function keysFile(port: number): string {
  return path.join(tmpdir(), `pledgebook-e2e-${port}.json`)
}
