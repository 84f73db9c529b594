import { standingRows } from '@/lib/domain/intervals'
import { valueOn } from '@/lib/domain/path'
import type { LaneFacts, PortfolioRow } from '@/lib/domain/portfolio'
import type { AgreementHistory, IsoDate, Lane, Measure } from '@/lib/domain/types'

/** What a portfolio filters and groups by, which no standing holds. */
export interface Facets {
  sector: string
  region: string
  company: string | null
}

type Standing = ReturnType<typeof standingRows>[number]

function laneFacts(row: Standing): LaneFacts {
  const { status, reason, created, expected, projectedAtDue, reporting, bucket } = row
  return { status, reason, created, expected, projectedAtDue, reporting, bucket }
}

/** The portfolio on one day, everything known, as the ledger's rows of that day show it: members of U_all and the rows that the counting rules dropped. */
export function portfolioRows(
  histories: readonly AgreementHistory[],
  facetsOf: (reference: string) => Facets,
  measure: Measure,
  asOf: IsoDate,
): PortfolioRow[] {
  const today = standingRows(histories, null).filter(
    (row) => row.measure === measure && row.validFrom <= asOf && asOf < row.validTo,
  )
  const inLane = (lane: Lane, reference: string) =>
    today.find((row) => row.lane === lane && row.agreement === reference)
  return histories.flatMap(({ reference }) => {
    const [reported, verified] = [inLane('reported', reference), inLane('verified', reference)]
    if (!reported || !verified || !(reported.member || reported.leftOut)) return []
    const { leftOut, leftOutFor, live, quantity, target, original, due, yearOnly, piece } = reported
    return {
      reference,
      leftOut,
      leftOutFor,
      live,
      quantity,
      target,
      originalTarget: original,
      due,
      yearOnly,
      expectedToday: piece && valueOn(piece, asOf),
      ...facetsOf(reference),
      reported: laneFacts(reported),
      verified: laneFacts(verified),
    }
  })
}
