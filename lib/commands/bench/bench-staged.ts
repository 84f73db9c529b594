import { accountViewer, type Viewer } from '@/lib/auth/viewer'
import { batchCsv } from '@/lib/commands/demo/batch-csv'
import { Failure } from '@/lib/commands/failure'
import { insertAccount } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { copyIn } from '@/lib/data/physical-limits'
import type { Role } from '@/lib/domain/types'
import { askCheck } from '@/lib/features/imports/ask-check'
import { askWrite } from '@/lib/features/imports/ask-write'
import { getStaged } from '@/lib/features/imports/get-staged'
import { stageFile } from '@/lib/features/imports/stage-file'
import { workOnStaged } from '@/lib/features/imports/work-on-staged'
import { acceptImport } from '@/lib/features/proposals/accept-import'
import { type Measured, timed } from './measure'
import { benchReports } from './portfolio'

async function accountOf(role: Role): Promise<Viewer> {
  const id = await transaction((tx) =>
    insertAccount(tx, {
      ...{ email: `${role}@example.org`, name: role, role, region: null, language: null },
      passwordHash: 'none',
    }),
  )
  if (id === null) throw new Failure(`The benchmark has a ${role} already.`)
  return accountViewer({ id, role, region: null })
}

async function* once(bytes: Buffer) {
  yield bytes
}

/** Brings a third and a fourth report of every agreement as a person does in the browser: a preview, the writing of the proposals, their acceptance. */
export async function benchStaged(agreements: number): Promise<Measured[]> {
  const [viewer, reviewer] = [await accountOf('editor'), await accountOf('reviewer')]
  const rows = Array.from({ length: agreements }, (_, index) => benchReports(index, [3, 4])).flat()
  const csv = Buffer.from(batchCsv('reports', rows))
  const atBest = await timed(() => copyIn('bare_brought', csv))
  const id = await stageFile({
    ...{ viewer, kind: 'reports', fileName: 'reports.csv', body: once(csv) },
  })
  const see = async () => (await getStaged(viewer, id, { view: null, after: 0, limit: 1 })).staged
  const { version, mapping } = await see()
  const texts = Object.fromEntries(
    Object.entries(mapping).flatMap(([column, origin]) =>
      'header' in origin ? [[`from.${column}`, origin.header]] : [],
    ),
  )
  await askCheck({ viewer, id, version }, { texts, keepAs: null })
  const preview = await timed(workOnStaged)
  const judged = await see()
  if (judged.counts?.created !== rows.length)
    throw new Failure(`The benchmark's reports were refused: ${JSON.stringify(judged.counts)}`)
  await askWrite({ viewer, id, version: judged.version }, { submit: true, part: false })
  const write = await timed(workOnStaged)
  const { importId } = await see()
  const accept = await timed(() =>
    acceptImport({ viewer: reviewer, id: importId ?? '', clock: Date.now }),
  )
  const line = (work: string, ours: number): Measured => ({
    ...{ work, limit: 'COPY of the same file into a bare table', ours, atBest },
    amount: `${rows.length} rows, ${Math.round((rows.length / ours) * 1_000)}/s`,
  })
  return [
    line('preview of a brought file', preview),
    line('its rows become proposals', write),
    line('the proposals are accepted', accept),
  ]
}
