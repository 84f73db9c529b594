import { authorise, type Viewer } from '@/lib/auth/viewer'
import type { Tx } from '@/lib/data/client'
import { lockStaged, type StagedFile } from '@/lib/data/staged-files'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import type { StagedState } from '@/lib/schemas/staged'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text can be the id of a staged file. */
export function isStagedId(text: string): boolean {
  return ID.test(text)
}

/** A step on a file of one's own, taken from the version that was seen. */
export interface StagedStep {
  viewer: Viewer
  id: string
  version: number
}

/**
 * A file that this account brought, locked, in one of the states. Throws Forbidden, NotFound also for another's, Refused
 * when it is elsewhere by now, and Conflict when it has moved since it was seen.
 */
export async function ownStaged(
  tx: Tx,
  { viewer, id, version }: StagedStep,
  states: readonly StagedState[],
): Promise<StagedFile> {
  authorise(viewer, 'proposal.create')
  const staged = isStagedId(id) ? await lockStaged(tx, id) : null
  if (!staged || staged.author !== viewer.name) throw new NotFound('import', id)
  if (!states.includes(staged.state)) throw new Refused('staged_elsewhere')
  if (staged.version !== version) throw new Conflict(staged.version)
  return staged
}
