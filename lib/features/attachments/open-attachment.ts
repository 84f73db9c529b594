import 'server-only'
import type { Readable } from 'node:stream'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { attachmentStore } from '@/lib/data/attachment-store'
import { type AttachmentRecord, findAttachment, isCited } from '@/lib/data/attachments'
import { pool } from '@/lib/data/client'
import { NotFound } from '@/lib/errors'

/** An uploaded source and its bytes: for every reader once an accepted statement cites it, before that for whoever may read its author's proposals. Throws Forbidden, and NotFound. */
export async function openAttachment(
  viewer: Viewer,
  name: string,
): Promise<{ file: AttachmentRecord; bytes: Readable }> {
  authorise(viewer, 'portfolio.read')
  const file = await findAttachment(pool(), name)
  if (!file) throw new NotFound('attachment', name)
  if (!(await isCited(pool(), name))) {
    const own = file.author === viewer.name
    authorise(viewer, 'proposal.read', { own, alone: false, regions: [] })
  }
  const bytes = await attachmentStore().open(name)
  if (!bytes) throw new NotFound('attachment', name)
  return { file, bytes }
}
