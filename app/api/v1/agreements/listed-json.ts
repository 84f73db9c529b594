import { wholeJson } from '@/app/api/v1/agreements/[reference]/detail-json'
import { unitOf } from '@/app/api/v1/amounts'
import type { Measure } from '@/lib/domain/types'
import type { WholeAgreementList } from '@/lib/features/agreements/list-whole-agreements'
import type { ListedResponse } from '@/lib/schemas/responses/agreement'

/** One agreement of the list as published (contract, section 4), whole and as it stands in the measure asked for: whole units, e(d_r) beside a report and e(asOf) without one. */
export function listedJson(
  row: WholeAgreementList['rows'][number],
  measure: Measure,
): ListedResponse {
  const unit = unitOf(measure, row.currency)
  const money = unitOf('investment', row.amountCurrency)
  const {
    amount,
    amountCurrency,
    amountRealised,
    amountDataDate,
    expectedAtReport,
    whole,
    ...same
  } = row
  return {
    ...wholeJson(whole),
    ...same,
    measure,
    quantity: unit.quantity(row.quantity),
    target: unit.amount(row.target),
    targetOriginal: unit.amount(row.targetOriginal),
    created: unit.amount(row.created),
    createdVerified: unit.amount(row.createdVerified),
    expected: unit.halfUp(row.created === null ? row.expected : expectedAtReport),
    readingSensitive: row.status !== row.statusEarly,
    amount: amount && {
      ...money.quantity(amount),
      currency: amountCurrency,
      realised: money.amount(amountRealised),
      dataDate: amountDataDate,
    },
  }
}
