import { authorise, type Viewer } from '@/lib/auth/viewer'
import type { ListedAgreement } from '@/lib/data/agreement-list'
import { agreementRecords } from '@/lib/data/agreement-record'
import { instantOf } from '@/lib/data/changes'
import { snapshot } from '@/lib/data/client'
import type { Filters } from '@/lib/schemas/filters'
import { type AgreementAt, detailAt } from './detail-at'
import { type AgreementList, readList } from './read-list'

/** A page whose rows carry the whole agreement: its parties, promises, reports, events, relations and sources. */
export interface WholeAgreementList extends Omit<AgreementList, 'rows'> {
  rows: (ListedAgreement & { whole: AgreementAt })[]
}

/** The page of list-agreements with each agreement whole, as of the last change that the page counts. Throws like listAgreements. */
export async function listWholeAgreements(
  viewer: Viewer,
  filters: Filters,
): Promise<WholeAgreementList> {
  authorise(viewer, 'portfolio.read')
  return snapshot(async (tx) => {
    const { seq, rows, ...list } = await readList(filters, tx)
    const moment = { asOf: list.asOf, knownAt: await instantOf(tx, seq) }
    const references = rows.map(({ reference }) => reference)
    const found = await agreementRecords(tx, references, moment)
    const whole = rows.flatMap((row) => {
      const one = found.get(row.reference)
      return one ? [{ ...row, whole: detailAt(one, moment) }] : []
    })
    return { ...list, rows: whole }
  })
}
