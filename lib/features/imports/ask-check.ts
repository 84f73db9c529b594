import 'server-only'
import { transaction } from '@/lib/data/client'
import { keepMapping } from '@/lib/data/saved-mappings'
import { askToCheck } from '@/lib/data/staged-files'
import { clearStaged, keepChoices } from '@/lib/data/staged-rows'
import { InvalidInput } from '@/lib/errors'
import type { FormTexts } from '@/lib/schemas/accounts'
import { REQUIRED_COLUMNS } from '@/lib/schemas/import'
import { mappingOfForm, type NameChoices } from '@/lib/schemas/staged'
import { ownStaged, type StagedStep } from './own-staged'

// A new agreement is given a reference; a source may be a file.
const GIVEN = ['reference']

/** The mapping as a form states it (mappingOfForm), and the name under which it is kept for the next file; null: it is not. */
export interface AskedMapping {
  texts: FormTexts
  keepAs: string | null
}

/**
 * Has a file of one's own judged with this mapping. Throws as ownStaged does, and InvalidInput at every required column
 * that neither comes from the file nor has a text of its own.
 */
export async function askCheck(step: StagedStep, { texts, keepAs }: AskedMapping): Promise<void> {
  await transaction(async (tx) => {
    const { id, kind, names, header } = await ownStaged(tx, step, ['mapping', 'checked'])
    const mapping = mappingOfForm(kind, texts, header)
    const missing = REQUIRED_COLUMNS[kind].filter(
      (column) => !(column in mapping) && !(kind === 'agreements' && GIVEN.includes(column)),
    )
    if (missing.length > 0)
      throw new InvalidInput(
        missing.map((column) => ({ path: `from.${column}`, code: 'column_needed' })),
      )
    if (keepAs !== null)
      await keepMapping(tx, { author: step.viewer.name, kind, name: keepAs, mapping })
    await clearStaged(tx, id)
    await askToCheck(tx, id, { mapping, names })
  })
}

/** What a person says of a judged file: which known company a name means (null: none), and which agreement a row already is (null: none). */
export interface Likenesses {
  names: NameChoices
  rows: readonly { line: number; reference: string | null }[]
}

/** Keeps what a person said of names and rows, and has the file judged again with it. Throws as ownStaged does. */
export async function askCheckWith(step: StagedStep, { names, rows }: Likenesses): Promise<void> {
  await transaction(async (tx) => {
    const { id, mapping, names: said } = await ownStaged(tx, step, ['checked'])
    await keepChoices(tx, id, rows)
    await clearStaged(tx, id)
    await askToCheck(tx, id, { mapping, names: { ...said, ...names } })
  })
}

/** Has a file judged again as it is, because the ledger has moved. Throws as ownStaged does. */
export async function askCheckAgain(step: StagedStep): Promise<void> {
  await askCheckWith(step, { names: {}, rows: [] })
}
