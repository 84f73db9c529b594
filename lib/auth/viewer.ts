import { type Actor, may, type Permission } from '@/lib/domain/permissions'
import { Forbidden } from '@/lib/errors'

declare const proof: unique symbol

/** Who is asking. Only this folder can make one. */
export interface Viewer {
  readonly [proof]: true
  readonly actor: Actor | 'nobody'
  /** Name written into the change log. */
  readonly name: string
}

function viewer(actor: Viewer['actor'], name: string): Viewer {
  return { actor, name } as Viewer // the brand exists for the compiler only
}

/** The viewer of a request without a session: the public, or nobody when access is private. */
export function visitor(access: 'public' | 'private'): Viewer {
  return access === 'public' ? viewer('public', 'public') : viewer('nobody', 'nobody')
}

/** The viewer behind a command line on the machine itself. */
export function terminal(): Viewer {
  return viewer('terminal', 'terminal')
}

/** Throws Forbidden unless the viewer holds the permission. */
export function authorise(asking: Viewer, permission: Permission): void {
  if (asking.actor === 'nobody' || !may(asking.actor, permission)) throw new Forbidden(permission)
}
