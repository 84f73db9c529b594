import 'server-only'
import { transaction } from '@/lib/data/client'
import { deleteStaged } from '@/lib/data/staged-files'
import { ownStaged, type StagedStep } from './own-staged'

/** Throws a staged file of one's own away; what it proposed stays. Throws as ownStaged does. */
export async function discardStaged(step: StagedStep): Promise<void> {
  await transaction(async (tx) => {
    const { id } = await ownStaged(tx, step, ['mapping', 'checking', 'checked', 'written'])
    await deleteStaged(tx, id)
  })
}
