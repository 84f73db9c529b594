import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { attachmentStore } from '@/lib/data/attachment-store'
import { type AttachmentRecord, findAttachment, insertAttachment } from '@/lib/data/attachments'
import { pool } from '@/lib/data/client'
import { repeatable, transactionOnce } from '@/lib/data/once'
import type { AttachmentType, Instant } from '@/lib/domain/types'
import { InvalidInput, TooLarge } from '@/lib/errors'
import { fileType } from './file-type'

export const MOST_BYTES = 10 * 1024 * 1024
const LONGEST_NAME = 200

const ENDINGS: Record<AttachmentType, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** A file as it arrives. */
export interface UploadInput {
  viewer: Viewer
  /** What it is called where it comes from. */
  fileName: string
  body: AsyncIterable<Uint8Array>
  /** An idempotency key of the client's own. */
  key?: string | undefined
  clock: () => Instant
}

// Whatever its sender announces: it is counted as it comes, and the rest is never read.
async function upTo(maximum: number, body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maximum) throw new TooLarge(maximum)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The last part of a path without control characters and direction marks. */
function plainName(text: string): string {
  const last = text.split(/[/\\]/).at(-1) ?? ''
  return (
    last
      .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
      .trim()
      .slice(0, LONGEST_NAME) || 'file'
  )
}

/** Keeps a source file under a random name for proposals to cite as `source_attachment`. Throws Forbidden, TooLarge as soon as it is more than 10 MB, and InvalidInput when it is empty or neither PDF, PNG nor JPEG by its content. */
export async function uploadAttachment({
  viewer,
  fileName,
  body,
  key,
  clock,
}: UploadInput): Promise<AttachmentRecord> {
  authorise(viewer, 'proposal.create')
  const bytes = await upTo(MOST_BYTES, body)
  if (bytes.length === 0) throw new InvalidInput([{ path: 'file', code: 'attachment_empty' }])
  const type = fileType(bytes)
  if (!type) throw new InvalidInput([{ path: 'file', code: 'attachment_type' }])
  const sha256 = createHash('sha256').update(bytes).digest()
  const asked = ['upload', plainName(fileName), sha256.toString('hex')]
  const { name } = await transactionOnce(repeatable(viewer.name, key, asked), async (tx) => {
    const one: AttachmentRecord = {
      name: `${randomBytes(16).toString('hex')}.${ENDINGS[type]}`,
      ...{ type, size: bytes.length, sha256, fileName: plainName(fileName) },
      author: viewer.name,
      uploadedAt: clock(),
    }
    // The file first: a row never names one that is not there.
    await attachmentStore().put(one.name, bytes)
    await insertAttachment(tx, one)
    return { name: one.name }
  })
  const kept = await findAttachment(pool(), name)
  if (!kept) throw new Error(`attachment ${name} was not kept`)
  return kept
}
