import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '@/lib/commands/failure'
import { giveTo, type Home } from './home'

/** The role and the database that the embedded server is made with. */
export const OWNER = 'pledgebook'

/** Makes the cluster on the first start: UTF-8 whatever the machine's locale, password logins only. Throws Failure. */
export function initialise(home: Home, binaries: string): void {
  if (existsSync(home.cluster)) return
  const unfinished = `${home.cluster}.new`
  const passwordFile = `${home.cluster}.password`
  rmSync(unfinished, { recursive: true, force: true })
  writeFileSync(passwordFile, home.settings.password, { mode: 0o600 })
  try {
    giveTo(home.account, passwordFile)
    mkdirSync(unfinished, { mode: 0o700 })
    giveTo(home.account, unfinished)
    const { status, stderr } = spawnSync(
      path.join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${unfinished}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        ...locale(),
        '--no-instructions',
      ],
      { ...home.account, cwd: '/', encoding: 'utf8', env: serverEnvironment() },
    )
    if (status !== 0)
      throw new Failure(`The embedded database could not be made: ${lastLine(stderr ?? '')}`)
    renameSync(unfinished, home.cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** What the server's programs see: nothing of ours, which could hold PGHOST, secrets or a strange locale. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: 'production', PATH: process.env.PATH, TZ: 'UTC' }
}

/** PostgreSQL's own C.UTF-8: accents and Arabic letters count as letters, and sorting never changes with the system. */
function locale(): string[] {
  const system = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  return ['--locale-provider=builtin', `--locale=${system}`, '--builtin-locale=C.UTF-8']
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
