import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { type DashboardState, dashboardState } from '@/lib/data/dashboard'
import type { Filters } from '@/lib/schemas/filters'
import { getSummary, type Summary } from './get-summary'

/** The dashboard: the figures of the summary, and the promises, days and changes behind them. */
export interface Dashboard {
  summary: Summary
  detail: DashboardState
}

/**
 * Everything that the dashboard shows under the filters, all of it of one state of the ledger. Amounts in persons or minor
 * units (method, section 9). Throws Forbidden, and InvalidInput on a company or party that does not exist.
 */
export async function getDashboard(viewer: Viewer, filters: Filters): Promise<Dashboard> {
  authorise(viewer, 'portfolio.read')
  const asked = { filters, ...momentOf(filters), seq: null }
  const [summary, detail] = await Promise.all([getSummary(viewer, filters), dashboardState(asked)])
  if (detail.seq === summary.seq) return { summary, detail }
  // Something was recorded between the two statements: read the second again as of the first.
  return { summary, detail: await dashboardState({ ...asked, seq: summary.seq }) }
}
