import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A text that only this incarnation of a process has, or null when it is gone. Process ids come round again, in a
 * container after every start, so an id alone says nothing.
 */
export function identityOf(pid: number): string | null {
  return process.platform === 'linux' ? identityFromProc(pid) : identityFromPs(pid)
}

/** The command line of a process, or null when it is gone. */
export function commandOf(pid: number): string | null {
  if (process.platform !== 'linux') return ps(pid, 'command')
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null
  } catch {
    return null // no such process
  }
}

function identityFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name may hold spaces and brackets: count fields after the last bracket. State is the 3rd, start time the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : `${pid}@${fields[19]}`
  } catch {
    return null // no such process
  }
}

function identityFromPs(pid: number): string | null {
  const started = ps(pid, 'lstart')
  return started === null ? null : `${pid}@${started}`
}

function ps(pid: number, column: string): string | null {
  try {
    return (
      execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() ||
      null
    )
  } catch {
    return null // ps fails when there is no such process
  }
}
