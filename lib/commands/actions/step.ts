import type { Viewer } from '@/lib/auth/viewer'
import { may, type Permission } from '@/lib/domain/permissions'
import type { Region, Role } from '@/lib/domain/types'
import type { Fields } from './call'

/** Accounts with a region write there, and not in the other one. */
export const HOME: Region = 'MA-04'
export const AWAY: Region = 'MA-01'

/** Somebody who sends a form: an account with its session, or the public. */
export interface Asker {
  label: string
  id: string
  role: Role | null
  region: Region | null
  cookie: string | null
  viewer: Viewer
}

/** Whose a record is, and where. */
export interface About {
  own: boolean
  region: Region
}

/** A form as the page of somebody who may send it holds it. */
export interface Sent {
  path: string
  fields: Fields
  /** What the form held before, where it is no form of the desk's usual kind. */
  state?: object
  /** Whoever sends it, where every sending takes an account of its own. */
  cookie?: string
  /** Waits until what was asked for has been done, where it is done after the answer. */
  done?: () => Promise<void>
}

/** One thing that can be asked for by a form. */
export interface Step {
  name: string
  /** The file and the name of the action. */
  action: string
  /** Whose records and where; each is tried by everybody. */
  about: readonly About[]
  may: (asker: Asker, about: About) => boolean
  /** Makes the record, with whatever right that takes, and fills the form about it. */
  form: (asker: Asker, about: About) => Promise<Sent>
}

/** What the table of permissions says. */
export function byTable(permission: Permission): Step['may'] {
  return ({ role, region }, about) =>
    may({ actor: role ?? 'public', region }, permission, {
      ...{ own: about.own, alone: false, regions: [about.region] },
    })
}

export const OWN_AND_OTHERS: readonly About[] = [true, false].flatMap((own) =>
  [HOME, AWAY].map((region) => ({ own, region })),
)
/** What somebody makes is their own. */
export const OWN: readonly About[] = [HOME, AWAY].map((region) => ({ own: true, region }))
/** The same where no region is asked for. */
export const MINE: readonly About[] = [{ own: true, region: HOME }]
export const WHOSE: readonly About[] = [true, false].map((own) => ({ own, region: HOME }))
/** Records that belong to nobody in particular, and to no region. */
export const ONE: readonly About[] = [{ own: false, region: HOME }]
