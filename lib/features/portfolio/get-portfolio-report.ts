import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type ListedAgreement, listPage } from '@/lib/data/agreement-list'
import { MOST_PRINTED } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'
import { getSummary, type Summary } from './get-summary'

/** The portfolio at a date as it is printed: the figures of the dashboard, and the agreements behind them. */
export interface PortfolioReport {
  summary: Summary
  /** By reference, as many as a page prints. */
  rows: ListedAgreement[]
  /** All of them. */
  total: number
}

/** The ready-made report of the portfolio at a date, all of it of one state of the ledger. Throws Forbidden, and InvalidInput on a company or party that does not exist. */
export async function getPortfolioReport(
  viewer: Viewer,
  filters: Filters,
): Promise<PortfolioReport> {
  authorise(viewer, 'portfolio.read')
  const summary = await getSummary(viewer, filters)
  const { asOf, knownAt, seq } = summary
  const listed = { ...filters, sort: 'reference', limit: MOST_PRINTED } as const
  const { rows, total } = await listPage({ filters: listed, asOf, knownAt, seq }, null)
  return { summary, rows, total }
}
