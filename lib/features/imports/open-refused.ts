import 'server-only'
import { Readable } from 'node:stream'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { findStaged } from '@/lib/data/staged-files'
import { type StagedRow, stagedRows } from '@/lib/data/staged-rows'
import { csvField, guardFormula } from '@/lib/domain/csv'
import { slugOf } from '@/lib/domain/slug'
import { NotFound } from '@/lib/errors'
import { isStagedId } from './own-staged'

const PAGE_ROWS = 1_000
const BOM = '\uFEFF'

/** Says in the reader's language why a row is refused. */
export type Explain = (refusal: NonNullable<StagedRow['refusals']>[number]) => string

/**
 * The refused rows of a file that this account brought, as they were written, as a CSV file: with their lines and reasons in
 * two further columns, so that they can be corrected and dropped again. Throws Forbidden, and NotFound also for another's.
 */
export async function openRefused(
  viewer: Viewer,
  id: string,
  { explain, line, reason }: { explain: Explain; line: string; reason: string },
): Promise<{ stream: Readable; name: string }> {
  authorise(viewer, 'proposal.create')
  const staged = isStagedId(id) ? await findStaged(pool(), id) : null
  if (!staged || staged.author !== viewer.name) throw new NotFound('import', id)
  const delimiter = staged.dialect.delimiter === ';' ? ';' : ','
  const record = (fields: readonly string[]) =>
    `${fields.map((field) => csvField(guardFormula(field), delimiter)).join(delimiter)}\r\n`
  async function* lines() {
    yield BOM + record([...(staged?.header ?? []), line, reason])
    for (let after = 0; ; ) {
      const asked = { view: 'refused', after, limit: PAGE_ROWS } as const
      const rows = await stagedRows(pool(), id, asked)
      for (const row of rows) {
        const fields = (staged?.header ?? []).map((_, index) => row.fields[index] ?? '')
        const why = (row.refusals ?? []).map(explain).join(' · ')
        yield record([...fields, String(row.line), why])
      }
      const last = rows.at(-1)
      if (rows.length < PAGE_ROWS || !last) return
      after = last.line
    }
  }
  const stem = slugOf(staged.fileName.replace(/\.[^.]*$/, '')) || 'file'
  return { stream: Readable.from(lines()), name: `${stem}-refused.csv` }
}
