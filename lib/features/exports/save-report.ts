import 'server-only'
import { randomBytes } from 'node:crypto'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { headBy } from '@/lib/data/changes'
import { pool } from '@/lib/data/client'
import { repeatable, transactionOnce } from '@/lib/data/once'
import { insertReport } from '@/lib/data/saved-reports'
import { METHOD } from '@/lib/domain/method'
import { InvalidInput } from '@/lib/errors'
import { parseFilters, printFilters } from '@/lib/schemas/filters'
import { type SaveReportBody, surfaceOfFile } from '@/lib/schemas/saved-report'
import { exportAsked } from './export-asked'
import { measureReport } from './measure-report'

const ID_BYTES = 8

/** A report to keep, and who keeps it. */
export interface SaveReportInput extends SaveReportBody {
  viewer: Viewer
  /** An idempotency key of the client's own. */
  key?: string | undefined
}

/**
 * Keeps a file as it is now: its filters, asOf and knownAt, each resolved to one day and one change, the method, and the
 * hash of its rows (contract, section 6). Returns the id of its address. Throws Forbidden, and InvalidInput for filters that
 * cannot be read and for a book in which nothing had been recorded.
 */
export async function saveReport({
  viewer,
  title,
  file,
  query,
  key,
}: SaveReportInput): Promise<string> {
  authorise(viewer, 'report.save')
  const asked = parseFilters(new URLSearchParams(query), surfaceOfFile(file))
  const { asOf, knownAt } = momentOf(asked)
  const last = await headBy(pool(), knownAt)
  if (last.seq === 0) throw new InvalidInput([{ path: 'query', code: 'nothing_recorded' }])
  const filters = { ...asked, asOf, knownAt: new Date(last.at).toISOString(), lang: null }
  const exported = await exportAsked(file, filters)
  const measured = await measureReport(exported)
  const request = repeatable(viewer.name, key, ['kept report', title, file, query])
  const { id } = await transactionOnce(request, async (tx) => {
    const made = randomBytes(ID_BYTES).toString('hex')
    await insertReport(tx, {
      ...{ id: made, title, file, query: printFilters(filters), seq: String(last.seq) },
      ...{ method: METHOD, base: exported.base, author: viewer.name },
      ...measured,
    })
    return { id: made }
  })
  return id
}
