import 'server-only'
import { authorise } from '@/lib/auth/viewer'
import { pool, transaction } from '@/lib/data/client'
import { describeStaged, findStaged, stagedBytes } from '@/lib/data/staged-files'
import { clearChoices, clearStaged } from '@/lib/data/staged-rows'
import { NotFound } from '@/lib/errors'
import { type Dialect, UnreadableFile } from '@/lib/files/dialect'
import { describeTable } from './describe-table'
import { onDisk } from './on-disk'
import { isStagedId, ownStaged, type StagedStep } from './own-staged'
import { unreadable } from './stage-file'

/** Reads a file of one's own in the way that a person says, and suggests its columns anew; what was judged is gone. Throws as ownStaged does, and InvalidInput when it cannot be read so. */
export async function readDifferently(
  step: StagedStep,
  asked: Omit<Dialect, 'format'>,
): Promise<void> {
  authorise(step.viewer, 'proposal.create')
  const seen = isStagedId(step.id) ? await findStaged(pool(), step.id) : null
  if (!seen || seen.author !== step.viewer.name) throw new NotFound('import', step.id)
  const dialect = { ...seen.dialect, ...asked }
  const described = await onDisk(stagedBytes(pool(), step.id), (file) =>
    describeTable(file, seen.kind, dialect),
  ).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? unreadable(error) : error
  })
  await transaction(async (tx) => {
    await ownStaged(tx, step, ['mapping', 'checked'])
    await clearStaged(tx, step.id)
    await clearChoices(tx, step.id)
    await describeStaged(tx, step.id, described)
  })
}
