import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** An installation of a journey's own, thrown away afterwards: the shipped records, nobody's account. */
export interface Installation {
  address: string
  port: number
  /** The set-up link that its terminal printed. */
  setUp: string
  stop: () => Promise<void>
}

/** Starts one; each kind of journey has its own thousand of `ports` above the shared server's. */
export async function startInstallation(
  { baseURL, parallelIndex }: { baseURL: string | undefined; parallelIndex: number },
  ports: 1_000 | 2_000 | 3_000,
  access: 'public' | 'private',
): Promise<Installation> {
  const port = Number(new URL(baseURL ?? '').port) + ports + parallelIndex
  const server = spawn(
    process.execPath,
    ['--import=tsx', '--conditions=react-server', 'lib/commands/testing/e2e-server.ts'],
    {
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', PLEDGEBOOK_ACCESS: access },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const stop = async () => {
    server.kill('SIGINT')
    await once(server, 'exit')
  }
  try {
    const setUp = await printed(server, /Set it up .*: (\S+)$/)
    return { address: new URL(setUp).origin, port, setUp, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function printed(server: ChildProcess, pattern: RegExp): Promise<string> {
  if (!server.stdout) throw new Error('the server prints nothing')
  for await (const line of createInterface({ input: server.stdout })) {
    const found = pattern.exec(line)?.[1]
    if (found) {
      server.stdout.resume()
      return found
    }
  }
  throw new Error('the server ended without a set-up link')
}
