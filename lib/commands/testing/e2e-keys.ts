import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where the server of the journeys on a port leaves its database address and secret, for journeys that sign in by cookie. */
export function keysFile(port: number): string {
  return path.join(tmpdir(), `pledgebook-e2e-${port}.json`)
}

/** Where its mail server leaves the letters that it took, one JSON object a line. */
export function lettersFile(port: number): string {
  return path.join(tmpdir(), `pledgebook-e2e-${port}-letters.jsonl`)
}
