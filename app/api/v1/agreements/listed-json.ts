import { unitOf } from '@/app/api/v1/amounts'
import type { Measure } from '@/lib/domain/types'
import type { AgreementList } from '@/lib/features/agreements/list-agreements'
import type { ListedResponse } from '@/lib/schemas/responses/agreement'

/** One row of the list as published (contract, section 4): whole units, e(d_r) beside a report and e(asOf) without one. */
export function listedJson(row: AgreementList['rows'][number], measure: Measure): ListedResponse {
  const unit = unitOf(measure, row.currency)
  const money = unitOf('investment', row.amountCurrency)
  const { amount, amountCurrency, amountRealised, amountDataDate, expectedAtReport, ...same } = row
  return {
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
