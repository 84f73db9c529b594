import type { Db } from '@/lib/data/client'
import { namesOfStems } from '@/lib/data/reference-names'
import { referenceStem } from '@/lib/domain/reference-stem'
import type { IsoDate } from '@/lib/domain/types'
import type { Cells } from '@/lib/schemas/proposal'

/**
 * Gives references to rows of new agreements that state none, in their order: company and year, numbered when that is taken
 * by the ledger, by an open proposal or within the file. `used` holds the file's own names and grows.
 */
export async function nameRows(
  db: Db,
  rows: readonly Cells[],
  used: Set<string>,
  today: IsoDate,
): Promise<Cells[]> {
  const nameless = (cells: Cells) => (cells.reference ?? '').trim() === ''
  const stems = rows.flatMap((cells) =>
    nameless(cells) ? (referenceStem(cells, today) ?? []) : [],
  )
  const taken = await namesOfStems(db, [...new Set(stems)])
  return rows.map((cells) => {
    const stem = nameless(cells) ? referenceStem(cells, today) : null
    if (stem === null) return cells
    let reference = stem
    for (let number = 2; taken.has(reference) || used.has(reference); number += 1)
      reference = `${stem}-${number}`
    used.add(reference)
    return { ...cells, reference }
  })
}
