import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { listPage } from '@/lib/data/agreement-list'
import { MOST_PRINTED, yearOfDue } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'
import type { PortfolioReport } from './get-portfolio-report'
import { getSummary } from './get-summary'

/** What is due in a year as it is printed: its figures, the cohort of the year among them, and its agreements, the nearest first. */
export interface DueReport extends PortfolioReport {
  year: number
}

/** The ready-made report of what is due in a year (the one after asOf unless asked), all of it of one state of the ledger. Throws Forbidden, and InvalidInput on a company or party that does not exist. */
export async function getDueReport(viewer: Viewer, filters: Filters): Promise<DueReport> {
  authorise(viewer, 'portfolio.read')
  const year = yearOfDue(filters, momentOf(filters).asOf)
  const due = { ...filters, dueYear: [year], cohort: year }
  const summary = await getSummary(viewer, due)
  const { asOf, knownAt, seq } = summary
  const listed = { ...due, sort: 'due', limit: MOST_PRINTED } as const
  const { rows, total } = await listPage({ filters: listed, asOf, knownAt, seq }, null)
  return { year, summary, rows, total }
}
