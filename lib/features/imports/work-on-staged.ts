import 'server-only'
import { randomUUID } from 'node:crypto'
import { accountViewer, authorise } from '@/lib/auth/viewer'
import { accountById } from '@/lib/data/accounts'
import { pool } from '@/lib/data/client'
import { endWork, type StagedFile, takeStaged, tellProgress } from '@/lib/data/staged-files'
import { Forbidden, LedgerError } from '@/lib/errors'
import { UnreadableFile } from '@/lib/files/dialect'
import { checkStaged, type Tell } from './check-staged'
import { writeStaged } from './write-staged'

const LEASE_SECONDS = 120

/** Somebody else works on the file by now, or it was thrown away. */
class Superseded extends Error {}

// In the name of the one who brought it, with what that account may do by now.
async function viewerOf({ author }: StagedFile) {
  const account = await accountById(author)
  if (!account || account.disabled) throw new Forbidden('proposal.create')
  const viewer = accountViewer(account)
  authorise(viewer, 'proposal.create')
  return viewer
}

async function workOn(staged: StagedFile, worker: string): Promise<void> {
  const tell: Tell = async (done, total) => {
    const lease = { done, total, leaseSeconds: LEASE_SECONDS }
    if (!(await tellProgress(pool(), staged.id, worker, lease))) throw new Superseded()
  }
  const viewer = await viewerOf(staged)
  if (staged.state === 'checking') {
    const judged = await checkStaged(staged, viewer, tell)
    await endWork(pool(), staged.id, worker, { state: 'checked', ...judged })
  } else if (!(await writeStaged(staged, { viewer, worker, tell, clock: Date.now })))
    await endWork(pool(), staged.id, worker, {
      ...{ state: 'checked', problem: { code: 'staged_moved' } },
    })
}

/**
 * Does the work that waits on one staged file: judges it, or proposes its rows. Returns false when none waits. For the
 * worker of the server and for whoever just asked: several may call at once, and each file is one's at a time.
 */
export async function workOnStaged(): Promise<boolean> {
  const worker = randomUUID()
  const staged = await takeStaged(pool(), worker, LEASE_SECONDS)
  if (!staged) return false
  try {
    await workOn(staged, worker)
  } catch (error) {
    if (error instanceof Superseded) return true
    const known = error instanceof UnreadableFile
    const problem = known
      ? { code: error.code, ...(error.values && { values: error.values }) }
      : { code: error instanceof LedgerError ? 'staged_forbidden' : 'staged_failed' }
    const state = staged.state === 'checking' ? 'mapping' : 'checked'
    await endWork(pool(), staged.id, worker, { state, problem })
    if (!known && !(error instanceof LedgerError)) throw error
  }
  return true
}
