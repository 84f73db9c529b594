import { type StandingRow, standingRows } from '@/lib/domain/intervals'
import { valueOn } from '@/lib/domain/path'
import type { LaneFacts, PortfolioRow } from '@/lib/domain/portfolio'
import type { AgreementHistory, IsoDate, Lane, Measure } from '@/lib/domain/types'

/** What a portfolio filters and groups by, which no standing holds. */
export interface Facets {
  sector: string
  region: string
  company: string | null
}

// Agreements that no relation joins never touch each other's standings.
function components(histories: readonly AgreementHistory[]): AgreementHistory[][] {
  return histories.reduce<AgreementHistory[][]>((groups, history) => {
    const touches = (other: AgreementHistory) =>
      history.relations.some(({ to }) => to === other.reference) ||
      other.relations.some(({ to }) => to === history.reference)
    const joined = groups.filter((group) => group.some(touches))
    return [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), history]]
  }, [])
}

/** The standings of a whole portfolio with everything known. */
export function ledgerOf(histories: readonly AgreementHistory[]): StandingRow[] {
  return components(histories).flatMap((component) => standingRows(component, null))
}

function laneFacts(row: StandingRow): LaneFacts {
  const { status, reason, created, expected, projectedAtDue, reporting, bucket } = row
  return { status, reason, created, expected, projectedAtDue, reporting, bucket }
}

/** The portfolio on one day as its standings show it: members of U_all and the rows that the counting rules dropped. */
export function portfolioRows(
  ledger: readonly StandingRow[],
  facetsOf: (reference: string) => Facets,
  measure: Measure,
  asOf: IsoDate,
): PortfolioRow[] {
  const today = ledger.filter(
    (row) => row.measure === measure && row.validFrom <= asOf && asOf < row.validTo,
  )
  const inLane = (lane: Lane) => today.filter((row) => row.lane === lane)
  const verifiedRows = new Map(inLane('verified').map((row) => [row.agreement, row]))
  return inLane('reported').flatMap((reported) => {
    const verified = verifiedRows.get(reported.agreement)
    if (!verified || !(reported.member || reported.leftOut)) return []
    const { leftOut, leftOutFor, live, quantity, target, original, due, yearOnly, piece } = reported
    return {
      reference: reported.agreement,
      leftOut,
      leftOutFor,
      live,
      quantity,
      target,
      originalTarget: original,
      due,
      yearOnly,
      expectedToday: piece && valueOn(piece, asOf),
      ...facetsOf(reported.agreement),
      reported: laneFacts(reported),
      verified: laneFacts(verified),
    }
  })
}
