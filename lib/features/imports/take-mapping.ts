import 'server-only'
import { transaction } from '@/lib/data/client'
import { listMappings } from '@/lib/data/saved-mappings'
import { describeStaged } from '@/lib/data/staged-files'
import { clearStaged } from '@/lib/data/staged-rows'
import { InvalidInput } from '@/lib/errors'
import { ownStaged, type StagedStep } from './own-staged'

/** Takes a kept mapping for this file, as far as its columns go: texts for every row, and columns that it has. Throws as ownStaged does, and InvalidInput when there is no such mapping. */
export async function takeMapping(step: StagedStep, mappingId: string): Promise<void> {
  await transaction(async (tx) => {
    const staged = await ownStaged(tx, step, ['mapping', 'checked'])
    const kept = (await listMappings(tx, staged.kind)).find(({ id }) => id === mappingId)
    if (!kept) throw new InvalidInput([{ path: 'kept', code: 'invalid' }])
    const fits = Object.entries(kept.mapping).filter(
      ([, origin]) => 'constant' in origin || staged.header.includes(origin.header),
    )
    await clearStaged(tx, step.id)
    await describeStaged(tx, step.id, { ...staged, mapping: Object.fromEntries(fits) })
  })
}
