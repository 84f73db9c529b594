import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import {
  findReport,
  type Rewriting,
  rewritingsSince,
  type SavedReport,
} from '@/lib/data/saved-reports'
import { METHOD } from '@/lib/domain/method'
import { InvalidInput, NotFound } from '@/lib/errors'
import { type Filters, parseFilters } from '@/lib/schemas/filters'
import { surfaceOfFile } from '@/lib/schemas/saved-report'
import { exportAsked } from './export-asked'
import { type Measured, measureReport } from './measure-report'

const MOST_REWRITINGS = 50

/** Why a kept file reads otherwise: the program counts by another method, gives other columns or another address, cannot read the filters any more, or descriptions were written over. */
export type Difference = 'method' | 'columns' | 'address' | 'filters' | 'descriptions'

/** A kept report beside what its address gives now. */
export interface OpenedReport {
  report: SavedReport
  /** What it asks for; null where this program cannot read it any more. */
  filters: Filters | null
  /** The same reading now; null where it cannot be read any more. */
  now: Measured | null
  /** Whether the bytes are those that were kept. */
  same: boolean
  differences: Difference[]
  rewritings: Rewriting[]
}

async function readAgain(report: SavedReport) {
  try {
    const query = new URLSearchParams(report.query)
    const filters = parseFilters(query, surfaceOfFile(report.file))
    const asked = await exportAsked(report.file, filters)
    return { filters, base: asked.base, now: await measureReport(asked) }
  } catch (error) {
    if (error instanceof InvalidInput) return null
    throw error
  }
}

/** A kept report, read again to its end and held to its hash (contract, section 6). Throws Forbidden and NotFound. */
export async function openReport(viewer: Viewer, id: string): Promise<OpenedReport> {
  authorise(viewer, 'portfolio.read')
  const report = await findReport(id)
  if (!report) throw new NotFound('report', id)
  const again = await readAgain(report)
  const same = again?.now.sha256 === report.sha256
  if (same) return { report, ...again, same, differences: [], rewritings: [] }
  const rewritings = await rewritingsSince(report, MOST_REWRITINGS)
  const found: [Difference, boolean][] = [
    ['filters', again === null],
    ['method', report.method !== METHOD],
    ['columns', again !== null && again.now.columns.join() !== report.columns.join()],
    ['address', again !== null && again.base !== report.base],
    ['descriptions', rewritings.length > 0],
  ]
  const differences = found.flatMap(([why, holds]) => (holds ? [why] : []))
  const { filters = null, now = null } = again ?? {}
  return { report, filters, now, same, differences, rewritings }
}
