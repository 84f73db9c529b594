import { dayOf } from '@/lib/clock'
import type { Db } from '@/lib/data/client'
import { takenNames } from '@/lib/data/proposals'
import { isReference } from '@/lib/domain/literal-lists'
import { referenceStem } from '@/lib/domain/reference-stem'
import type { Instant } from '@/lib/domain/types'
import type { Cells } from '@/lib/schemas/proposal'

const MOST = 999

/**
 * The reference to reserve for a new agreement: the one typed, or else one of company and year such as INETUM-2024,
 * numbered when that is taken. Null when none can be reserved: nothing to make it of, or the one typed is no reference or
 * is taken by an agreement or another open proposal. `current` stays when it still fits.
 */
export async function nameAgreement(
  db: Db,
  cells: Cells,
  own: { id: string | null; current: string | null },
  now: Instant,
): Promise<string | null> {
  const typed = (cells.reference ?? '').trim()
  if (typed !== '') {
    if (!isReference(typed)) return null
    return (await takenNames(db, [typed], own.id)).has(typed) ? null : typed
  }
  const stem = referenceStem(cells, dayOf(now))
  if (stem === null) return null
  const names = [stem, ...Array.from({ length: MOST }, (_, index) => `${stem}-${index + 2}`)]
  const taken = await takenNames(db, names, own.id)
  if (own.current !== null && names.includes(own.current) && !taken.has(own.current))
    return own.current
  return names.find((name) => !taken.has(name)) ?? null
}
