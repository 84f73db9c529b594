import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { type StagedFile, stagedOf } from '@/lib/data/staged-files'

const MOST_FILES = 50

/** The files that this account brought, the newest first, fifty at most. Throws Forbidden. */
export async function listStaged(viewer: Viewer): Promise<StagedFile[]> {
  authorise(viewer, 'proposal.create')
  return stagedOf(pool(), viewer.name, MOST_FILES)
}
