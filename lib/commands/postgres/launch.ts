import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Failure } from '@/lib/commands/failure'
import { serverEnvironment } from './cluster'
import { type Home, rememberPort } from './home'
import { freePort } from './port'
import { type Postmaster, postmasterOf } from './postmaster'

/** Recovery after a crash may replay a good deal of log. */
const READY_WITHIN_MS = 120_000
const ATTEMPTS = 20
const LOG_LIMIT = 10_000_000

/** Server parameters beyond our defaults, as `-c name=value`. */
export type Parameters = Record<string, string>

const defaults: Parameters = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // One machine, few connections: what a page reads stays in memory, and sums of many thousand rows are not spilled to disk.
  shared_buffers: '256MB',
  work_mem: '16MB',
}

/** The server of this home: the one that runs already, else a new one, ready for connections. Throws Failure. */
export async function launch(
  home: Home,
  binaries: string,
  parameters: Parameters,
): Promise<Postmaster> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const server = (await readied(home)) ?? (await tryToLaunch(home, binaries, parameters))
    if (server !== null) {
      rememberPort(home, server.port)
      return server
    }
    // Somebody took the port meanwhile, or the processes of a killed server are still leaving.
    await delay(250)
  }
  throw new Failure(`The embedded database does not start: ${lastComplaint(home)} (${home.log})`)
}

/** Null when another attempt may help. */
async function tryToLaunch(
  home: Home,
  binaries: string,
  parameters: Parameters,
): Promise<Postmaster | null> {
  const port = await freePort(home.settings.port)
  const options = { ...defaults, ...parameters, port: String(port) }
  const log = openLog(home)
  // A session of its own: Ctrl-C reaches the launcher alone, which stops the server last.
  const child = spawn(
    path.join(binaries, 'bin', 'postgres'),
    ['-D', home.cluster, ...Object.entries(options).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    {
      ...home.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: serverEnvironment(),
    },
  )
  closeSync(log)
  const exited = new Promise<null>((resolve) => {
    child.once('exit', () => resolve(null))
    child.once('error', () => resolve(null))
  })
  child.unref()
  return Promise.race([exited, readied(home, child.pid)])
}

/** Waits for a running or expected server to be ready; null when none runs. */
async function readied(home: Home, expected?: number): Promise<Postmaster | null> {
  const until = Date.now() + READY_WITHIN_MS
  while (Date.now() < until) {
    const server = postmasterOf(home.cluster)
    if (server === null && expected === undefined) return null
    if (server?.ready && (expected === undefined || server.pid === expected)) return server
    await delay(25)
  }
  throw new Failure(`The embedded database did not become ready in time (${home.log}).`)
}

function openLog(home: Home): number {
  if ((statSync(home.log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) truncateSync(home.log)
  return openSync(home.log, 'a', 0o600)
}

function lastComplaint(home: Home): string {
  const lines = readFileSync(home.log, 'utf8').trim().split('\n')
  return lines.findLast((line) => line.includes('FATAL:'))?.replace(/^.*FATAL:\s*/, '') ?? 'see log'
}
