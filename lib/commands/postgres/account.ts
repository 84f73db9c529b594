import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '@/lib/commands/failure'

/** The unprivileged account that runs the server when we are root. */
export interface Account {
  uid: number
  gid: number
}

/**
 * Null for an ordinary user, who runs the server himself. As root the owner of existing data, else the machine's
 * postgres or nobody: PostgreSQL refuses to run as root. Throws Failure when the machine has none of them.
 */
export function serverAccount(existingData: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(existingData, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody', 'daemon']) {
    const account = lookUp(name)
    if (account !== null) return account
  }
  throw new Failure(
    'PostgreSQL does not run as root and this machine has no account postgres or nobody; start as another user or set DATABASE_URL.',
  )
}

/** Whether the account may enter every directory above `target`. */
export function reaches(account: Account | null, target: string): boolean {
  const parent = path.dirname(target)
  if (parent === target) return true
  return mayEnter(account, parent) && reaches(account, parent)
}

function mayEnter(account: Account | null, directory: string): boolean {
  if (account === null) {
    try {
      accessSync(directory, constants.X_OK)
      return true
    } catch {
      return false // that is the question
    }
  }
  const { mode, uid, gid } = statSync(directory)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

function lookUp(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) }
}
