import {
  type Actor,
  type Asking,
  holds,
  may,
  type Permission,
  type Reached,
} from '@/lib/domain/permissions'
import type { Region, Role } from '@/lib/domain/types'
import { Forbidden, Unauthenticated } from '@/lib/errors'
import { makeViewer } from './make-viewer'

declare const proof: unique symbol

/** Who is asking. Only this folder can make one. */
export interface Viewer {
  readonly [proof]: true
  readonly actor: Actor | 'nobody'
  /** What change logs and proposals name: the id of an account, `terminal`, or `public`. */
  readonly name: string
  /** The only region that this account writes in; null = all. */
  readonly region: Region | null
}

/** The viewer of a request without a session: the public, or nobody when access is private. */
export function visitor(access: 'public' | 'private'): Viewer {
  return access === 'public' ? makeViewer('public', 'public') : makeViewer('nobody', 'nobody')
}

/** The viewer behind a command line on the machine itself. */
export function terminal(): Viewer {
  return makeViewer('terminal', 'terminal')
}

/** The viewer behind an account that may sign in. */
export function accountViewer(account: { id: string; role: Role; region: Region | null }): Viewer {
  return makeViewer(account.role, account.id, account.region)
}

function isSomebody(asking: Viewer): asking is Viewer & Asking {
  return asking.actor !== 'nobody'
}

/**
 * Throws unless the viewer holds the permission, for one record when it is given, else for any at all: Unauthenticated
 * where nobody has signed in, Forbidden where the account may not.
 */
export function authorise(asking: Viewer, permission: Permission, on?: Reached): void {
  const granted =
    isSomebody(asking) &&
    (on === undefined ? holds(asking.actor, permission) : may(asking, permission, on))
  if (granted) return
  const unknown = asking.actor === 'nobody' || asking.actor === 'public'
  throw unknown ? new Unauthenticated() : new Forbidden(permission)
}
