import type { ProposalKind } from '@/lib/domain/types'

const SOURCE = ['source_url', 'source_publisher', 'source_date', 'source_language']
const OF_AN_AGREEMENT = [
  ...['company', 'title', 'government_parties', 'other_companies', 'signed_on', 'signed_basis'],
  ...['type', 'binding', 'sector', 'region', 'place', 'lifecycle'],
  ...['jobs', 'jobs_as_stated', 'jobs_missing', 'jobs_measure', 'jobs_scope'],
  ...['deadline', 'deadline_as_stated'],
  ...['baseline_headcount', 'baseline_as_stated', 'baseline_date'],
  ...['amount', 'amount_as_stated', 'currency', 'amount_missing'],
  ...['signatories', 'milestones', 'commitments', 'claims', 'relations'],
]
const OF_OTHERS = [
  ...['statement', 'kind', 'on', 'data_date', 'value', 'as_stated', 'evidence', 'perimeter'],
  ...['effective_on', 'quantity', 'deadline', 'deadline_as_stated', 'milestones', 'reason'],
]

function orderOf(kind: ProposalKind): string[] {
  if (kind === 'agreement') return [...SOURCE, ...OF_AN_AGREEMENT]
  if (kind === 'edit') return ['reason', ...OF_AN_AGREEMENT, ...SOURCE]
  return [...OF_OTHERS, ...SOURCE]
}

/** Problems in the order in which their fields stand on the form, so that the list is worked down as the page is. */
export function inFormOrder<T extends { path: string }>(
  kind: ProposalKind,
  problems: readonly T[],
): T[] {
  const order = orderOf(kind)
  const place = ({ path }: T) => {
    const index = order.indexOf(path.split('.')[0] ?? path)
    return index === -1 ? order.length : index
  }
  return problems.toSorted((a, b) => place(a) - place(b))
}
