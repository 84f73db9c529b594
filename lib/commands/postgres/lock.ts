import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Failure } from '@/lib/commands/failure'
import { identityOf } from './identity'

const PATIENCE_MS = 60_000

/** Runs `work` while no other process of this data directory does; the lock of a killed process is taken over. */
export async function withLock<T>(
  directory: string,
  work: () => Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const file = path.join(directory, 'launcher.lock')
  const until = Date.now() + patienceMs
  while (!take(file)) {
    if (Date.now() > until) throw new Failure(`Another Pledgebook holds ${file}; stop it first.`)
    await delay(100)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** Notes that this process uses the database of the data directory. */
export function join(directory: string): void {
  mkdirSync(users(directory), { recursive: true })
  writeFileSync(path.join(users(directory), String(process.pid)), identityOf(process.pid) ?? '')
}

/** Takes the note back. Returns whether nobody else uses the database any more. */
export function leave(directory: string): boolean {
  rmSync(path.join(users(directory), String(process.pid)), { force: true })
  return readdirSync(users(directory)).every((name) => {
    const file = path.join(users(directory), name)
    const alive = isAlive(file)
    if (!alive) rmSync(file, { force: true })
    return !alive
  })
}

function take(file: string): boolean {
  try {
    writeFileSync(file, identityOf(process.pid) ?? '', { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (!isAlive(file)) rmSync(file, { force: true })
    return false
  }
}

/** Whether the process that wrote the file still runs. */
function isAlive(file: string): boolean {
  try {
    const identity = readFileSync(file, 'utf8')
    return identity !== '' && identityOf(Number(identity.split('@')[0])) === identity
  } catch {
    return false // gone between two looks
  }
}

function users(directory: string): string {
  return path.join(directory, 'users')
}
