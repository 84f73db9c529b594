import { type Region, ROLES, type Role } from './types'

export const PERMISSIONS = [
  'portfolio.read',
  'history.read',
  'proposal.create',
  'proposal.read',
  'proposal.edit',
  'proposal.review',
  'owner.assign',
  'change.undo',
  'change.read',
  'letter.send',
  'report.save',
  'report.schedule',
  'import.accept',
  'account.manage',
  'token.manage',
  'webhook.manage',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/** Who asks: a role, the public without an account, or the terminal of the machine itself. */
export type Actor = Role | 'public' | 'terminal'

/** Whose records a permission reaches: everybody's, one's own, or other people's (an only account also reviews its own). */
export type Reach = 'any' | 'own' | 'others'

type Grants = Partial<Record<Actor, Reach>>

const EVERYBODY: Grants = {
  public: 'any',
  viewer: 'any',
  editor: 'any',
  reviewer: 'any',
  admin: 'any',
  auditor: 'any',
  terminal: 'any',
}

/** The one table of who may do what; verbs, pages and the matrix of tests read it. */
export const GRANTS: Record<Permission, Grants> = {
  'portfolio.read': EVERYBODY,
  // Names of the people who entered and accepted stand in an agreement's history for those with an account.
  'history.read': { viewer: 'any', editor: 'any', reviewer: 'any', admin: 'any', auditor: 'any' },
  'proposal.create': { editor: 'any', reviewer: 'any', admin: 'any' },
  'proposal.read': { editor: 'own', reviewer: 'any', admin: 'any', auditor: 'any' },
  'proposal.edit': { editor: 'own', reviewer: 'own', admin: 'own' },
  'proposal.review': { reviewer: 'others', admin: 'others' },
  // Who looks after an agreement: whoever does hands it over.
  'owner.assign': { editor: 'own', reviewer: 'any', admin: 'any' },
  'change.undo': { reviewer: 'any', admin: 'any' },
  'change.read': { admin: 'any', auditor: 'any', terminal: 'any' },
  // To a company, about reports that it owes.
  'letter.send': { editor: 'any', reviewer: 'any', admin: 'any' },
  'report.save': { viewer: 'any', editor: 'any', reviewer: 'any', admin: 'any', auditor: 'any' },
  // Writes to people outside in the name of the book, and so does not come with reading.
  'report.schedule': { editor: 'own', reviewer: 'own', admin: 'any' },
  'import.accept': { terminal: 'any' },
  'account.manage': { admin: 'any', terminal: 'any' },
  'token.manage': { admin: 'any', terminal: 'any' },
  'webhook.manage': { admin: 'any' },
}

/** Roles whose accounts can look after an agreement: those that enter. */
export const STAFF_ROLES: readonly Role[] = ROLES.filter(
  (role) => GRANTS['proposal.create'][role] !== undefined,
)

/** Permissions that write records, or to companies about them: an account with a region holds them for that region alone. */
const BOUND_TO_REGION: readonly Permission[] = [
  'proposal.create',
  'proposal.edit',
  'proposal.review',
  'owner.assign',
  'change.undo',
  'letter.send',
]

/** What a permission is asked for: whose record it is, and the regions that it touches (before and after an edit). */
export interface Reached {
  own: boolean
  /** The asking account is the only one of the installation. */
  alone: boolean
  regions: readonly Region[]
}

/** Who asks, as far as permissions know. */
export interface Asking {
  actor: Actor
  /** The only region that this account writes in; null = all. */
  region: Region | null
}

/** Whether anything at all may be reached: what decides if a page or a button is offered. */
export function holds(actor: Actor, permission: Permission): boolean {
  return GRANTS[permission][actor] !== undefined
}

/** Whether an actor holds a permission for one record. In private mode the public is not an actor at all (lib/auth). */
export function may({ actor, region }: Asking, permission: Permission, on: Reached): boolean {
  const reach = GRANTS[permission][actor]
  if (reach === undefined) return false
  if (reach === 'own' && !on.own) return false
  if (reach === 'others' && on.own && !on.alone) return false
  if (region === null || !BOUND_TO_REGION.includes(permission)) return true
  return on.regions.length > 0 && on.regions.every((one) => one === region)
}

/** Whether everything that `role` may do, `owner` may do as widely: what an account can hand on to a token. */
export function covers(owner: Role, role: Role): boolean {
  return PERMISSIONS.every((permission) => {
    const asked = GRANTS[permission][role]
    const held = GRANTS[permission][owner]
    return asked === undefined || held === 'any' || held === asked
  })
}

/** Roles whose decisions bind others: they prove themselves with a second factor. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['reviewer', 'admin']

/** What a role amounts to until its account has set up the second factor that it needs. */
export function withoutSecondFactor(role: Role): Role {
  return SECOND_FACTOR_ROLES.includes(role) ? 'editor' : role
}
