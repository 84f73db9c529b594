import { knownAttachments } from '@/lib/data/attachments'
import type { Db } from '@/lib/data/client'
import type { FileRow } from '@/lib/data/plans/refusal'
import { isAttachmentName } from '@/lib/schemas/import-cells'

const ADDRESS = /^https?:\/\/[^/]+\/api\/v1\/attachments\/([^/?#]+)$/

/** The name that the address of an attachment of some book ends with; null for any other text. */
function attachmentIn(cell: string | undefined): string | null {
  const [, name = ''] = ADDRESS.exec((cell ?? '').trim()) ?? []
  return isAttachmentName(name) ? name : null
}

/**
 * Rows of a file with the addresses of files that were uploaded to this book read as those files again, so that what an
 * export wrote for them comes back without a change. Names are random: one that is known here is ours, whatever address
 * this book had then; in another book it stays the address of a page.
 */
export async function withOwnFiles(db: Db, rows: readonly FileRow[]): Promise<FileRow[]> {
  const named = rows.flatMap(({ cells }) => attachmentIn(cells.source_url) ?? [])
  const known = await knownAttachments(db, [...new Set(named)])
  return rows.map((row) => {
    const name = attachmentIn(row.cells.source_url)
    if (name === null || !known.has(name)) return row
    return { ...row, cells: { ...row.cells, source_url: '', source_attachment: name } }
  })
}
