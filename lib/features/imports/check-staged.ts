import type { Viewer } from '@/lib/auth/viewer'
import { today } from '@/lib/clock'
import { head } from '@/lib/data/changes'
import { pool, transaction } from '@/lib/data/client'
import { liveRelations } from '@/lib/data/ledger'
import { type StagedFile, stagedBytes } from '@/lib/data/staged-files'
import { choicesOf, clearStaged, copyStaged, countStaged } from '@/lib/data/staged-rows'
import { likesOf, unknownAmong } from '@/lib/data/unknown-names'
import { readTable } from '@/lib/files/read-table'
import type { NameChoices, StagedCounts } from '@/lib/schemas/staged'
import { distinctHeads } from './describe-table'
import { judgePart, type Whole } from './judge-part'
import { KnownAgreements } from './known-agreements'
import { onDisk } from './on-disk'
import { companiesOf, type ReadRow, rowReader } from './read-cells'
import { surveyFile } from './survey-file'

/** Rows judged at a time: their cells are in memory at once, and other requests wait so long. */
const PART_ROWS = 500
/** Names for which likenesses are sought, those of the most rows first. */
const MOST_NAMES = 300

/** Tells how far the work is; throws when it is no longer this worker's. */
export type Tell = (done: number, total: number | null) => Promise<void>

async function* partsOf(rows: AsyncIterable<ReadRow>, size: number): AsyncGenerator<ReadRow[]> {
  let part: ReadRow[] = []
  for await (const row of rows) {
    part.push(row)
    if (part.length < size) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

async function unknownOf(
  names: ReadonlyMap<string, number>,
  settled: NameChoices,
): Promise<Pick<StagedCounts, 'unknown' | 'unsought'>> {
  const byRows = [...names].sort(([a, some], [b, other]) => other - some || (a < b ? -1 : 1))
  const unknown = await unknownAmong(
    pool(),
    byRows.map(([name]) => name),
  )
  // What a person has said of a name makes room for the next one.
  const open = unknown.filter((name) => !(name in settled))
  const sought = open.slice(0, MOST_NAMES)
  const likes = await transaction((tx) => likesOf(tx, sought))
  const found = sought.flatMap((name) => {
    const like = likes.get(name)
    return like ? [{ name, rows: names.get(name) ?? 0, like }] : []
  })
  return { unknown: found, unsought: open.length - sought.length }
}

/**
 * Judges every row of a staged file and keeps what would become of it, part by part, so that a file of any length takes the
 * memory of one part. Amendments are judged at once: one line may correct what another adds.
 */
export async function checkStaged(
  staged: StagedFile,
  viewer: Viewer,
  tell: Tell,
): Promise<{ counts: StagedCounts; seq: number }> {
  const { seq } = await head(pool())
  await transaction((tx) => clearStaged(tx, staged.id))
  const names = new Map<string, number>()
  await onDisk(stagedBytes(pool(), staged.id), async (file) => {
    const survey = await surveyFile(file, staged)
    await tell(0, survey.total)
    const ledger = await liveRelations(pool())
    const whole: Whole = {
      ...{ staged, viewer, keys: new Map(), references: survey.references, today: today() },
      around: {
        known: new Set([...ledger.known, ...survey.references]),
        held: new Map([...ledger.held, ...survey.relations]),
      },
      met: new KnownAgreements(),
      choices: await choicesOf(pool(), staged.id),
    }
    const table = await readTable(file, staged.dialect)
    const read = rowReader(staged, distinctHeads(table.header))
    async function* rows() {
      for await (const row of table.rows) yield read(row)
    }
    let done = 0
    const size = staged.kind === 'amendments' ? Number.POSITIVE_INFINITY : PART_ROWS
    // One part is on its way into the database while the next one is judged.
    let copying: Promise<void> = Promise.resolve()
    try {
      for await (const part of partsOf(rows(), size)) {
        const judged = await transaction((tx) => judgePart(tx, part, whole))
        await copying
        copying = transaction((tx) => copyStaged(tx, staged.id, judged))
        copying.catch(() => undefined) // whoever waits for it is told
        for (const { cells } of part)
          for (const name of companiesOf(cells)) names.set(name, (names.get(name) ?? 0) + 1)
        done += part.length
        await tell(done, survey.total)
      }
    } finally {
      await copying
    }
  })
  const unknown = await unknownOf(names, staged.names)
  const counts = { ...(await countStaged(pool(), staged.id)), ...unknown }
  return { counts, seq }
}
