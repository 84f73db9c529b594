import type { Role } from './types'

export const PERMISSIONS = ['portfolio.read', 'import.accept'] as const
export type Permission = (typeof PERMISSIONS)[number]

/** Who asks: a role, the public without an account, or the terminal of the machine itself. */
export type Actor = Role | 'public' | 'terminal'

const GRANTS: Record<Permission, readonly Actor[]> = {
  'portfolio.read': ['public', 'viewer', 'editor', 'reviewer', 'admin', 'auditor', 'terminal'],
  'import.accept': ['terminal'],
}

/** Whether an actor holds a permission. In private mode the public is not an actor at all (lib/auth). */
export function may(actor: Actor, permission: Permission): boolean {
  return GRANTS[permission].includes(actor)
}
