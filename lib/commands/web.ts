import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Env } from '@/lib/env'
import { addressOf } from './address'
import { Failure } from './failure'
import { programOf } from './program'

/** Long enough for a load balancer that asks every second to notice. */
const NOTICE_MS = 2_000
const DRAIN_WITHIN_MS = 30_000
const ANSWER_WITHIN_MS = 60_000

/** The web server as its launcher sees it. */
export interface Web {
  /** Rejects with a Failure when the server ends by itself. */
  ended: Promise<never>
  /** Gracefully: readiness goes 503 first, readers are sent elsewhere, then running requests end. */
  stop: (how: 'gracefully' | 'now') => Promise<void>
}

/** Starts Next.js on HOST and PORT and returns once it answers. Throws Failure. */
export async function startWeb(
  env: Env,
  mode: 'production' | 'development',
  variables: Record<string, string>,
): Promise<Web> {
  const child = spawn(
    process.execPath,
    [
      `--import=${pathToFileURL(path.resolve('lib/commands/supervised.mjs')).href}`,
      programOf('next'),
      mode === 'production' ? 'start' : 'dev',
      `--hostname=${env.host}`,
      `--port=${env.port}`,
    ],
    {
      env: { ...process.env, ...variables, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' },
      // Production prints our own lines only; Next's banner would repeat the address.
      stdio: ['ignore', mode === 'production' ? 'ignore' : 'inherit', 'inherit', 'ipc'],
      // A session of its own: Ctrl-C reaches the launcher alone, which knows the order of things.
      detached: true,
    },
  )
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ended = exited.then((code) => {
    throw new Failure(`The web server ended by itself (code ${code}).`)
  })
  ended.catch(() => undefined) // whoever waits for it hears it; after a stop nobody does
  const stop = (how: 'gracefully' | 'now') => stopChild(child, exited, how)
  try {
    await Promise.race([answers(env), ended])
  } catch (error) {
    await stop('now')
    throw error
  }
  return { ended, stop }
}

async function stopChild(
  child: ChildProcess,
  exited: Promise<unknown>,
  how: 'gracefully' | 'now',
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  if (how === 'gracefully' && child.connected) {
    child.send('drain')
    await delay(NOTICE_MS)
  }
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), DRAIN_WITHIN_MS)
  await exited
  clearTimeout(late)
}

async function answers(env: Env): Promise<void> {
  const address = `${addressOf(env.host, env.port)}/api/health/live`
  const until = Date.now() + ANSWER_WITHIN_MS
  while (Date.now() < until) {
    try {
      await fetch(address)
      return
    } catch {
      await delay(50) // not listening yet
    }
  }
  throw new Failure(`The web server does not answer at ${address}.`)
}
