import { randomBytes } from 'node:crypto'
import { vi } from 'vitest'
import { pool, transaction } from '@/lib/data/client'
import { keepMapping, listMappings } from '@/lib/data/saved-mappings'
import { findStaged, type StagedFile } from '@/lib/data/staged-files'
import { holds } from '@/lib/domain/permissions'
import { askCheck } from '@/lib/features/imports/ask-check'
import { askWrite } from '@/lib/features/imports/ask-write'
import { stageFile } from '@/lib/features/imports/stage-file'
import { workOnStaged } from '@/lib/features/imports/work-on-staged'
import type { FormTexts } from '@/lib/schemas/accounts'
import { authorOf, cellsOf } from './records'
import { type About, type Asker, type Step, WHOSE } from './step'

const ACTIONS = 'app/(desk)/import/actions.ts'

async function stagedOf(id: string): Promise<StagedFile> {
  const staged = await findStaged(pool(), id)
  if (!staged) throw new Error(`no staged file ${id}`)
  return staged
}

async function* bytes(text: string) {
  yield Buffer.from(text)
}

/** The columns of a file as the form of its page states them. */
function columnsOf({ mapping }: StagedFile): Record<string, string> {
  const said = Object.entries(mapping).map(([column, origin]) =>
    'header' in origin
      ? [`from.${column}`, origin.header]
      : [`constant.${column}`, origin.constant],
  )
  return Object.fromEntries(said)
}

/** The work on a brought file, by this process or by the server, has come to its end. */
async function worked(id: string): Promise<void> {
  await vi.waitFor(async () => {
    while (await workOnStaged());
    const staged = await findStaged(pool(), id)
    if (staged?.state === 'checking' || staged?.state === 'writing') throw new Error(staged.state)
  }, 30_000)
}

/** Runs `work` in the name of an account that may bring files, and leaves it the role that it had. */
async function asEditor(id: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await pool().query('select role from account where id = $1', [id])
  await pool().query(`update account set role = 'editor' where id = $1`, [id])
  await work()
  await pool().query('update account set role = $2 where id = $1', [id, rows[0]?.role])
}

type Reached = 'mapping' | 'checked' | 'written'

/** A file of one row that somebody has brought as far as this. */
async function staged(asker: Asker, about: About, reached: Reached): Promise<StagedFile> {
  const viewer = await authorOf(asker, about)
  // A name like another's would be asked about first.
  const cells: Record<string, string> = {
    ...cellsOf(about.region),
    company: randomBytes(8).toString('hex'),
  }
  const names = Object.keys(cells)
  const line = names.map((name) => cells[name]).join(',')
  const body = bytes(`${names.join(',')}\n${line}\n`)
  const id = await stageFile({ viewer, kind: 'agreements', fileName: 'plants.csv', body })
  const step = async () => ({ viewer, id, version: (await stagedOf(id)).version })
  await asEditor(viewer.name, async () => {
    if (reached === 'mapping') return
    const texts: FormTexts = columnsOf(await stagedOf(id))
    await askCheck(await step(), { texts, keepAs: null })
    await worked(id)
    if (reached === 'checked') return
    await askWrite(await step(), { submit: false, part: false })
    await worked(id)
  })
  const one = await stagedOf(id)
  if (one.state !== reached) throw new Error(`${one.state}: ${JSON.stringify(one)}`)
  return one
}

async function keptMapping(): Promise<string> {
  const one = { author: 'somebody', kind: 'agreements' as const, name: 'Kept' }
  await transaction((tx) => keepMapping(tx, { ...one, mapping: { title: { header: 'title' } } }))
  return (await listMappings(pool(), 'agreements'))[0]?.id ?? ''
}

const DIALECT = { encoding: 'utf-8', delimiter: 'comma', headerRow: '1', decimal: 'point' }

function importing(
  name: string,
  action: string,
  reached: Reached,
  more: (one: StagedFile) => Record<string, string> | Promise<Record<string, string>> = () => ({}),
): Step {
  return {
    ...{ name: `import: ${name}`, action: `${ACTIONS} ${action}`, about: WHOSE },
    // A brought file is its bringer's alone, whatever else an account may.
    may: ({ role }, { own }) => own && holds(role ?? 'public', 'proposal.create'),
    form: async (asker, about) => {
      const one = await staged(asker, about, reached)
      const fields = { id: one.id, version: String(one.version), ...(await more(one)) }
      return { path: `/import/${one.id}`, fields, done: () => worked(one.id) }
    },
  }
}

/** Files that are brought in the browser. */
export const STEPS_OF_IMPORTS: Step[] = [
  importing('read it differently', 'read', 'mapping', () => DIALECT),
  importing('judge it', 'check', 'mapping', (one) => ({ ...columnsOf(one), name: 'Mine' })),
  importing('take a kept mapping', 'take', 'mapping', async () => ({ kept: await keptMapping() })),
  importing('settle likenesses', 'settleLikenesses', 'checked'),
  importing('judge it again', 'checkAgain', 'checked'),
  importing('propose its rows', 'write', 'checked'),
  importing('throw it away', 'discard', 'checked'),
  importing('take its rows back', 'takeBack', 'written', ({ importId }) => ({
    import: importId ?? '',
  })),
]
