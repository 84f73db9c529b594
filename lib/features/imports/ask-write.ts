import 'server-only'
import { transaction } from '@/lib/data/client'
import { askToWrite } from '@/lib/data/staged-files'
import { Refused } from '@/lib/errors'
import { ownStaged, type StagedStep } from './own-staged'

/**
 * Has the rows of a judged file of one's own proposed: all of them, or, when `part` says so, only those that are not
 * refused. Throws as ownStaged does, and Refused when rows are refused and `part` does not say so, when a likeness of names
 * was left open, or when no row would change anything.
 */
export async function askWrite(
  step: StagedStep,
  { submit, part }: { submit: boolean; part: boolean },
): Promise<void> {
  await transaction(async (tx) => {
    const { id, counts, names } = await ownStaged(tx, step, ['checked'])
    if (!counts || counts.created + counts.updated === 0) throw new Refused('staged_nothing')
    if (counts.refused > 0 && !part) throw new Refused('staged_refused', { count: counts.refused })
    const open = counts.unknown.filter(({ name }) => !(name in names)).length
    if (open > 0) throw new Refused('staged_names_open', { count: open })
    await askToWrite(tx, id, { submit, part })
  })
}
