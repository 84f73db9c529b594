import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { commandOf } from './identity'

/** A server that runs on a cluster, as its postmaster.pid describes it. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/** The server that runs on the cluster, or null. A pid file whose process is no server of this cluster is removed. */
export function postmasterOf(cluster: string): Postmaster | null {
  const file = path.join(cluster, 'postmaster.pid')
  const text = read(file)
  if (text === null) return null
  // Lines: pid, directory, start, port, socket directory, address, shared memory key, state.
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const command = Number.isInteger(pid) && pid > 0 ? commandOf(pid) : null
  if (command === null) return null
  if (!command.includes(cluster)) {
    // After a crash the id may belong to any program; the server would take the file at its word and refuse to start.
    rmSync(file, { force: true })
    return null
  }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null // no server has this cluster open
  }
}
