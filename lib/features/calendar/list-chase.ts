import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { type ChasedCompany, type ChasePlace, chasePage } from '@/lib/data/chase'
import { parseCursor, printCursor } from '@/lib/data/cursor'
import { type Letter, latestLetters } from '@/lib/data/letters'
import { type Owner, possibleOwners } from '@/lib/data/owners'
import { may, STAFF_ROLES } from '@/lib/domain/permissions'
import type { IsoDate } from '@/lib/domain/types'
import { canMail } from '@/lib/mail'
import { type Filters, printFilters } from '@/lib/schemas/filters'

/** A company, what it owes, and what it was written last. */
export interface ChasedRow extends ChasedCompany {
  /** The latest letter that this book sent to it; null when there is none. */
  letter: Letter | null
  /** Which letter the next one would be. */
  nextNumber: number
  /** Whether the asking account may write to it: every figure is of its region. */
  mayWrite: boolean
}

/** A page of the companies to be asked. */
export interface ChaseList {
  asOf: IsoDate
  rows: ChasedRow[]
  /** Whether letters are sent from here: a mail server is configured, and the figures are today's. */
  sending: boolean
  total: number
  /** Cursor of the next page; null on the last. */
  next: string | null
  /** Accounts that look after agreements here: the choices of a filter. */
  owners: Owner[]
}

/**
 * The companies that owe a report by asOf, the longest overdue first, each with exactly the figures that are missing; with
 * `group` once under each owner or region of what it owes. Throws Forbidden, and InvalidInput on a cursor of another list.
 */
export async function listChase(viewer: Viewer, filters: Filters): Promise<ChaseList> {
  authorise(viewer, 'proposal.create')
  const asked = printFilters({ ...filters, cursor: null, limit: undefined, lang: null })
  const query = `chase?${asked}`
  const place = filters.cursor === null ? null : parseCursor(query, filters.cursor)
  const moment = momentOf(filters)
  const asOf = place?.asOf ?? moment.asOf
  const { seq, total, rows } = await chasePage(
    { filters, asOf, knownAt: moment.knownAt, seq: place?.seq ?? null },
    place && toPlace(place),
  )
  const shown = rows.slice(0, filters.limit)
  const last = shown.at(-1)
  const next =
    rows.length > filters.limit && last
      ? printCursor(query, { asOf, seq, value: `${last.first}${last.place}`, name: last.slug })
      : null
  const letters = await latestLetters(shown.map(({ slug }) => slug))
  const rowOf = (company: ChasedCompany): ChasedRow => {
    const letter = letters.get(company.slug) ?? null
    const failed = letter !== null && letter.failure !== null
    const nextNumber = letter === null ? 1 : letter.number + (failed ? 0 : 1)
    return { ...company, letter, nextNumber, mayWrite: mayWriteTo(viewer, company) }
  }
  const owners = await possibleOwners(STAFF_ROLES, viewer.region)
  const sending = canMail() && filters.asOf === null && filters.knownAt === null
  return { asOf, rows: shown.map(rowOf), sending, total, next, owners }
}

const DAY_LENGTH = '2026-01-31'.length

/** A cursor holds two texts: the day and the bucket's place behind it, the company. */
function toPlace({ value, name }: { value: string | null; name: string }): ChasePlace {
  const text = value ?? ''
  return { day: text.slice(0, DAY_LENGTH), place: text.slice(DAY_LENGTH), slug: name }
}

function mayWriteTo({ actor, region }: Viewer, { figures }: ChasedCompany): boolean {
  const regions = figures.map((figure) => figure.region)
  return (
    actor !== 'nobody' &&
    may({ actor, region }, 'letter.send', { own: false, alone: false, regions })
  )
}
