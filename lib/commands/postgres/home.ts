import { randomBytes, randomUUID } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Failure } from '@/lib/commands/failure'
import { type Account, reaches, serverAccount } from './account'

/** Kept when the data directory is out of the server account's reach; unlike /var/tmp nothing sweeps it. */
const OUTSIDE = '/var/lib/pledgebook'

const settingsSchema = z.object({
  id: z.string(),
  password: z.string(),
  port: z.number().optional(),
})
type Settings = z.output<typeof settingsSchema>

/** Where one embedded server lives and what it remembers from start to start. */
export interface Home {
  /** The data directory of this installation: settings, secret, locks. */
  directory: string
  account: Account | null
  /** PostgreSQL's own data directory. */
  cluster: string
  /** Where binaries are copied when the checkout is out of reach. */
  stage: string
  log: string
  settings: Settings
}

/** Opens (and on the first start makes) the home of the embedded server under a data directory. Throws Failure. */
export function openHome(dataDir: string): Home {
  const directory = path.resolve(dataDir)
  requireWritable(directory)
  const settings = readSettings(directory) ?? newSettings(directory)
  const inside = path.join(directory, 'postgres')
  const outside = path.join(OUTSIDE, settings.id)
  const account = serverAccount(existsSync(outside) ? path.join(outside, 'postgres') : inside)
  const within = reaches(account, inside)
  const base = within ? directory : outside
  if (!within) mkdirSync(base, { recursive: true, mode: 0o755 })
  return {
    directory,
    account,
    cluster: path.join(base, 'postgres'),
    stage: within ? path.join(directory, 'binaries') : OUTSIDE,
    log: path.join(base, 'postgres.log'),
    settings,
  }
}

/** Throws Failure, in words, for a data directory that cannot hold anything. */
function requireWritable(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.W_OK)
  } catch (error) {
    throw new Failure(
      `${directory} cannot be written; set PLEDGEBOOK_DATA_DIR to a directory of your own.`,
      { cause: error },
    )
  }
}

/** Keeps the port for the next start. */
export function rememberPort(home: Home, port: number): void {
  if (home.settings.port === port) return
  home.settings.port = port
  writeSettings(home.directory, home.settings)
}

/** The session secret of this installation, generated on the first call. */
export function installationSecret(dataDir: string): string {
  const file = path.join(path.resolve(dataDir), 'secret')
  if (!existsSync(file)) writePrivate(file, randomBytes(32).toString('hex'))
  return readFileSync(file, 'utf8')
}

/** Gives a path to the server's account. */
export function giveTo(account: Account | null, target: string): void {
  if (account !== null) chownSync(target, account.uid, account.gid)
}

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivate(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  chmodSync(`${file}.new`, 0o600)
  renameSync(`${file}.new`, file)
}

function settingsFile(directory: string): string {
  return path.join(directory, 'postgres.json')
}

function readSettings(directory: string): Settings | null {
  const file = settingsFile(directory)
  if (!existsSync(file)) return null
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Failure(`${file} cannot be read; it holds the password of the database beside it.`, {
      cause: error,
    })
  }
}

function newSettings(directory: string): Settings {
  if (existsSync(path.join(directory, 'postgres')))
    throw new Failure(
      `${settingsFile(directory)} is missing: it holds the password of the database beside it.`,
    )
  const settings = { id: randomUUID(), password: randomBytes(24).toString('base64url') }
  writeSettings(directory, settings)
  return settings
}

function writeSettings(directory: string, settings: Settings): void {
  writePrivate(settingsFile(directory), `${JSON.stringify(settings, null, 2)}\n`)
}
