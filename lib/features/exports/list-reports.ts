import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { latestReports, type SavedReport } from '@/lib/data/saved-reports'

const MOST = 200

/** The reports kept last, the latest first, two hundred at most. Throws Forbidden. */
export async function listReports(viewer: Viewer): Promise<SavedReport[]> {
  authorise(viewer, 'portfolio.read')
  return latestReports(MOST)
}
