import { z } from 'zod'
import type { Db } from '@/lib/data/client'
import { ATTACHMENT_TYPES, type AttachmentType, type Instant } from '@/lib/domain/types'

/** What is known of an uploaded source; the file itself lies in the store under its name. */
export interface AttachmentRecord {
  name: string
  type: AttachmentType
  size: number
  sha256: Buffer
  /** What the file was called where it came from: shown, never used as a path. */
  fileName: string
  author: string
  uploadedAt: Instant
}

const attachmentRow = z
  .object({
    name: z.string(),
    type: z.enum(ATTACHMENT_TYPES),
    size: z.number(),
    sha256: z.custom<Buffer>(Buffer.isBuffer),
    file_name: z.string(),
    author: z.string(),
    uploaded_at: z.date().transform((date) => date.getTime()),
  })
  .transform(
    ({ file_name: fileName, uploaded_at: uploadedAt, ...row }): AttachmentRecord => ({
      ...row,
      fileName,
      uploadedAt,
    }),
  )

/** Which of the names are uploaded sources that exist. */
export async function knownAttachments(db: Db, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set()
  const { rows } = await db.query('select name from attachment where name = any($1)', [names])
  return new Set(
    z
      .array(z.object({ name: z.string() }))
      .parse(rows)
      .map(({ name }) => name),
  )
}

/** An uploaded source; null when there is none of that name. */
export async function findAttachment(db: Db, name: string): Promise<AttachmentRecord | null> {
  const { rows } = await db.query('select * from attachment where name = $1', [name])
  return rows.length === 0 ? null : attachmentRow.parse(rows[0])
}

/** Keeps what is known of an uploaded source. */
export async function insertAttachment(db: Db, one: AttachmentRecord): Promise<void> {
  await db.query(
    `insert into attachment (name, type, size, sha256, file_name, author, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[one.name, one.type, one.size, one.sha256, one.fileName, one.author],
      new Date(one.uploadedAt).toISOString(),
    ],
  )
}

/** Whether an accepted statement cites an uploaded source. */
export async function isCited(db: Db, name: string): Promise<boolean> {
  const { rows } = await db.query(
    `select exists (select from source s where s.attachment = $1 and (
       exists (select from fact where source_id = s.id) or exists (select from event where source_id = s.id)
       or exists (select from agreement_source where source_id = s.id))) as cited`,
    [name],
  )
  return z.object({ cited: z.boolean() }).parse(rows[0]).cited
}
